// What is open in the list of the visitor's storylines: the steps of one, and the texts of a step, which stay open where the step goes.

export class Opened {
  /** @type {Set<string>} */
  #stories = new Set();
  /** @type {Map<string, Set<number>>} Places of the steps whose texts are open, by storyline. */
  #steps = new Map();

  /** @param {string} id */
  of(id) { return { isOpen: this.#stories.has(id), openSteps: this.#steps.get(id) ?? new Set() }; }

  /**
   * Opens the steps of a storyline, or closes them again.
   * @param {string} id
   * @param {boolean} [isOpen]
   */
  story(id, isOpen = !this.#stories.has(id)) {
    if (isOpen) this.#stories.add(id);
    else this.#stories.delete(id);
  }

  /**
   * Opens the texts of a step, or closes them again.
   * @param {string} id
   * @param {number} at
   */
  texts(id, at) {
    const { openSteps } = this.of(id);
    if (!openSteps.delete(at)) openSteps.add(at);
    this.#steps.set(id, openSteps);
  }

  /**
   * @param {string} id
   * @param {number} at
   */
  stepIsGone(id, at) { this.#move(id, (place) => (place === at ? null : place - Number(place > at))); }

  /**
   * @param {string} id
   * @param {number} at
   */
  stepIsBack(id, at) { this.#move(id, (place) => place + Number(place >= at)); }

  /**
   * @param {string} id
   * @param {number} from
   * @param {number} to
   */
  stepMoved(id, from, to) {
    this.#move(id, (place) => {
      if (place === from) return to;
      return place + (place > from && place <= to ? -1 : 0) + (place < from && place >= to ? 1 : 0);
    });
  }

  /**
   * @param {string} id
   * @param {(place: number) => number | null} where
   */
  #move(id, where) {
    this.#steps.set(id, new Set([...this.of(id).openSteps].map(where).filter((place) => place !== null)));
  }
}
