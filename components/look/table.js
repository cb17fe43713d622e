// Table that sorts and filters in the browser.

import { unbroken } from './amounts.js';
import { onePerRoot } from './component.js';
import { around, find, h } from './dom.js';

/** @typedef {string | number | null} Plain */
/** @typedef {Plain | [text: string, sortKey: Plain]} Cell Text, and what the cell sorts by where that is something else. */
/** @typedef {{ column: number, down: boolean }} Sort */
/**
 * As components/look/table.py sends it; columns with `lines` of the text edition show when someone asks for them.
 * @typedef {{ caption: string, columns: { name: string, number: boolean, lines: boolean }[], rows: Cell[][] }} TableData
 */

/** @typedef {import('./component.js').ComponentArguments<TableData>} TableComponent */

/** @param {Cell} cell */
export const cellText = (cell) => String((Array.isArray(cell) ? cell[0] : cell) ?? '');
/** @param {Cell} cell */
const sortKey = (cell) => (Array.isArray(cell) ? cell[1] : cell);

/**
 * Numbers by their value, texts as Dutch sorts them, with numbers inside a text by their value.
 * @param {Plain} a
 * @param {Plain} b
 */
export function compareKeys(a, b) {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a ?? '').localeCompare(String(b ?? ''), 'nl', { numeric: true });
}

/**
 * Rows that hold the wanted text in one of these columns, in the order asked for.
 * @param {Cell[][]} rows
 * @param {string} wanted
 * @param {Sort | null} sort
 * @param {number[]} columns
 */
export function shownRows(rows, wanted, sort, columns) {
  const text = wanted.trim().toLowerCase();
  const kept = rows.filter((row) => !text || columns.some((column) => cellText(row[column]).toLowerCase().includes(text)));
  return sort ? kept.sort((a, b) => compareKeys(sortKey(a[sort.column]), sortKey(b[sort.column])) * (sort.down ? -1 : 1)) : kept;
}

/**
 * @param {number} shown
 * @param {number} all
 */
export function countWords(shown, all) {
  if (shown === all) return `${all} rijen`;
  return shown ? `${shown} van ${all} rijen` : 'Geen rij past bij deze zoekterm.';
}

/** From how many characters on a text is a sentence, which needs a wider column. */
const SENTENCE = 60;

/**
 * Class of a cell in a column of numbers, or whose texts may be sentences.
 * @param {string} text
 * @param {{ number: boolean, long: boolean }} column
 */
function classOf(text, { number, long }) {
  if (number) return 'number';
  if (long) return 'long';
  return /^\d{1,2} [a-z]+ \d{4}$/.test(text) ? 'date' : null;
}

class SortableTable {
  /** @type {Sort | null} */
  sort = null;
  withLines = false;

  /** @param {TableComponent} component */
  constructor({ parentElement, data }) {
    this.root = find(parentElement, '.tabel');
    this.data = data;
    this.input = find(this.root, 'input', HTMLInputElement);
    this.input.addEventListener('input', () => this.drawRows());
    find(this.root, 'thead').addEventListener('click', (event) => {
      const button = around(event, 'button');
      if (button) this.sortBy(Number(button.dataset.column));
    });
    this.lines = find(this.root, 'button.lines');
    this.lines.addEventListener('click', () => { this.withLines = !this.withLines; this.draw(); });
  }

  /** @param {TableComponent} component */
  update(component) {
    this.data = component.data;
    this.draw();
  }

  /** @param {number} column */
  sortBy(column) {
    this.sort = { column, down: this.sort?.column === column && !this.sort.down };
    this.draw();
    find(this.root, `[data-column="${column}"]`).focus();
  }

  /** Columns that show now. */
  get shown() {
    return this.data.columns.flatMap(({ lines }, column) => (lines && !this.withLines ? [] : [column]));
  }

  draw() {
    const { caption, columns, rows } = this.data;
    this.lines.hidden = !columns.some(({ lines }) => lines);
    this.lines.setAttribute('aria-pressed', String(this.withLines));
    find(this.root, 'caption span').textContent = caption;
    this.root.classList.toggle('short', rows.length <= 15);
    find(this.root, '.scroll').setAttribute('aria-label', caption);
    find(this.root, 'thead').replaceChildren(h('tr', {}, ...this.shown.map((column) => h(
      'th', { scope: 'col', class: columns[column].number ? 'number' : '', 'aria-sort': this.sortedHow(column) },
      h('button', { type: 'button', 'data-column': column }, columns[column].name),
    ))));
    this.drawRows();
  }

  /** @param {number} column */
  sortedHow(column) {
    if (this.sort?.column !== column) return 'none';
    return this.sort.down ? 'descending' : 'ascending';
  }

  drawRows() {
    const { columns, rows } = this.data, visible = this.shown, shown = shownRows(rows, this.input.value, this.sort, visible);
    const looks = columns.map(({ number }, column) => ({ number, long: rows.some((row) => cellText(row[column]).length >= SENTENCE) }));
    find(this.root, 'tbody').replaceChildren(...shown.map((row) => h('tr', {}, ...visible.map((column) => h(
      column === 0 ? 'th' : 'td', { scope: column === 0 && 'row', class: classOf(cellText(row[column]), looks[column]) }, unbroken(cellText(row[column])),
    )))));
    find(this.root, '.count').textContent = countWords(shown.length, rows.length);
  }
}

const tableOf = onePerRoot((/** @type {TableComponent} */ component) => new SortableTable(component));

/** @param {TableComponent} component */
export default function (component) {
  tableOf(component).update(component);
}
