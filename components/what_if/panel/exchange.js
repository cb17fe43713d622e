// Panel and responses are two components, each with a text of its own in the browser. What one has to tell the other goes as an
// event over the document; whichever of the two comes later asks for, or offers, what it missed.

import { whileMounted } from '../while_mounted.js';

/** @typedef {import('./payload.js').SentResponses} SentResponses */
/** @typedef {{ readonly isConnected: boolean }} Mounted Root of a component; events reach it while it stands in the page. */

const OFFERED = 'what-if-responses', WANTED = 'what-if-responses-wanted', ASKED = 'what-if-responses-asked';

/**
 * Takes every offer of responses from now on, and the one that is already there.
 * @param {EventTarget} place
 * @param {Mounted} root of the panel
 * @param {(offered: SentResponses) => void} take
 */
export function takeResponses(place, root, take) {
  whileMounted(place, root, OFFERED, (event) => take(/** @type {CustomEvent<SentResponses>} */ (event).detail));
  place.dispatchEvent(new CustomEvent(WANTED));
}

/**
 * Asks Python for the responses to the step with this stamp; whether anyone was there to pass it on.
 * @param {EventTarget} place
 * @param {string} stamp
 */
export function askForResponses(place, stamp) {
  return !place.dispatchEvent(new CustomEvent(ASKED, { detail: stamp, cancelable: true }));
}

/** Offers the newest responses to the panel, and passes on what it asks of Python. */
export class ResponseOffer {
  /** @type {SentResponses | null} */
  responses = null;
  /** @type {((stamp: string) => void) | null} */
  ask = null;

  /**
   * @param {EventTarget} place
   * @param {Mounted} root of the responses
   */
  constructor(place, root) {
    this.place = place;
    whileMounted(place, root, WANTED, () => this.announce());
    whileMounted(place, root, ASKED, (event) => {
      if (!this.ask) return;
      event.preventDefault();
      this.ask(/** @type {CustomEvent<string>} */ (event).detail);
    });
  }

  /**
   * @param {SentResponses} responses
   * @param {(stamp: string) => void} ask
   */
  renew(responses, ask) {
    this.responses = responses;
    this.ask = ask;
    this.announce();
  }

  announce() {
    if (this.responses) this.place.dispatchEvent(new CustomEvent(OFFERED, { detail: this.responses }));
  }
}
