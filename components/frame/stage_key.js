// The key "p", which begins a presentation of what is shown. It can be switched off: whoever speaks to a computer may say a letter without meaning it.

const STORED = 'schaalwijzer-toets-p', OFF = 'uit';
const TYPED_IN = 'input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=combobox], [role=listbox], .stDataFrame';
const APART = 'dialog, [role=dialog]';

export function isStageKeyOn() {
  const { stageKey } = document.documentElement.dataset;
  if (stageKey) return stageKey !== OFF;
  try { return localStorage.getItem(STORED) !== OFF; } catch { return true; }
}

/** @param {boolean} isOn */
export function setStageKey(isOn) {
  document.documentElement.dataset.stageKey = isOn ? 'aan' : OFF;
  try {
    if (isOn) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, OFF);
  } catch { /* In a browser that keeps nothing it holds as long as the page is open. */ }
}

/**
 * Whether a key that was pressed asks for the presentation: "p" alone, outside whatever one types in.
 * @param {KeyboardEvent} event
 */
export function asksForStage(event) {
  if (event.key !== 'p' || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return false;
  const [place] = event.composedPath();
  return !(place instanceof Element && place.closest(`${TYPED_IN}, ${APART}`)) && isStageKeyOn();
}
