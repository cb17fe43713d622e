// The scale table as printed, with the certainty of each column in words and as the outline of its cell.

import { find, h, keepTable } from '../../look/dom.js';

/**
 * What the document prints in one cell: its letters with what they stand for, and how certain its column is.
 * @typedef {{
 *   letters: [letter: string, word: string][], column: number, basis: string, basisWords: string, escape: string,
 * }} PrintedCell
 */
/** @typedef {{ code: string, name: string, open: number[], cells: PrintedCell[] }} Task `open` are columns that an unplaced cell may stand in. */

/**
 * As scales.py sends it; `legend` holds per certainty its words.
 * @typedef {{ caption: string, columns: string[], rows: Task[], legend: [basis: string, words: string][], chosen: string }} ScalesData
 */

/** @param {PrintedCell} cell */
function drawnCell({ letters, basis, basisWords, escape }) {
  return h('div', { class: 'cell', 'data-basis': basis },
    h('b', { class: 'letters' }, letters.map(([letter]) => letter).join(' · ')),
    h('span', { class: 'words' }, letters.map(([, word]) => word).join(', ')),
    h('span', { class: 'basis' }, basisWords),
    escape && h('span', { class: 'escape' }, escape));
}

/**
 * @param {Task} task
 * @param {string[]} columns
 */
function row({ code, name, open, cells }, columns) {
  return h('tr', { 'data-code': code }, h('th', { scope: 'row' }, name), ...columns.map((column, index) => {
    const here = cells.filter((cell) => cell.column === index);
    if (here.length) return h('td', {}, h('span', { class: 'label' }, column), ...here.map(drawnCell));
    return h('td', { class: 'empty' }, h('span', { class: 'none' }, open.includes(index) ? 'onbekend' : '–'));
  }));
}

/** @param {import('../../look/component.js').ComponentArguments<ScalesData>} component */
export default function ({ parentElement, data }) {
  const table = find(parentElement, 'table');
  find(table, 'caption').textContent = data.caption;
  find(table, 'thead').replaceChildren(h('tr', {}, ...['Taak', ...data.columns].map((name) => h('th', { scope: 'col' }, name))));
  find(table, 'tbody').replaceChildren(...data.rows.map((task) => row(task, data.columns)));
  for (const line of table.querySelectorAll('tbody tr')) line.classList.toggle('chosen', line.getAttribute('data-code') === data.chosen);
  find(parentElement, '.legend').replaceChildren(...data.legend.map(([basis, words]) => (
    h('span', { class: 'sample' }, h('span', { class: 'cell', 'data-basis': basis }), words))));
  keepTable(table);
}
