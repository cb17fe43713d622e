// Brings the visitor, and the focus, to where a step of his leads: once, and not after a reload or a visit to another page.

/** @type {Map<string, string>} Mark of the last step that led to each place, as long as this page is open. */
const arrived = new Map();
const LONGEST_WAIT_MS = 10_000;

/**
 * Whether a step led to a place that was not yet arrived at.
 * @param {string} place
 * @param {string} mark of that step; empty where there was none in this visit
 * @param {Map<string, string>} [known]
 */
export function isNewArrival(place, mark, known = arrived) {
  const isNew = mark !== '' && known.get(place) !== mark;
  known.set(place, mark);
  return isNew;
}

/**
 * Brings the visitor to what `find` gives, as soon as it stands on the page.
 * @param {string} place
 * @param {string} mark
 * @param {() => HTMLElement | null} find
 */
export function arrive(place, mark, find) {
  if (!isNewArrival(place, mark)) return;
  const until = performance.now() + LONGEST_WAIT_MS;
  const look = () => {
    const found = find();
    if (found && found.getClientRects().length) bringTo(found);
    else if (performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** @param {HTMLElement} element */
function bringTo(element) {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.scrollIntoView({ block: 'start' });
  element.focus({ preventScroll: true });
}
