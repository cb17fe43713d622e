// The dialog "Delen": link, mail, QR code and text for another website of what is shown now.

import { onePerRoot } from '../look/component.js';
import { copied, notCopied } from '../look/copied.js';
import { find, h } from '../look/dom.js';
import { FileRequest } from '../look/made_file.js';
import { pngOf, svgOf } from '../look/picture.js';
import { saveBlob } from '../look/save_blob.js';
import { svg } from '../look/svg.js';
import { addressHere } from './go.js';
import { addStep } from './own_storylines.js';
import { isStageKeyOn, setStageKey } from './stage_key.js';

/** Width of a module of the code in a downloaded drawing, of which a picture has twice the pixels. */
const PX_PER_MODULE = 8;
/** So often an open dialog looks whether the address is still the one that it shows: no browser tells of every way in which it changes. */
const LOOK_MS = 200;

/**
 * From share.py: how often was asked, the address with its words and what it leaves out, and what is made of it.
 * @typedef {{
 *   number: number, page: string, address: string, words: string, missing: string[], code: { size: number, path: string } | null, noCode: string,
 *   mail: { subject: string, body: string }, told: string, frame: string, frameNote: string, framing: { isOpen: boolean, words: string },
 *   isStep: boolean, file: string, hasSlides: boolean,
 *   slides: import('../look/made_file.js').SentFile | null,
 * }} ShareData
 */
/** @typedef {import('../look/component.js').ComponentArguments<ShareData>} ShareComponent */

/**
 * Address for a mail program. Of the lines in a mail each ends in both signs.
 * @param {{ subject: string, body: string }} mail
 */
export function mailAddress({ subject, body }) {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}

class Share {
  /** @type {ShareData | null} */
  data = null;
  /** Address of which the words and all that is made of it were asked last. */
  asked = '';
  /** @type {ReturnType<typeof setInterval> | undefined} */
  looking;
  /** @type {import('../look/component.js').Report} */
  report = () => {};

  /** @param {ShareComponent} component */
  constructor({ parentElement }) {
    this.dialog = find(parentElement, 'dialog', HTMLDialogElement);
    this.link = find(this.dialog, '#share-link', HTMLInputElement);
    this.frame = find(this.dialog, '#share-frame', HTMLTextAreaElement);
    this.outcome = find(this.dialog, '.outcome');
    this.key = find(this.dialog, '.key input', HTMLInputElement);
    const handOver = find(this.dialog, '.hand-over');
    find(this.dialog, '.close').onclick = () => this.dialog.close();
    find(this.dialog, '.copy-link').onclick = () => this.copy(this.link, 'Link');
    find(this.dialog, '.copy-frame').onclick = () => this.copy(this.frame, 'Regel');
    find(this.dialog, '.add-step').onclick = () => this.addStep();
    this.slides = new FileRequest((words) => { this.outcome.textContent = words; });
    find(this.dialog, '.make-slides').onclick = () => this.slides.ask((number) => this.report('slides', { number }));
    this.key.onchange = () => setStageKey(this.key.checked);
    // What the phone itself offers; a desk has mail and copying.
    handOver.hidden = !('share' in navigator && matchMedia('(pointer: coarse)').matches);
    handOver.onclick = () => this.handOver();
    this.dialog.onclose = () => clearInterval(this.looking);
    // On the ground around it, as Escape does.
    this.dialog.onclick = (event) => { if (event.target === this.dialog && event.detail && this.isBeside(event)) this.dialog.close(); };
  }

  /** @param {ShareComponent} component */
  update({ data, setTriggerValue }) {
    const isNew = this.data?.number !== data.number, isOther = this.data?.address !== data.address;
    this.data = data;
    this.report = setTriggerValue;
    this.slides.take(data.slides);
    if (isNew || isOther) this.draw(data);
    if (isNew) {
      this.outcome.textContent = '';
      this.asked = data.address;
      this.dialog.showModal();
      clearInterval(this.looking);
      this.looking = setInterval(() => this.follow(), LOOK_MS);
    }
    this.follow();
    if (!isNew) return;
    this.link.focus();
    this.link.select();
  }

