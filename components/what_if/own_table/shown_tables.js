// A table as it was understood, in each cell what the sheet shows where that is something else.

import { h, keepTable } from '../../look/dom.js';

/** @typedef {import('./proposal_words.js').Read} Read */
/** @typedef {import('./proposal_words.js').ShownTable} ShownTable */
/** @typedef {import('./proposal_words.js').ShownCell} ShownCell */

const NUMBER = /^-?[\d.]+(,\d+)?$|^nog te kiezen$/, LONG = 24;

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
    hasOther ? h('span', {}, h('i', { class: 'other' }), 'staat anders in uw blad') : null,
    hasMade ? h('span', {}, h('i', { class: 'made' }), 'staat niet op deze regel van uw blad') : null);
}

/** @param {ShownTable} table */
function tablePart({ kind, place, headings, rows }) {
  const name = `${kind}${place ? ` uit ${place}` : ''}`, columns = headings.flatMap((heading, at) => columnOf(heading, rows.map(({ cells }) => cells[at])));
  const table = h('table', {},
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Waar'), ...columns.map(headingCell))),
    h('tbody', {}, ...rows.map(({ place: where }, at) => h('tr', {}, h('th', { scope: 'row' }, rowName(where, place)),
      ...columns.map((column) => cellPart(column.cells[at], column))))));
  keepTable(table);
  table.setAttribute('aria-label', name);
  return h('div', {}, h('b', {}, `${name}, ${rows.length === 1 ? '1 rij' : `${rows.length} rijen`}`),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `${name}, naast wat het blad laat zien` }, table));
}

/**
 * Column with something in it. Where all of it stands otherwise in the sheet, as in another unit, the heading is marked and not each cell.
 * @typedef {{ own: string, seen: string, cells: ShownCell[], isNumber: boolean, isAllOther: boolean }} Column
 */

/**
 * @param {[own: string, shown: string]} heading
 * @param {ShownCell[]} cells
 * @returns {Column[]}
 */
export function columnOf([own, shown], cells) {
  const filled = cells.filter(([understood, seen]) => understood || seen), telling = filled.filter(([understood]) => understood !== '0');
  if (!filled.length) return [];
  const isNumber = filled.every(([understood]) => NUMBER.test(understood) || !understood);
  const isAllOther = isNumber && telling.length > 1 && telling.every((cell) => isOther(cell) && cell[0]);
  return [{ own, seen: shown.toLowerCase() === own.toLowerCase() ? '' : shown, cells, isNumber, isAllOther }];
}

/**
 * Place of a row without the sheet, which stands above the table.
 * @param {string} where
 * @param {string} sheet
 */
function rowName(where, sheet) { return where.startsWith(`${sheet}, `) ? where.slice(sheet.length + 2) : where; }

/**
 * Text whose unit stays on one line.
 * @param {string} text
 */
const whole = (text) => text.replace(/\((?:mln €|x € 1\.000)\)/g, (unit) => unit.replaceAll(' ', '\u00a0'));

/** @param {Column} column */
function headingCell({ own, seen, isNumber, isAllOther }) {
  return h('th', { scope: 'col', class: [isNumber ? 'number' : '', isAllOther ? 'other' : ''].filter(Boolean).join(' ') || null }, whole(own),
    seen ? h('span', { class: 'seen' }, `blad: ${whole(seen)}`) : null);
}

/**
 * @param {ShownCell} cell
 * @param {Column} column
 */
function cellPart(cell, { own, isNumber, isAllOther }) {
  const [understood, shown, address] = cell, kinds = [
    isOther(cell) && !isAllOther ? 'other' : isMade(cell) ? 'made' : '', isNumber ? 'number' : '', understood.length > LONG ? 'long' : '',
    understood || shown ? '' : 'empty',
  ].filter(Boolean).join(' ');
  const beside = isOther(cell) ? `${address || 'blad'}: ${shown}` : isMade(cell) ? address ? `${address} is leeg` : 'niet op deze regel' : '';
  return h('td', { class: kinds || null, 'data-label': own }, h('span', {}, understood || (shown ? 'onbekend' : '')),
    beside ? h('span', { class: 'seen' }, beside) : null);
}
