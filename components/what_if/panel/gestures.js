// What a visitor does in the panel, by mouse, touch or keyboard, as calls of the panel.

/** @typedef {import('./inputs.js').Input} Input */

/**
 * What the panel does at a gesture.
 * @typedef {{
 *   drag: (range: HTMLInputElement) => void,
 *   release: (range: HTMLInputElement) => void,
 *   letGo: () => void,
 *   choose: (input: Input) => void,
 *   takeTyped: (field: HTMLInputElement) => void,
 *   dropTyped: (field: HTMLInputElement) => void,
 *   takeRealised: (field: HTMLInputElement) => void,
 *   dropRealised: (field: HTMLInputElement) => void,
 *   showCosts: (isRegional: boolean) => void,
 *   order: (name: string, value?: string) => void,
 * }} Gestures
 */

/** @type {Record<string, number>} Steps of a slider at once. */
const JUMPS = { PageUp: 10, PageDown: -10 };

/**
 * @param {EventTarget | null} target
 * @returns {target is HTMLInputElement}
 */
function isRange(target) { return target instanceof HTMLInputElement && target.type === 'range'; }

/**
 * @param {EventTarget | null} target
 * @returns {target is HTMLInputElement}
 */
function isTyped(target) { return target instanceof HTMLInputElement && target.dataset.typed !== undefined; }

/**
 * A field of its own, beside no slider.
 * @param {EventTarget | null} target
 * @returns {target is HTMLInputElement}
 */
function isRealised(target) { return target instanceof HTMLInputElement && target.dataset.realised !== undefined; }

/**
 * @param {HTMLElement} root
 * @param {Gestures} panel
 */
export function listenToGestures(root, panel) {
  const isScrolled = keepWhileScrolling(root, panel);
  root.addEventListener('input', ({ target }) => { if (isRange(target) && !isScrolled(target)) panel.drag(target); });
  root.addEventListener('change', ({ target }) => {
    if (isRange(target)) {
      if (!isScrolled(target)) panel.release(target);
    }
    else if (isRealised(target)) panel.takeRealised(target);
    else if (isTyped(target)) panel.takeTyped(target);
    else if (target instanceof HTMLInputElement && target.name === 'view') panel.showCosts(target.value === 'regional');
    else if (target instanceof HTMLSelectElement && target.dataset.tool) chooseTool(target, panel);
    else if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) panel.choose(target);
  });
  // A slider that is back where it was makes no change: its drag ends all the same, after the change that there may be.
  root.addEventListener('pointerup', ({ target }) => { if (isRange(target)) setTimeout(() => panel.letGo()); });
  root.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (isRange(target) && Object.hasOwn(JUMPS, key)) {
      event.preventDefault();
      target.value = String(Number(target.value) + JUMPS[key]);
      panel.release(target);
    }
    if (isRealised(target)) {
      if (key === 'Enter') panel.takeRealised(target);
      if (key === 'Escape') panel.dropRealised(target);
    } else if (isTyped(target)) {
      if (key === 'Enter') panel.takeTyped(target);
      if (key === 'Escape') panel.dropTyped(target);
    }
  });
  root.addEventListener('click', ({ target }) => {
    const tool = target instanceof HTMLElement ? target.dataset.tool : undefined;
    if (tool === 'undo' || tool === 'redo') panel.order(tool);
    if (tool === 'goal') panel.order('goal', 'all');
    if (tool === 'goal-active') panel.order('goal', 'active');
  });
}

/**
 * A finger that lands on a slider moves it at once, though it may be on its way to scroll the page: the browser then cancels
 * the gesture, and the slider goes back. Returns whether that has happened to a slider, whose events then count for nothing.
 * @param {HTMLElement} root
 * @param {Gestures} panel
 */
function keepWhileScrolling(root, panel) {
  let before = '', isCancelled = false;
  root.addEventListener('pointerdown', ({ target }) => {
    isCancelled = false;
    if (isRange(target)) before = target.value;
  }, { capture: true });
  root.addEventListener('pointercancel', ({ target }) => {
    if (!isRange(target)) return;
    isCancelled = true;
    target.value = before;
    panel.release(target);
  });
  root.addEventListener('keydown', () => { isCancelled = false; }, { capture: true });
  return (/** @type {HTMLInputElement} */ range) => {
    if (isCancelled) range.value = before;
    return isCancelled;
  };
}

/**
 * A preset, the way back or a wished certainty, chosen from its list; the last two are acts, so their lists show no choice afterwards.
 * @param {HTMLSelectElement} select
 * @param {Gestures} panel
 */
function chooseTool(select, panel) {
  const { tool } = select.dataset;
  if (tool === 'preset') panel.order('preset', select.value);
  else if (tool && select.value) {
    panel.order(tool, select.value);
    select.value = '';
  }
}
