// The part of a view on stage that is longer than the window: arrows move it, it says that more stands below, and the hall's goes where the speaker's is.

import { isHall, tell } from '../look/windows.js';

/** Share of the height that an arrow scrolls. */
const SCROLLED = .25;
const MORE = 'Hieronder staat meer';
/** Heights come in parts of a pixel: so little is no more. */
const ROUNDING_PX = 4;
/** The speaker's window tells how far it is, 0 to 1. */
export const PLACE = 'place';
/** The hall's is new, or has another size. */
export const PLACE_ASKED = 'place-asked';

export function longPart() { return document.querySelector('.st-key-stage_scroll'); }

/** What scrolls: the part, or on a telephone the page that it stands in. */
function scroller() {
  const part = longPart();
  return part && getComputedStyle(part).overflowY === 'visible' ? document.querySelector('.stMain') : part;
}

/** @param {'up' | 'down'} wish */
export function scroll(wish) {
  const moved = scroller(), by = (moved?.clientHeight ?? 0) * SCROLLED;
  moved?.scrollBy({ top: wish === 'up' ? -by : by });
}

/** Goes where the speaker is. @param {unknown} share */
export function goToPlace(share) {
  const moved = scroller();
  if (moved && typeof share === 'number' && share >= 0 && share <= 1) moved.scrollTop = share * (moved.scrollHeight - moved.clientHeight);
}

export function tellPlace() {
  const moved = scroller(), longer = moved ? moved.scrollHeight - moved.clientHeight : 0;
  if (moved && longer > 0) tell(PLACE, Math.min(1, moved.scrollTop / longer));
}

/** @type {WeakSet<Element>} What is watched. */
const seen = new WeakSet();
const resized = new ResizeObserver(() => {
  markMore();
  // What the speaker told goes further where more has come.
  if (isHall()) tell(PLACE_ASKED);
});

/** Takes care of a part that is new, and of what came into it. */
export function tendLongPart() {
  const part = longPart();
  if (!part) return;
  for (const one of [part, ...part.children]) {
    if (!seen.has(one)) resized.observe(one);
    seen.add(one);
  }
  if (part.hasAttribute('tabindex')) return;
  // Who cannot use a wheel reaches by the Tab key what is out of sight.
  for (const [name, value] of Object.entries({ tabindex: '0', role: 'region', 'aria-label': 'Inhoud van deze weergave' })) part.setAttribute(name, value);
  // Scrolling does not bubble.
  document.querySelector('.stMain')?.addEventListener('scroll', scrolled, { passive: true, capture: true });
}

/** @param {Event} event */
function scrolled({ target }) {
  if (target !== scroller()) return;
  markMore();
  if (!isHall()) tellPlace();
}

/** Says that more stands below, as the style of the page shows it. */
function markMore() {
  const part = longPart(), moved = scroller();
  if (!(part instanceof HTMLElement) || !moved) return;
  if (moved.scrollTop + moved.clientHeight < moved.scrollHeight - ROUNDING_PX) part.dataset.more = MORE;
  else delete part.dataset.more;
}
