// Search field over everything. It reports the text a moment after the last letter; Python finds.

import { find } from '../look/dom.js';

/** @typedef {{ text: string, focus: boolean }} SearchData As search.py sends it: what the address says, and whether to start typing. */

const PAUSE_MS = 350;

/** @param {import('../look/component.js').ComponentArguments<SearchData>} component */
export default function ({ parentElement, data, setTriggerValue }) {
  const form = find(parentElement, 'form', HTMLFormElement), input = find(form, 'input', HTMLInputElement), clear = find(form, '.clear');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const send = () => {
    clearTimeout(waiting);
    if (form.dataset.sent === input.value.trim()) return;
    form.dataset.sent = input.value.trim();
    setTriggerValue('text', form.dataset.sent);
  };
  if (form.dataset.text !== data.text) {
    // What the address says, unless someone is still typing on from what was sent.
    const typingOn = form.dataset.sent === data.text && form.matches(':focus-within');
    form.dataset.text = data.text;
    form.dataset.sent = data.text;
    if (!typingOn) input.value = data.text;
  }
  clear.hidden = !input.value;
  if (data.focus && !form.dataset.focused) {
    form.dataset.focused = '1';
    input.focus();
  }
  form.onsubmit = (event) => {
    event.preventDefault();
    send();
  };
  clear.onclick = () => {
    input.value = '';
    clear.hidden = true;
    input.focus();
    send();
  };
  input.oninput = () => {
    clear.hidden = !input.value;
    clearTimeout(waiting);
    waiting = setTimeout(send, PAUSE_MS);
  };
  return () => clearTimeout(waiting);
}
