// Table that sorts and filters in the browser; on a phone or tablet its rows become cards where the columns do not fit.

import { unbroken } from './amounts.js';
import { onePerRoot } from './component.js';
import { around, fillSelect, find, h, keepTable } from './dom.js';

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

/** Up to so many rows a table stands whole, without a box to scroll in. */
const MOST_SHORT = 20;
/** Room of a phone, or of a column beside another: less than this. In rem, for on stage all text grows with the window. */
const NARROW_REM = 35;
/** Room in which a table that is wider becomes cards: with more room it scrolls sideways instead. */
const CARDS_BELOW_REM = 56.25;

/**
 * Every order that one can choose where no headings stand: as the rows came, and by each of these columns either way.
 * @param {TableData['columns']} columns
 * @param {number[]} shown
 * @returns {[value: string, text: string][]}
 */
export const orders = (columns, shown) => [['', 'oorspronkelijk'], ...shown.flatMap((column) => /** @type {[string, string][]} */ ([
  [`${column} up`, `${columns[column].name}, oplopend`], [`${column} down`, `${columns[column].name}, aflopend`],
]))];

class SortableTable {
  /** @type {Sort | null} */
  sort = null;
  withLines = false;
  asCards = false;
  fittedPx = 0;

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
    this.all = find(this.root, 'button.all');
    this.all.addEventListener('click', () => this.showWhole(!this.root.classList.contains('whole')));
    this.room = find(this.root, '.scroll');
    this.room.addEventListener('scroll', () => this.markCut());
    this.order = find(this.root, 'select', HTMLSelectElement);
    this.order.addEventListener('change', () => {
      const [column, way] = this.order.value.split(' ');
      this.sort = way ? { column: Number(column), down: way === 'down' } : null;
      this.draw();
    });
    const observer = new ResizeObserver(() => {
      if (this.root.isConnected) this.fit();
      else observer.disconnect();
    });
    observer.observe(this.root);
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
    this.root.classList.toggle('short', rows.length <= MOST_SHORT);
    find(this.root, '.scroll').setAttribute('aria-label', caption);
    fillSelect(this.order, orders(columns, this.shown));
    this.order.value = this.sort ? `${this.sort.column} ${this.sort.down ? 'down' : 'up'}` : '';
    this.drawHead();
    this.drawRows();
    this.fittedPx = 0;
    this.fit();
  }

  drawHead() {
    const { columns } = this.data;
    find(this.root, 'thead').replaceChildren(h('tr', {}, ...this.shown.map((column) => h(
      'th', { scope: 'col', class: columns[column].number ? 'number' : '', 'aria-sort': this.sortedHow(column) },
      this.asCards ? columns[column].name : h('button', { type: 'button', 'data-column': column }, columns[column].name),
    ))));
  }

  /** Chooses between a table and cards, once for each width and each set of columns. */
  fit() {
    const { room, root: { clientWidth } } = this;
    if (!clientWidth || clientWidth === this.fittedPx) return;
    this.fittedPx = clientWidth;
    this.root.classList.remove('cards');
    const widthRem = clientWidth / parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.root.classList.toggle('narrow', widthRem < NARROW_REM);
    const asCards = widthRem < CARDS_BELOW_REM && room.scrollWidth > room.clientWidth;
    this.root.classList.toggle('cards', asCards);
    this.order.parentElement?.toggleAttribute('hidden', !asCards);
    if (asCards !== this.asCards) {
      this.asCards = asCards;
      this.drawHead();
    }
    if (asCards) keepTable(find(this.root, 'table'));
    this.markCut();
  }

  /**
   * All rows at once, or again those that the box has room for.
   * @param {boolean} isWhole
   */
  showWhole(isWhole) {
    this.root.classList.toggle('whole', isWhole);
    this.all.setAttribute('aria-expanded', String(isWhole));
    this.all.textContent = isWhole ? 'Toon minder rijen' : 'Toon alle rijen';
    this.markCut();
  }

  /** Whether there is more below what the box shows; a box that holds all rows needs no button. */
  markCut() {
    const { scrollHeight, clientHeight, scrollTop } = this.room;
    this.all.hidden = !this.root.classList.contains('whole') && scrollHeight <= clientHeight + 1;
    find(this.root, '.box').classList.toggle('cut', scrollTop + clientHeight < scrollHeight - 1);
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
      column === 0 ? 'th' : 'td',
      { scope: column === 0 && 'row', class: classOf(cellText(row[column]), looks[column]), 'data-label': columns[column].name },
      unbroken(cellText(row[column])),
    )))));
    if (this.asCards) keepTable(find(this.root, 'table'));
    find(this.root, '.count').textContent = countWords(shown.length, rows.length);
    this.markCut();
  }
}

const tableOf = onePerRoot((/** @type {TableComponent} */ component) => new SortableTable(component));

/** @param {TableComponent} component */
export default function (component) {
  tableOf(component).update(component);
}
