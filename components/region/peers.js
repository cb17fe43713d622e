// Regions under each other, tasks beside each other: a cell shows its level only where it differs from the region at the top.

import { go } from '../frame/go.js';
import { find, h, isPlainClick, keepTable } from '../look/dom.js';
import { classBackground } from '../look/svg.js';

/** @typedef {{ name: string, letters: string, colours: string[] }} PeerClass */
/**
 * Region with the position of its class per task, and how that relates to the region at the top (null for that region itself).
 * @typedef {{
 *   code: string, name: string, own: boolean, link: string, classes: number[], relations: (string | null)[], sum: string,
 * }} PeerRow
 */
/**
 * As peers.py sends it.
 * @typedef {{
 *   caption: string, sumHeading: string, tasks: string[], classes: PeerClass[], own: PeerRow, groups: { heading: string, rows: PeerRow[] }[],
 * }} PeersData
 */

/**
 * @param {PeerClass} item
 * @param {string} task
 * @param {string | null} relation
 */
function cell(item, task, relation) {
  const same = relation === 'gelijk', words = `${task}: ${relation ? `${relation}, ` : ''}${item.name}`;
  const made = h('td', { class: same ? 'cell same' : 'cell', title: words },
    h('span', { class: 'spoken' }, words),
    h('span', { class: 'mark', 'aria-hidden': 'true' }, same ? '=' : item.letters));
  if (!same) made.style.background = classBackground(item);
  return made;
}

/** @param {PeerRow} row */
function regionLink(row) {
  const link = h('a', { href: row.link }, row.name);
  // A plain click stays inside the session; a new tab or window follows the link.
  link.onclick = (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    go(row.link);
  };
  return link;
}

/**
 * @param {PeerRow} row
 * @param {PeersData} data
 */
function regionRow(row, data) {
  return h('tr', {},
    h('th', { class: 'name', scope: 'row' }, row.own ? h('b', {}, row.name) : regionLink(row)),
    ...row.classes.map((index, task) => cell(data.classes[index], data.tasks[task], row.relations[task])),
    h('td', { class: 'sum' }, row.sum));
}

/** @param {import('../look/component.js').ComponentArguments<PeersData>} component */
export default function ({ parentElement, data }) {
  const table = find(parentElement, 'table');
  find(table, 'caption').textContent = data.caption;
  // In the head of the table the region itself comes back on every printed page.
  find(table, 'thead').replaceChildren(
    h('tr', {},
      h('th', { class: 'name', scope: 'col' }, 'Regio'),
      ...data.tasks.map((task) => h('th', { scope: 'col' }, h('span', {}, task))),
      h('th', { class: 'sum', scope: 'col' }, data.sumHeading)),
    regionRow(data.own, data),
  );
  table.querySelectorAll('tbody').forEach((body) => body.remove());
  table.append(...data.groups.map(({ heading, rows }) => h('tbody', {},
    h('tr', { class: 'group' }, h('th', { scope: 'rowgroup', colspan: data.tasks.length + 2 }, heading)),
    ...rows.map((row) => regionRow(row, data)))));
  keepTable(table);
  find(parentElement, '.legend').replaceChildren(...data.classes.map((item) => {
    const swatch = h('i');
    swatch.style.background = classBackground(item);
    return h('span', {}, swatch, `${item.letters} = ${item.name}`);
  }), h('span', {}, h('i', {}, '='), 'gelijk aan deze regio'));
}
