// Where the camera of the tilting map is once the visitor stops moving it.

const LOOK_MS = 100, LOOKS_AT_REST = 4;

// The deck.gl that draws on this canvas. Streamlit hands it to nobody; its React part (DeckGL) holds it in a ref, and React
// notes at each node of the page which part made it. Undocumented: where it is not found, the address has no camera.
function deckOn(canvas) {
  const key = Object.keys(canvas ?? {}).find((name) => name.startsWith('__reactFiber$'));
  for (let part = key && canvas[key]; part; part = part.return) {
    for (let hook = part.memoizedState; hook?.next !== undefined; hook = hook.next) {
      const deck = hook.memoizedState?.current?.deck;
      if (deck?.isInitialized && deck.getViewports) return deck;
    }
  }
  return null;
}

// Rounded as in the address; '' where the country is out of sight, null where there is no camera.
export function cameraText(map, fields) {
  const viewport = deckOn(map?.querySelector('canvas'))?.getViewports()[0];
  if (!viewport || fields.some(([name]) => !Number.isFinite(viewport[name]))) return null;
  const rounded = fields.map(([name, decimals]) => Number(viewport[name].toFixed(decimals)));
  return fields.every(([, , low, high], index) => rounded[index] >= low && rounded[index] <= high) ? rounded.join(',') : '';
}

export class CameraWatch {
  // `read` gives the camera as text; `tell` hears of it when the map has come to rest elsewhere.
  constructor(read, tell) {
    this.read = read;
    this.tell = tell;
    this.held = false;
  }

  // The map is moved by other hands: what it comes to rest at is not the visitor's.
  forget() {
    this.watching = false;
    this.known = undefined;
  }

  // The visitor does something in the map; called before deck.gl answers.
  touched() {
    this.known ??= this.read();
    this.looks = 0;
    if (!this.watching) this.lookAgain();
    this.watching = true;
  }

  // Each look waits for a frame as well: without a graphics card one step of a movement can take seconds.
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
