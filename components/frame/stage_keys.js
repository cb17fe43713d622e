// What a key means on stage, and which keys belong to the control that has the focus.

/** @typedef {'next' | 'previous' | 'first' | 'last' | 'up' | 'down' | 'leave' | 'windows' | 'full'} Wish */

/** @type {Record<string, Wish>} */
const WISHES = {
  ArrowRight: 'next', PageDown: 'next', ' ': 'next', ArrowLeft: 'previous', PageUp: 'previous', Home: 'first', End: 'last',
  ArrowUp: 'up', ArrowDown: 'down', Escape: 'leave', n: 'windows', N: 'windows', f: 'full', F: 'full',
};
/** Keys of a remote: they step whatever has the focus. */
const OF_A_REMOTE = new Set(['PageDown', 'PageUp']);
const SCROLLING = new Set(['ArrowUp', 'ArrowDown']);
const FIELD = 'input:not([type=range], [type=checkbox], [type=radio], [type=button]), textarea, [contenteditable=""], [contenteditable=true]';
const TYPED_IN = `${FIELD}, select`;
const MOVED_ROLES = roles('slider', 'spinbutton', 'radio', 'tab', 'option', 'listbox', 'combobox', 'grid', 'menu', 'menuitem', 'tree');
const MOVED = `input:is([type=range], [type=radio]), ${MOVED_ROLES}`;
const PRESSED = `button, summary, a[href], input:is([type=checkbox], [type=button]), ${roles('button', 'checkbox', 'switch', 'link')}`;
/** A part that scrolls by itself while it has the focus. */
const SCROLLED = '.note';
const OPENED = '[role=dialog], dialog, [aria-expanded=true]';

/** @param {...string} names */
function roles(...names) { return names.map((name) => `[role=${name}]`).join(', '); }

/**
 * What a key asks of the stage; null where it asks nothing, or belongs to what has the focus.
 * @param {{ key: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean, shiftKey: boolean, repeat: boolean, defaultPrevented: boolean }} event
 * @param {{ matches: (selectors: string) => boolean, closest: (selectors: string) => unknown } | null} focused what has the focus, also inside a component
 * @returns {Wish | null}
 */
export function wishOf(event, focused) {
  const { key } = event, wish = Object.hasOwn(WISHES, key) ? WISHES[key] : null;
  const isHeld = event.repeat && !SCROLLING.has(key);
  if (!wish || event.ctrlKey || event.metaKey || event.altKey || isHeld) return null;
  if (OF_A_REMOTE.has(key)) return wish;
  if (event.shiftKey && key === ' ') return null;
  return event.defaultPrevented || (focused && usesKey(focused, key)) ? null : wish;
}

/**
 * Whether one types text in what has the focus: the first Escape is for what stands in it.
 * @param {{ matches: (selectors: string) => boolean }} focused
 */
export function isField(focused) { return focused.matches(FIELD); }

/** Whether this key steps before anything else may take it. @param {string} key */
export function isOfRemote(key) { return OF_A_REMOTE.has(key); }

/**
 * @param {{ matches: (selectors: string) => boolean, closest: (selectors: string) => unknown }} focused
 * @param {string} key
 */
function usesKey(focused, key) {
  if (key === 'Escape') return Boolean(focused.closest(OPENED)) || isField(focused);
  if (focused.matches(TYPED_IN) || (SCROLLING.has(key) && focused.matches(SCROLLED))) return true;
  if (focused.matches(MOVED)) return key.length > 1 || key === ' ';
  return key === ' ' && focused.matches(PRESSED);
}