  // A step on the page may reach the address only when the dialog is there: the link follows at once, and what Python makes of it when it comes.
  follow() {
    const { data, dialog } = this, address = addressHere();
    if (!data || !dialog.open) return;
    if (!dialog.isConnected || new URL(address).pathname !== new URL(data.address).pathname) { dialog.close(); return; }
    if (this.link.value !== address) {
      this.link.value = address;
      this.outcome.textContent = '';
    }
    const isBehind = data.address !== address;
    dialog.classList.toggle('behind', isBehind);
    find(dialog, '.words').textContent = isBehind ? 'De weergave is net veranderd. Wat deze link opent, volgt.' : data.words;
    if (!isBehind || this.asked === address) return;
    this.asked = address;
    this.report('moved', { address, number: data.number });
  }

  /** @param {ShareData} data */
  draw(data) {
    this.frame.value = data.frame;
    this.key.checked = isStageKeyOn();
    const missing = find(this.dialog, '.missing');
    missing.hidden = !data.missing.length;
    find(missing, 'ul').replaceChildren(...data.missing.map((item) => h('li', {}, item)));
    find(this.dialog, '.mail').setAttribute('href', mailAddress(data.mail));
    find(this.dialog, '.by-slides').hidden = !data.hasSlides;
    find(this.dialog, '.add-step').hidden = !data.isStep;
    find(this.dialog, '.allowed').textContent = data.framing.words;
    find(this.dialog, '.line', HTMLDetailsElement).open = data.framing.isOpen;
    find(this.dialog, '.frame-note').textContent = data.frameNote;
    find(this.dialog, '.code').replaceChildren(...this.code(data));
  }

  /** @param {ShareData} data */
  code({ code, noCode, file }) {
    if (!code) return [h('p', {}, noCode)];
    const drawing = svg(
      'svg',
      {
        viewBox: `0 0 ${code.size} ${code.size}`, width: code.size * PX_PER_MODULE, height: code.size * PX_PER_MODULE,
        role: 'img', 'aria-label': 'QR-code van deze link',
        'shape-rendering': 'crispEdges',
      },
      svg('rect', { width: code.size, height: code.size, fill: '#fff' }),
      svg('path', { d: code.path, fill: '#000' }),
    );
    const save = (/** @type {string} */ kind) => {
      const button = h('button', { type: 'button', 'data-once': true }, kind.toUpperCase());
      button.onclick = async () => saveBlob(kind === 'svg' ? svgOf(drawing) : await pngOf(drawing), `${file}.${kind}`);
      button.setAttribute('aria-label', `Download QR-code (${kind.toUpperCase()})`);
      return button;
    };
    return [drawing, h('div', { class: 'row' }, 'Download:', save('png'), save('svg'))];
  }

  /**
   * @param {HTMLInputElement | HTMLTextAreaElement} field
   * @param {string} what
   */
  async copy(field, what) {
    this.outcome.textContent = await copied(field) ? `${what} gekopieerd.` : notCopied(`De ${what.toLowerCase()}`);
  }

  addStep() {
    if (this.data) this.outcome.textContent = addStep({ page: this.data.page, query: new URL(this.link.value).search }).words;
  }

  async handOver() {
    if (!this.data) return;
    try {
      const { mail, words, told, address } = this.data;
      await navigator.share({ title: mail.subject, text: [words, told].filter(Boolean).join(' '), url: address });
    } catch (error) {
      // Who changes his mind is told nothing.
      if (!(error instanceof DOMException && error.name === 'AbortError')) this.outcome.textContent = 'Delen lukt hier niet. Kopieer de link.';
    }
  }

  /** @param {MouseEvent} event */
  isBeside({ clientX, clientY }) {
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    return clientX < left || clientX > right || clientY < top || clientY > bottom;
  }
}

const shareOf = onePerRoot((/** @type {ShareComponent} */ component) => new Share(component));

/** @param {ShareComponent} component */
export default function (component) {
  shareOf(component).update(component);
}
