// Where the camera of the tilting map is once the visitor stops moving it.

const LOOK_MS = 100, LOOKS_AT_REST = 4;

/** @typedef {[name: string, decimals: number, low: number, high: number]} CameraField A number of the camera, as the address holds it. */
/** @typedef {Record<string, number>} Viewport */
/**
 * Part of deck.gl that draws.
 * @typedef {{
 *   isInitialized: boolean, getViewports?: () => (Viewport | undefined)[], layerManager?: { getLayers: () => { isLoaded: boolean }[] } | null,
 * }} Deck
 */

/**
 * What React notes at a node of the page: the parts around it, each with a chain of hooks.
 * @typedef {{ memoizedState: { current?: { deck?: Deck | null } | null } | null, next?: Hook | null }} Hook
 * @typedef {{ memoizedState?: Hook | null, return?: Fiber | null }} Fiber
 */

/**
 * The deck.gl that draws on this canvas. Streamlit hands deck.gl to nobody; its React part (DeckGL) holds it in a ref, and React
 * notes at each node of the page which part made it. Undocumented: where it is not found, the address has no camera.
 * @param {Element} canvas
 */
function deckOn(canvas) {
  /** @type {[string, Fiber][]} */
  const noted = Object.entries(canvas);
  let part = noted.find(([name]) => name.startsWith('__reactFiber$'))?.[1];
  for (; part; part = part.return ?? undefined) {
    for (let hook = part.memoizedState; hook?.next !== undefined; hook = hook.next) {
      const deck = hook.memoizedState?.current?.deck;
      if (deck?.isInitialized && deck.getViewports) return deck;
    }
  }
  return undefined;
}

/**
 * Camera as the address holds it: rounded numbers; '' where the country is out of sight, null where there is no camera.
 * @param {Viewport | undefined} viewport
 * @param {CameraField[]} fields
 */
export function textOf(viewport, fields) {
  if (!viewport || fields.some(([name]) => !Number.isFinite(viewport[name]))) return null;
  const rounded = fields.map(([name, decimals]) => Number(viewport[name].toFixed(decimals)));
  return fields.every(([, , low, high], index) => rounded[index] >= low && rounded[index] <= high) ? rounded.join(',') : '';
}

/**
 * Camera of the map that stands in an element, as `textOf` writes it.
 * @param {Element | null} map
 * @param {CameraField[]} fields
 */
export function cameraText(map, fields) {
  const canvas = map?.querySelector('canvas');
  return textOf(canvas ? deckOn(canvas)?.getViewports?.()[0] : undefined, fields);
}

/**
 * Whether everything that deck.gl draws on this canvas has arrived.
 * @param {Element} canvas
 */
export function isComplete(canvas) {
  const layers = deckOn(canvas)?.layerManager?.getLayers() ?? [];
  return layers.length > 0 && layers.every(({ isLoaded }) => isLoaded);
}

export class CameraWatch {
  held = false;
  watching = false;
  looks = 0;
  /** @type {string | null | undefined} Camera that Python knows; undefined until the visitor touches the map. */
  known = undefined;
  /** @type {string | null | undefined} Camera at the last look. */
  seen = undefined;

  /**
   * @param {() => string | null} read gives the camera as text
   * @param {(text: string | null) => void} tell hears of it when the map has come to rest elsewhere
   */
  constructor(read, tell) {
    this.read = read;
    this.tell = tell;
  }

  /** The map is moved by other hands: what it comes to rest at is not the visitor's. */
  forget() {
    this.watching = false;
    this.known = undefined;
  }

  /** The visitor does something in the map; called before deck.gl answers. */
  touched() {
    this.known ??= this.read();
    this.looks = 0;
    if (!this.watching) this.lookAgain();
    this.watching = true;
  }

  /** Each look waits for a frame as well: without a graphics card one step of a movement can take seconds. */
  lookAgain() { setTimeout(() => requestAnimationFrame(() => this.watching && this.look()), LOOK_MS); }

  look() {
    const now = this.read();
    if (this.held || now !== this.seen) this.looks = 0;
    this.seen = now;
    this.looks += 1;
    if (this.looks < LOOKS_AT_REST) {
      this.lookAgain();
      return;
    }
    this.watching = false;
    if (now === null || now === this.known) return;
    this.known = now;
    this.tell(now || null);
  }
}
