// Chooses a table file. Size and number are checked here, before a byte leaves the browser; Python checks them again.

import { onePerRoot } from '../../look/component.js';
import { find } from '../../look/dom.js';
import { fileFault, inMegabytes, namesOf } from './file_checks.js';

/**
 * As section.py sends it; `answered` counts the files that Python has dealt with.
 * @typedef {import('./file_checks.js').FileLimits & { answered: number }} UploadData
 */
/** @typedef {import('../../look/component.js').ComponentArguments<UploadData>} UploadComponent */

/**
 * @param {File} file
 * @returns {Promise<string>}
 */
const asBase64 = (file) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.addEventListener('load', () => {
    const address = String(reader.result);
    resolve(address.slice(address.indexOf(',') + 1));
  });
  reader.addEventListener('error', () => reject(reader.error));
  reader.readAsDataURL(file);
});

class Upload {
  /** @type {number | null} */
  answered = null;

  /** @param {UploadComponent} component */
  constructor({ parentElement, data, setTriggerValue }) {
    this.root = find(parentElement, '.upload');
    this.rules = find(this.root, '#regels');
    this.message = find(this.root, '#melding');
    this.data = data;
    this.send = setTriggerValue;
    this.listen(find(this.root, 'input', HTMLInputElement));
  }

  /** @param {HTMLInputElement} input */
  listen(input) {
    const { root } = this;
    input.addEventListener('change', () => {
      this.take([...input.files ?? []]);
      input.value = '';
    });
    input.addEventListener('keydown', (event) => { if (event.key === 'Enter') input.click(); });
    root.addEventListener('dragover', (event) => {
      event.preventDefault();
      root.classList.add('over');
    });
    root.addEventListener('dragleave', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && root.contains(relatedTarget))) root.classList.remove('over');
    });
    root.addEventListener('drop', (event) => {
      event.preventDefault();
      root.classList.remove('over');
      this.take([...event.dataTransfer?.files ?? []]);
    });
  }

  /** @param {UploadComponent} component */
  update({ data, setTriggerValue }) {
    this.data = data;
    this.send = setTriggerValue;
    const most = inMegabytes(data.mostBytes);
    this.rules.textContent = `XLSX met twee bladen, of CSV met één tabel (beide CSV-bestanden mogen tegelijk). Samen hooguit ${most} MB.`;
    if (data.answered !== this.answered) {
      this.answered = data.answered;
      this.say('');
    }
  }

  /**
   * @param {string} message
   * @param {boolean} [isFault]
   */
  say(message, isFault = false) {
    this.root.classList.toggle('fault', isFault);
    this.message.textContent = message;
  }

  /** @param {File[]} files */
  async take(files) {
    if (!files.length) return;
    const fault = fileFault(files, this.data), names = namesOf(files);
    if (fault) {
      this.say(fault, true);
      return;
    }
    this.say(`${names} wordt gelezen …`);
    try {
      const read = await Promise.all(files.map(async (file) => ({ name: file.name, content: await asBase64(file) })));
      this.send('files', read);
    } catch {
      this.say(`${names} is niet te lezen. Staat het nog op die plek, en is het geen map?`, true);
    }
  }
}

const uploadOf = onePerRoot(/** @param {UploadComponent} component */ (component) => new Upload(component));

/** @param {UploadComponent} component */
export default function (component) { uploadOf(component).update(component); }
