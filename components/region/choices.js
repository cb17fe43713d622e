// The 11 choices of one region, one row a task: level as colour and word, status as shape and word, how usual it is.

import { find, h, keepTable } from '../look/dom.js';
import { classBackground, markerPath, svg } from '../look/svg.js';

/**
 * Choice for one task; `more` is what the source says beyond the class, or ''.
 * @typedef {{
 *   task: string, explanation: string, colours: string[], choice: string, more: string, status: string, statusName: string,
 *   usual: 'most' | 'less' | 'unusual' | 'silent', usualName: string, sameCount: number, regionCount: number, sharePct: number,
 *   neighbourWords: string,
 * }} ChoiceRow
 */
/** @typedef {{ caption: string, rows: ChoiceRow[] }} ChoicesData As choices.py sends it. */

/** @param {ChoiceRow} row */
function choiceCell(row) {
  const swatch = h('span', { class: 'swatch' });
  swatch.style.background = classBackground(row);
  return h('td', { class: 'choice' }, h('div', { class: 'named' }, swatch, row.choice));
}

/** @param {ChoiceRow} row */
function statusCell({ status, statusName }) {
  const mark = svg('svg', { viewBox: '-4 -4 8 8', 'aria-hidden': 'true' }, svg('path', { d: markerPath(status, 3), 'data-status': status }));
  return h('td', { class: 'status' }, mark, statusName);
}

/** @param {ChoiceRow} row */
function usualCell({ usual, usualName, sameCount, regionCount, sharePct }) {
  const cell = h('td', { class: 'usual', 'data-usual': usual }, h('b', {}, usualName)), part = h('span');
  if (usual === 'silent') return cell;
  part.style.width = `${sharePct}%`;
  cell.append(' · ', h('span', { class: 'count' }, `${sameCount} van ${regionCount}`), h('span', { class: 'bar', 'aria-hidden': 'true' }, part));
  return cell;
}

/**
 * What the cell says beyond its class gets a line of its own over the full width; the task names both lines.
 * @param {ChoiceRow} row
 */
function taskRows(row) {
  const first = h('tr', {},
    h('th', { scope: 'row', title: row.explanation, rowspan: row.more ? 2 : null }, row.task),
    choiceCell(row),
    statusCell(row),
    usualCell(row),
    h('td', { class: 'neighbours' }, h('span', { class: 'label' }, 'Buren gelijk: '), row.neighbourWords));
  return row.more ? [first, h('tr', { class: 'continued' }, h('td', { class: 'more', colspan: 4 }, row.more))] : [first];
}

/** @param {import('../look/component.js').ComponentArguments<ChoicesData>} component */
export default function ({ parentElement, data }) {
  find(parentElement, 'caption').textContent = data.caption;
  find(parentElement, 'tbody').replaceChildren(...data.rows.flatMap(taskRows));
  keepTable(find(parentElement, 'table'));
}
