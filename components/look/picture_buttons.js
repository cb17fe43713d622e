// Buttons that save or copy what is drawn above them as a picture. What makes it is fetched at the first press.

import { h } from './dom.js';
import { fileName } from './file_name.js';
import { saveBlob } from './save_blob.js';

/** @typedef {'png' | 'svg' | 'copy'} PictureKind */
/** Picture and the name of its file, without product, day and ending; or a sentence that says why there is none. */
/** @typedef {{ picture: SVGSVGElement, name: string } | string} Made */
/**
 * `what` names the drawing for who hears the buttons; `label` stands before them.
 * @typedef {{ what: string, label?: string, make: (kind: PictureKind) => Promise<Made> }} OfferedPicture
 */

const FAILED = 'De afbeelding is niet gemaakt. Probeer het nog eens.';
const NOT_COPIED = 'Kopiëren mag niet in deze browser. Bewaar de afbeelding als PNG.';
const COPIED = 'Gekopieerd. Plak de afbeelding in uw document.';

/** @type {[kind: PictureKind, text: string][]} */
const KINDS = [['png', 'PNG'], ['svg', 'SVG'], ['copy', 'Kopieer']];

/** What was asked for cannot be had; the message is for the visitor. */
class Refused extends Error {}

/**
 * @param {OfferedPicture} offer
 * @param {'png' | 'svg'} kind
 */
async function fileOf({ make }, kind) {
  const made = await make(kind), { pngOf, svgOf } = await import('./picture.js');
  if (typeof made === 'string') throw new Refused(made);
  return { blob: kind === 'svg' ? svgOf(made.picture) : await pngOf(made.picture), name: fileName(made.name, kind, new Date()) };
}

/**
 * Saves the picture; what the visitor hears of it.
 * @param {OfferedPicture} offer
 * @param {'png' | 'svg'} kind
 */
async function save(offer, kind) {
  const { blob, name } = await fileOf(offer, kind);
  saveBlob(blob, name);
  return '';
}

/**
 * Copies the picture. The browser takes it only while the press lasts, so it gets a promise of what is still to be made.
 * @param {OfferedPicture} offer
 */
async function copy(offer) {
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard) throw new Refused(NOT_COPIED);
  const made = fileOf(offer, 'png');
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': made.then(({ blob }) => blob) })]);
  } catch {
    await made; // What went wrong in making it is another matter than what the browser allows.
    throw new Refused(NOT_COPIED);
  }
  return COPIED;
}

/**
 * Fills a place with the buttons; always the same words and order.
 * @param {HTMLElement} place
 * @param {OfferedPicture} offer
 */
export function offerPicture(place, offer) {
  const said = h('span', { class: 'said', role: 'status' });
  const buttons = KINDS.map(([kind, text]) => {
    const button = h('button', { type: 'button', 'data-picture': kind, 'data-once': true, 'aria-label': `${text}: ${offer.what}` }, text);
    button.addEventListener('click', async () => {
      said.textContent = '';
      try {
        said.textContent = await (kind === 'copy' ? copy(offer) : save(offer, kind));
      } catch (fault) {
        said.textContent = fault instanceof Refused ? fault.message : FAILED;
        if (kind === 'copy') buttons[0].focus();
      }
    });
    return button;
  });
  place.classList.add('pictures');
  place.setAttribute('role', 'group');
  place.setAttribute('aria-label', `Bewaar als afbeelding: ${offer.what}`);
  place.replaceChildren(h('span', {}, offer.label ?? 'Bewaar als afbeelding:'), ...buttons, said);
}
