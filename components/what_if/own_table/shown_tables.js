// A table as it was understood, in each cell what the sheet shows where that is something else.

import { h, keepTable } from '../../look/dom.js';

/** @typedef {import('./proposal_words.js').Read} Read */
/** @typedef {import('./proposal_words.js').ShownTable} ShownTable */
/** @typedef {import('./proposal_words.js').ShownCell} ShownCell */

const NUMBER = /^-?[\d.]+(,\d+)?$/, LONG = 24;

/** @param {Read} read */
export function tableParts({ shown }) {
  if (!shown.length) return [];
  const cells = shown.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return [
    h('div', {}, h('h4', {}, 'Zo lezen wij uw blad'), key(cells.some(isOther), cells.some(isMade))),
    ...shown.map(tablePart),
  ];
}

/** @param {ShownCell} cell */
const isMade = ([, shown, , isSame]) => !isSame && !shown;
/** @param {ShownCell} cell */
const isOther = ([, shown, , isSame]) => !isSame && Boolean(shown);

/**
 * @param {boolean} hasOther
 * @param {boolean} hasMade
 */
function key(hasOther, hasMade) {
  return h('p', { class: 'key' },
    h('span', {}, 'Bedragen in mln €. Waar uw blad iets anders laat zien, staat dat eronder.'),
    hasOther ? h('span', {}, h('i', { class: 'other' }), 'anders dan in uw blad') : null,
    hasMade ? h('span', {}, h('i', { class: 'made' }), 'staat niet in uw blad, en is aangenomen') : null);
}

/** @param {ShownTable} table */
function tablePart({ kind, place, headings, rows }) {
  const name = `${kind}${place ? ` uit ${place}` : ''}`;
  const columns = [...headings.keys()].filter((column) => rows.some(({ cells }) => cells[column][0] || cells[column][1]));
  const table = h('table', {},
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Waar'), ...columns.map((column) => headingCell(headings[column])))),
    h('tbody', {}, ...rows.map(({ place: where, cells }) => h('tr', {}, h('th', { scope: 'row' }, rowName(where, place)),
      ...columns.map((column) => cellPart(cells[column], headings[column][0]))))));
  keepTable(table);
  table.setAttribute('aria-label', name);
  return h('div', {}, h('b', {}, `${name}, ${rows.length === 1 ? '1 rij' : `${rows.length} rijen`}`),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `${name}, naast wat het blad laat zien` }, table));
}

/**
 * Place of a row without the sheet, which stands above the table.
 * @param {string} where
 * @param {string} sheet
 */
function rowName(where, sheet) { return where.startsWith(`${sheet}, `) ? where.slice(sheet.length + 2) : where; }

/** @param {[own: string, shown: string]} heading */
function headingCell([own, shown]) {
  return h('th', { scope: 'col' }, own, shown && shown.toLowerCase() !== own.toLowerCase() ? h('span', { class: 'seen' }, `blad: ${shown}`) : null);
}

/**
 * @param {ShownCell} cell
 * @param {string} label
 */
function cellPart(cell, label) {
  const [understood, shown, address] = cell, kinds = [
    isOther(cell) ? 'other' : isMade(cell) ? 'made' : '', NUMBER.test(understood) ? 'number' : '', understood.length > LONG ? 'long' : '',
    understood || shown ? '' : 'empty',
  ].filter(Boolean).join(' ');
  const beside = isOther(cell) ? `${address || 'blad'}: ${shown}` : isMade(cell) ? address ? `${address} is leeg` : 'aanname' : '';
  return h('td', { class: kinds || null, 'data-label': label }, h('span', {}, understood || (shown ? 'onbekend' : '')),
    beside ? h('span', { class: 'seen' }, beside) : null);
}
