// The 11 choices of one region, one row a task: level as colour and word, status as shape and word, how usual it is.

import { head, keepTable, make } from '../look/dom.js';
import { classBackground, element, markerPath } from '../look/svg.js';

function choiceCell(row) {
  const swatch = make('span', 'swatch');
  swatch.style.background = classBackground(row);
  return make('td', 'choice', make('div', 'named', swatch, row.choice));
}

function statusCell(row) {
  const svg = element('svg', { viewBox: '-4 -4 8 8', 'aria-hidden': 'true' });
  element('path', { d: markerPath(row.status, 3), 'data-status': row.status }, svg);
  return make('td', 'status', svg, row.statusName);
}

function usualCell(row) {
  const cell = make('td', 'usual', make('b', '', row.usualName));
  cell.dataset.usual = row.usual;
  if (row.usual === 'silent') return cell;
  const bar = make('span', 'bar', make('span'));
  bar.setAttribute('aria-hidden', 'true');
  bar.firstChild.style.width = `${row.sharePct}%`;
  cell.append(' · ', make('span', 'count', `${row.sameCount} van ${row.regionCount}`), bar);
  return cell;
}

function neighboursCell(row) {
  return make('td', 'neighbours', make('span', 'label', 'Buren gelijk: '), row.neighbourWords);
}

// What the cell says beyond its class gets a line of its own over the full width; the task names both lines.
function taskRows(row) {
  const name = head('row', '', row.task);
  name.title = row.explanation;
  const first = make('tr', '', name, choiceCell(row), statusCell(row), usualCell(row), neighboursCell(row), make('td', 'lines', row.lines));
  if (!row.more) return [first];
  name.rowSpan = 2;
  const more = make('td', 'more', row.more);
  more.colSpan = 5;
  return [first, make('tr', 'continued', more)];
}

export default function ({ parentElement, data }) {
  parentElement.querySelector('caption').textContent = data.caption;
  parentElement.querySelector('tbody').replaceChildren(...data.rows.flatMap(taskRows));
  keepTable(parentElement.querySelector('table'));
}
