// Rows and cells of what an exhibit draws as a table: bars, grid of classes, words, waterfall.

import { h } from './dom.js';
import { classBackground } from './svg.js';

/** @typedef {{ kind: 'bars', unit: string, bars: { label: string, value: number | null, words: string, marked: boolean }[] }} Bars */
/**
 * @typedef {{
 *   kind: 'grid', rows: string[], columns: string[], cells: number[][], classes: (import('./svg.js').Coloured & { words: string })[],
 *   marked: number | null, bands: [name: string, count: number][],
 * }} Grid
 */
/** @typedef {{ kind: 'table', columns: string[], rows: string[][] }} Words */
/** @typedef {{ kind: 'waterfall', beginning: string, steps: { label: string, from: number, to: number, words: string, kind: string }[] }} Waterfall */
/** @typedef {Bars | Grid | Words | Waterfall} Tabular */

/** Letters of a label that fit on one line beside its bar. */
const SHORT_LABEL = 26;

/**
 * A row per bar, from nought to the largest; an unknown value has no bar, only its word.
 * @param {Bars} drawing
 * @param {HTMLElement} caption
 */
export function barTable({ bars }, caption) {
  const most = Math.max(...bars.map(({ value }) => value ?? 0), 0), isLong = bars.some(({ label }) => label.length > SHORT_LABEL);
  const rows = bars.map(({ label, value, words, marked }) => h('tr', { class: marked && 'marked' },
    h('th', { scope: 'row' }, label),
    h('td', { class: 'track' }, value !== null && stretch(0, most ? value / most : 0)),
    h('td', { class: 'words' }, words, marked && h('span', { class: 'spoken' }, ' (gemarkeerd)'))));
  return h('table', { class: isLong && 'long' }, caption, h('tbody', {}, ...rows));
}

/**
 * A row per step: a total stands on the axis, the others hang between where they start and where they end, in percents of the
 * axis. The last line says where that begins.
 * @param {Waterfall} drawing
 * @param {HTMLElement} caption
 * @returns {Element[]}
 */
export function waterfall({ steps, beginning }, caption) {
  const rows = steps.map(({ label, from, to, words, kind }) => h('tr', { class: kind },
    h('th', { scope: 'row' }, label),
    h('td', { class: 'track' }, stretch(from / 100, to / 100)),
    h('td', { class: 'words' }, words)));
  return [h('table', {}, caption, h('tbody', {}, ...rows)), h('p', { class: 'axis' }, beginning)];
}

/**
 * @param {number} from share of the room, 0 to 1
 * @param {number} to
 */
function stretch(from, to) {
  const bar = h('i', { class: 'bar' });
  bar.style.cssText = `left: ${100 * from}%; width: ${100 * (to - from)}%`;
  return bar;
}

/**
 * @param {Words} drawing
 * @param {HTMLElement} caption
 */
export function wordsTable({ columns, rows }, caption) {
  const table = h('table', {}, caption,
    h('thead', {}, h('tr', {}, ...columns.map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, ...rows.map(([first, ...rest]) => h('tr', {}, h('th', { scope: 'row' }, first), ...rest.map((cell) => h('td', {}, cell))))));
  table.style.setProperty('--rows', String(rows.length + 1));
  return table;
}

/**
 * The grid and its key. A cell shows its class as a colour or pattern, and says it to a screen reader.
 * @param {Grid} drawing
 * @param {HTMLElement} caption
 */
export function gridTable(drawing, caption) {
  const { rows, columns, cells, classes, marked, bands } = drawing, starts = bandStarts(bands), named = namedColumns(drawing);
  const alone = new Set(columnsAlone(bands));
  const place = (/** @type {number} */ column) => [column === marked && 'mine', starts.has(column) && 'starts'].filter(Boolean).join(' ') || false;
  const table = h('table', {}, caption,
    h('colgroup', {}, h('col', { class: 'heads' }),
      ...columns.map((_, column) => h('col', { class: column === marked ? 'mine' : alone.has(column) && 'alone' }))),
    h('thead', {},
      bands.length > 0 && h('tr', { class: 'bands' }, h('td'), ...bandHeads(bands, columns.length)),
      h('tr', { class: named.size > 0 ? 'names shown' : 'names' }, h('td'), ...columns.map((name, column) => h('th', { scope: 'col', class: place(column) },
        h('span', { class: named.has(column) ? `name ${sideOf(column, columns.length)}` : 'spoken' }, name))))),
    h('tbody', {}, ...rows.map((name, row) => h('tr', {}, h('th', { scope: 'row' }, name), ...cells[row].map((at, column) => {
      const cell = h('td', { class: place(column) }, h('span', { class: 'spoken' }, classWords(classes[at].words)));
      cell.style.background = classBackground(classes[at]);
      return cell;
    })))));
  return [table, h('ul', { class: 'legend' }, ...classes.map((item) => {
    const swatch = h('i', { class: 'swatch' });
    swatch.style.background = classBackground(item);
    return h('li', {}, swatch, item.words);
  }), marked !== null && h('li', {}, h('i', { class: 'swatch own' }), columns[marked]))];
}

/**
 * Columns with which a band starts, but for the first.
 * @param {Grid['bands']} bands
 */
export function bandStarts(bands) {
  const starts = new Set();
  let column = 0;
  for (const [, count] of bands) {
    if (column) starts.add(column);
    column += count;
  }
  return starts;
}

/**
 * Columns whose name is read above them: one's own, and without bands the first and the last, which say how the columns run.
 * One's own goes before an end that lies beside it.
 * @param {Grid} drawing
 * @returns {Set<number>}
 */
export function namedColumns({ columns, marked, bands }) {
  const named = new Set(marked === null ? [] : [marked]), last = columns.length - 1;
  if (bands.length > 0 || last < 1) return named;
  const taken = marked === null ? '' : sideOf(marked, columns.length);
  if (taken !== 'left') named.add(0);
  if (taken !== 'right') named.add(last);
  return named;
}

/**
 * Columns that are a band of their own: its name stands upright above it, and asks for the width of a line.
 * @param {Grid['bands']} bands
 */
function columnsAlone(bands) {
  let next = 0;
  return bands.flatMap(([, count]) => {
    next += count;
    return count === 1 ? [next - 1] : [];
  });
}

/** Letters of a name that find room across one column, for columns that share the width of a screen. */
const LETTERS_ACROSS = 58;

/**
 * Names of the bands, upright where one is too long to lie above its columns.
 * @param {Grid['bands']} bands
 * @param {number} columns
 */
function bandHeads(bands, columns) {
  const isUpright = (/** @type {string} */ name, /** @type {number} */ count) => name.length > count * LETTERS_ACROSS / columns;
  return bands.map(([name, count], at) => (name
    ? h('th', { scope: 'colgroup', colspan: count, class: at > 0 && 'starts' }, h('span', { class: isUpright(name, count) && 'upright' }, name))
    : h('td', { colspan: count, class: at > 0 && 'starts' })));
}

/**
 * Where the name above a column has room.
 * @param {number} column
 * @param {number} columns
 */
const sideOf = (column, columns) => (column < columns / 3 ? 'left' : column > 2 * columns / 3 ? 'right' : 'middle');

/**
 * Name of a class without how often it occurs.
 * @param {string} words
 */
export const classWords = (words) => words.replace(/: \d+$/, '');
