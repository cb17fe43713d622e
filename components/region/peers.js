// Regions under each other, tasks beside each other: a cell shows its level only where it differs from the region at the top.

import { head, keepTable, make } from '../look/dom.js';
import { classBackground } from '../look/svg.js';

function cell(item, task, relation) {
  const same = relation === 'gelijk', words = `${task}: ${relation ? `${relation}, ` : ''}${item.name}`;
  const node = make('td', same ? 'cell same' : 'cell', make('span', 'spoken', words));
  node.title = words;
  const mark = make('span', 'mark', same ? '=' : item.letters);
  mark.setAttribute('aria-hidden', 'true');
  if (!same) node.style.background = classBackground(item);
  node.append(mark);
  return node;
}

function regionRow(row, data, open) {
  const name = row.own ? make('b', '', row.name) : make('a', '', row.name);
  if (!row.own) {
    name.href = row.link;
    // A plain click stays inside the session; a new tab or window follows the link.
    name.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      open(row.code);
    };
  }
  const cells = row.classes.map((index, task) => cell(data.classes[index], data.tasks[task], row.relations[task]));
  return make('tr', '', head('row', 'name', name), ...cells, make('td', 'sum', row.sum));
}

export default function ({ parentElement, data, setTriggerValue }) {
  const table = parentElement.querySelector('table'), open = (code) => setTriggerValue('open', code);
  table.querySelector('caption').textContent = data.caption;
  const tasks = data.tasks.map((task) => head('col', '', make('span', '', task)));
  // In the head of the table the region itself comes back on every printed page.
  table.querySelector('thead').replaceChildren(
    make('tr', '', head('col', 'name', 'Regio'), ...tasks, head('col', 'sum', data.sumHeading)), regionRow(data.own, data, open),
  );
  table.querySelectorAll('tbody').forEach((body) => body.remove());
  table.append(...data.groups.map(({ heading, rows }) => {
    const body = make('tbody', ''), lines = rows.map((row) => regionRow(row, data, open));
    const title = head('rowgroup', '', heading);
    title.colSpan = data.tasks.length + 2;
    body.append(make('tr', 'group', title), ...lines);
    return body;
  }));
  keepTable(table);
  parentElement.querySelector('.legend').replaceChildren(...data.classes.map((item) => {
    const swatch = make('i', '');
    swatch.style.background = classBackground(item);
    return make('span', '', swatch, `${item.letters} = ${item.name}`);
  }), make('span', '', '= is gelijk aan deze regio'));
}
