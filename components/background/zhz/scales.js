// The scale table as printed, with the certainty of each column in words and as the outline of its cell.

import { head, keepTable, make } from '../../look/dom.js';

function letters({ letters }) {
  return make('b', 'letters', letters.map(([letter]) => letter).join(' · '));
}

function drawnCell(cell) {
  const words = cell.letters.map(([, word]) => word).join(', ');
  const shown = make('div', 'cell', letters(cell), make('span', 'words', words), make('span', 'basis', cell.basisWords));
  shown.dataset.basis = cell.basis;
  if (cell.escape) shown.append(make('span', 'escape', cell.escape));
  return shown;
}

function row({ code, name, open, cells }, columns) {
  const line = make('tr', '', head('row', '', name));
  line.dataset.code = code;
  columns.forEach((column, index) => {
    const here = cells.filter((cell) => cell.column === index);
    const cell = make('td', here.length ? '' : 'empty');
    cell.append(...(here.length ? [make('span', 'label', column), ...here.map(drawnCell)] : [make('span', 'none', open.includes(index) ? 'onbekend' : '–')]));
    line.append(cell);
  });
  return line;
}

export default function ({ parentElement, data }) {
  const table = parentElement.querySelector('table');
  table.querySelector('caption').textContent = data.caption;
  table.querySelector('thead').replaceChildren(make('tr', '', ...['Taak', ...data.columns].map((name) => head('col', '', name))));
  table.querySelector('tbody').replaceChildren(...data.rows.map((item) => row(item, data.columns)));
  table.querySelectorAll('tbody tr').forEach((line) => line.classList.toggle('chosen', line.dataset.code === data.chosen));
  parentElement.querySelector('.legend').replaceChildren(...data.legend.map(([basis, words]) => {
    const sample = make('span', 'cell');
    sample.dataset.basis = basis;
    return make('span', 'sample', sample, words);
  }));
  keepTable(table);
}
