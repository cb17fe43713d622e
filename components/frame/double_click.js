// Whoever presses twice where once would do gets one file, one step, one storyline: what makes, fetches or removes something hears only the first press.

/** Of what lies in a list each press is one more step up or down; the others act once, those outside a list by a mark of their own. */
const ONCE = '[data-act]:not([data-act=up], [data-act=down]), [data-once], .stDownloadButton button';

let isListening = false;

/** Once for the whole visit, before any button hears of it. A key presses each time anew. */
export function actOnce() {
  if (isListening) return;
  isListening = true;
  addEventListener('click', (event) => {
    if (event.detail < 2 || !event.composedPath().some((node) => node instanceof Element && node.matches(ONCE))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
}
