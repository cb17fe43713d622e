// A finger that wipes across the screen steps, where it does not move something that is there to be moved.

/** Across so many px, and at most this share of it up or down, within so long. */
const LEAST_PX = 60, SLOPE = .5, LONGEST_MS = 900;
/** What follows one finger. What is only tapped, as a map, a button or a link, leaves the swipe to the stage. */
const MOVED = 'input, select, textarea, [role=slider], canvas, .deck-events-root', SCROLLED = '.scroll';

/**
 * What a finger asks that went from one place to another: the next step to the left, the previous one to the right, or null.
 * @param {{ x: number, y: number, at: number }} from
 * @param {{ x: number, y: number, at: number }} to
 * @returns {'next' | 'previous' | null}
 */
export function swiped(from, to) {
  const across = to.x - from.x, down = Math.abs(to.y - from.y);
  if (Math.abs(across) < LEAST_PX || down > SLOPE * Math.abs(across) || to.at - from.at > LONGEST_MS) return null;
  return across < 0 ? 'next' : 'previous';
}

/** @param {(wish: 'next' | 'previous') => void} step */
export function onSwipe(step) {
  /** @type {{ x: number, y: number, at: number } | null} */
  let from = null;
  document.addEventListener('touchstart', (event) => {
    const isOwn = event.touches.length !== 1 || event.composedPath().some(follows);
    from = isOwn ? null : placeOf(event);
  }, { passive: true });
  document.addEventListener('touchend', (event) => {
    const wish = from && event.changedTouches.length === 1 ? swiped(from, placeOf(event)) : null;
    from = null;
    if (wish) step(wish);
  }, { passive: true });
}

/** @param {EventTarget} node */
function follows(node) {
  return node instanceof Element && (node.matches(MOVED) || (node.matches(SCROLLED) && node.scrollWidth > node.clientWidth));
}

/** @param {TouchEvent} event */
function placeOf({ changedTouches: [touch], timeStamp }) { return { x: touch.clientX, y: touch.clientY, at: timeStamp }; }
