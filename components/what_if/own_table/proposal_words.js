// What the proposal says beside its choices and tables.

import { unbroken } from '../../look/amounts.js';
import { h } from '../../look/dom.js';

/**
 * @typedef {{ key: string, text: string, group: string, place: string, options: [value: string, label: string][], proposal: string | null,
 *   value: string | null, isOpen: boolean, isCertain: boolean,
 *   isLasting: boolean, reason: string, isAssumption: boolean }} Question
 */
/** @typedef {{ text: string, places: string[], count: number, isAssumption: boolean }} Finding */
/** @typedef {[understood: string, shown: string, address: string, isSame: 0 | 1]} ShownCell */
/** @typedef {{ kind: string, place: string, headings: [own: string, shown: string][], rows: { place: string, cells: ShownCell[] }[] }} ShownTable */
/**
 * As reading.py sends it.
 * @typedef {{ sources: { mark: string, name: string }[], name: string, answers: Record<string, string>, recalled: string, form: string,
 *   groups: string[], questions: Question[], notes: Finding[], faults: Finding[], shown: ShownTable[], missing: string[], typed: string[],
 *   canUse: boolean, canMend: boolean }} Read
 */

/** @param {Read} read */
export function stateText({ questions, notes, faults, missing, canUse }) {
  const open = questions.filter(({ isOpen }) => isOpen).length;
  const left = [
    faults.length ? (faults.length === 1 ? 'één fout' : `${faults.length} fouten`) : '',
    open ? (open === 1 ? 'één keuze' : `${open} keuzes`) : '',
    ...missing.map((kind) => `de tabel “${kind}”`),
  ].filter(Boolean);
  if (canUse) {
    const assumed = notes.filter(({ isAssumption }) => isAssumption).length, also = assumed === 1 ? 'en let op de aanname' : `en let op de ${assumed} aannames`;
    return `Er staat niets meer open. Vergelijk de tabel met uw blad${assumed ? `, ${also}` : ''}. Kies dan “Klopt, reken hiermee”.`;
  }
  return `Nog open: ${left.length > 1 ? `${left.slice(0, -1).join(', ')} en ${left.at(-1)}` : left[0] ?? 'wat u nog moet kiezen'}.`;
}

/** @param {Finding} finding */
function placesText({ places, count }) {
  if (!places.length) return '';
  const more = count - places.length;
  return `${places.join('; ')}${more > 0 ? `; en nog ${more === 1 ? 'één plek' : `${more} plekken`}` : ''}`;
}

/** @param {Finding} finding */
function findingWords(finding) {
  const where = placesText(finding);
  const mark = finding.isAssumption && !finding.text.startsWith('Aanname') ? h('b', {}, 'Aanname: ') : null;
  return [mark, unbroken(finding.text), where ? h('span', { class: 'where' }, ` (${where})`) : null];
}

/** @param {Finding[]} findings */
const findingList = (findings) => h('ul', {}, ...findings.map((finding) => h('li', {}, ...findingWords(finding))));

/** @param {Read} read */
export function faultParts({ faults: [first, ...others], canMend }) {
  if (!first) return [];
  /** @type {HTMLElement[]} */
  const parts = [h('h4', {}, 'Eerst dit'), h('p', { class: 'first' }, ...findingWords(first))];
  if (others.length) parts.push(h('h4', {}, 'Daarna'), findingList(others));
  parts.push(h('p', {}, `Verbeter het in uw rekenblad en open dat opnieuw${canMend ? ', of verbeter het hier' : ''}.`));
  if (canMend) parts.push(h('button', { type: 'button', 'data-act': 'mend' }, 'Zet wat gelezen is in de invultabel hieronder'));
  return parts;
}

/** @param {Read} read */
export function missingParts({ missing, typed }) {
  return [
    ...missing.map((kind) => h('p', {}, h('b', {}, `“${kind}” ontbreekt nog. `),
      'Open daarvoor hierboven een tweede bestand of plak de cellen; wat al gelezen is blijft staan. Of typ de tabel zelf: ',
      h('button', { type: 'button', 'data-act': 'type', 'data-kind': kind }, `Vul “${kind}” hieronder in`))),
    ...typed.map((kind) => h('p', {}, `“${kind}” komt uit de invultabel hieronder; wat u daar typt, staat meteen in dit voorstel.`)),
  ];
}

/** @param {Read} read */
export function noteParts({ notes }) {
  if (!notes.length) return [];
  return [h('h4', {}, 'Goed om te weten'), findingList([...notes].sort((a, b) => Number(b.isAssumption) - Number(a.isAssumption)))];
}
