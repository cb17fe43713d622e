// Search field over everything. It reports the text a moment after the last letter; Python finds.

const PAUSE_MS = 350;

export default function ({ parentElement, data, setTriggerValue }) {
  const form = parentElement.querySelector('form'), input = form.querySelector('input'), clear = form.querySelector('.clear');
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
  if (data.focus && !form.dataset.focused) { form.dataset.focused = '1'; input.focus(); }
  form.onsubmit = (event) => { event.preventDefault(); send(); };
  clear.onclick = () => { input.value = ''; clear.hidden = true; input.focus(); send(); };
  input.oninput = () => {
    clear.hidden = !input.value;
    clearTimeout(waiting);
    waiting = setTimeout(send, PAUSE_MS);
  };
  return () => clearTimeout(waiting);
}
