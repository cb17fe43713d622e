// Search field for "mijn gemeente of regio". Names are fetched on first use; Python decides what a name means.

import { onePerRoot } from '../look/component.js';
import { find, h } from '../look/dom.js';
import { nameParts } from './landmarks.js';
import { headOnPaper } from './paper.js';
import { staticJson } from '../look/static_files.js';
import { whileMounted } from '../look/while_mounted.js';

/**
 * Name of "mijn regio" or '', the file with names, and the name of the page in the menu; from page.py.
 * @typedef {import('./paper.js').PaperData & { names: string }} FinderData
 */

class Again {
  times = 0;
  /** @type {import('../look/component.js').Report} */
  report = () => {};

  /** @param {import('../look/component.js').ComponentArguments<FinderData>} component */
  constructor({ parentElement }) {
    whileMounted(document, parentElement, 'connection-again', () => {
      this.times += 1;
      this.report('again', this.times);
    });
  }
}

const againOf = onePerRoot(/** @param {import('../look/component.js').ComponentArguments<FinderData>} component */ (component) => new Again(component));

/** @param {import('../look/component.js').ComponentArguments<FinderData>} component */
export default function (component) {
  const { parentElement, data, setTriggerValue } = component;
  // After a lost connection the server may be another one, or have forgotten this visit: the whole page runs anew.
  againOf(component).report = component.reportNow;
  document.documentElement.lang = 'nl';
  nameParts(document, data.page);
  headOnPaper(document, data);
  const form = find(parentElement, 'form', HTMLFormElement), input = find(form, 'input', HTMLInputElement);
  const list = find(form, 'datalist'), clear = find(form, '.clear', HTMLButtonElement);
  if (form.dataset.mine !== data.mine) {
    form.dataset.mine = data.mine;
    input.value = data.mine;
    clear.hidden = !data.mine;
  }
  const send = (/** @type {string} */ text) => setTriggerValue('place', text);
  form.onsubmit = (event) => { event.preventDefault(); send(input.value.trim()); };
  clear.onclick = () => { input.value = ''; send(''); };
  // Choosing from the list replaces the text at once; typing goes letter by letter.
  input.oninput = (event) => {
    const chosen = !(event instanceof InputEvent) || event.inputType === 'insertReplacementText';
    if (chosen && input.value) send(input.value);
  };
  input.onfocus = async () => {
    input.onfocus = null;
    try {
      /** @type {string[]} */
      const names = await staticJson(data.names);
      list.replaceChildren(...names.map((name) => h('option', { value: name })));
    } catch {
      input.placeholder = 'Typ een naam en kies Zoek';
    }
  };
}
