// Search field for "mijn gemeente of regio". Names are fetched on first use; Python decides what a name means.

function staticUrl(path) {
  const script = document.querySelector('script[src*="static/js/"]');
  const root = script ? script.src.replace(/static\/js\/.*$/, '') : new URL('/', document.baseURI).href;
  return `${root}app/static/${path}`;
}

export default function ({ parentElement, data, setTriggerValue }) {
  document.documentElement.lang = 'nl';
  const skip = document.querySelector('a[href="#stMain"]'); // Streamlit's own link, for the keyboard.
  if (skip) skip.textContent = 'Naar de inhoud';
  const form = parentElement.querySelector('form'), input = form.querySelector('input'), list = form.querySelector('datalist'), clear = form.querySelector('.clear');
  if (form.dataset.mine !== data.mine) {
    form.dataset.mine = data.mine;
    input.value = data.mine;
    clear.hidden = !data.mine;
  }
  const send = (text) => setTriggerValue('place', text);
  form.onsubmit = (event) => { event.preventDefault(); send(input.value.trim()); };
  clear.onclick = () => { input.value = ''; send(''); };
  // Choosing from the list replaces the text at once; typing goes letter by letter.
  input.oninput = (event) => {
    const chosen = !(event instanceof InputEvent) || event.inputType === 'insertReplacementText';
    if (chosen && input.value) send(input.value);
  };
  input.onfocus = () => {
    input.onfocus = null;
    fetch(staticUrl(data.names)).then((response) => response.json()).then((names) => {
      list.replaceChildren(...names.map((name) => Object.assign(document.createElement('option'), { value: name })));
    }).catch(() => { input.placeholder = 'Typ een naam en kies Zoek'; });
  };
}
