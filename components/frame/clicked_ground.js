// Whoever clicks on the ground of a page gives it the focus, and a browser draws the ring at the next key: round all of it, or through the title on stage.
// It shows only where one comes to it by key.

/** What has the focus to be scrolled, or to be landed on, and not to be worked. */
const GROUND = 'main, h1, h2, h3, [role=region]';
const CLICKED = 'data-clicked';

let isListening = false, isByPointer = false;

/** Once for the whole visit. */
export function watchGround() {
  if (isListening) return;
  isListening = true;
  addEventListener('keydown', () => { isByPointer = false; }, true);
  addEventListener('pointerdown', () => {
    isByPointer = true;
    mark(focused());
  }, true);
  addEventListener('focusin', (event) => mark(event.composedPath()[0]), true);
}

/** @param {EventTarget | null | undefined} place */
function mark(place) { if (place instanceof HTMLElement && place.matches(GROUND)) place.toggleAttribute(CLICKED, isByPointer); }

/** What has the focus, within components too; null where nothing has it. */
export function focused() {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node && node !== document.body ? node : null;
}
