// Chooses a table file, or takes cells that are pasted. Size and number are checked here, before a byte leaves the browser; Python
// checks them again.

import { onePerRoot } from '../../look/component.js';
import { find } from '../../look/dom.js';
import { Drafts } from './drafts.js';
import { fileFault, inMegabytes, namesOf, pasteFault } from './file_checks.js';

/**
 * As section.py sends it; `answered` counts the files that Python has dealt with.
 * @typedef {import('./file_checks.js').FileLimits & { answered: number, isRefused: boolean }} UploadData
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

/** Name by which this tab and Python know a source. */
const newMark = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

class Upload {
  drafts = new Drafts();
  /** @type {number | null} */
  answered = null;
  isPasteSent = false;

  /** @param {UploadComponent} component */
  constructor({ parentElement, data, setTriggerValue }) {
    this.root = find(parentElement, '.upload');
    this.rules = find(this.root, '#regels');
    this.message = find(this.root, '#melding');
    this.data = data;
    this.send = setTriggerValue;
    this.cells = find(this.root, 'textarea', HTMLTextAreaElement);
    this.act = find(this.root, '#lees', HTMLButtonElement);
    this.listen(find(this.root, 'input', HTMLInputElement));
    this.cells.addEventListener('input', (event) => {
      this.act.hidden = !this.cells.value.trim();
      if (/** @type {InputEvent} */ (event).inputType === 'insertFromPaste') this.takeCells();
    });
    this.act.addEventListener('click', () => this.takeCells());
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
    this.rules.textContent = `Een rekenblad zoals u het hebt: XLSX, ODS, CSV of TXT. Eén of twee bestanden, samen hooguit ${most} MB. ` +
      'U ziet eerst wat wij lezen; daarna kiest u of de pagina ermee rekent.';
    if (data.answered !== this.answered) {
      this.answered = data.answered;
      this.say('');
      // Refused cells stay, to be mended.
      if (this.isPasteSent && !data.isRefused) this.cells.value = '';
      this.isPasteSent = false;
      this.act.hidden = !this.cells.value.trim();
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
      this.sendSources(await Promise.all(files.map(async (file) => ({ mark: newMark(), name: file.name, content: await asBase64(file) }))));
    } catch {
      this.say(`${names} is niet te lezen. Staat het nog op die plek, en is het geen map?`, true);
    }
  }

  takeCells() {
    const text = this.cells.value, fault = pasteFault(text, this.data);
    if (fault) {
      this.say(fault, true);
      return;
    }
    this.say('Wat u plakte, wordt gelezen …');
    this.isPasteSent = true;
    this.sendSources([{ mark: newMark(), text }]);
  }

  /** @param {import('./drafts.js').SentSource[]} sources */
  sendSources(sources) {
    this.drafts.add(sources);
    this.send('files', sources);
  }
}

const uploadOf = onePerRoot(/** @param {UploadComponent} component */ (component) => new Upload(component));

/** @param {UploadComponent} component */
export default function (component) { uploadOf(component).update(component); }
