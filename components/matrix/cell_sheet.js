// Detail of the chosen cell, at the foot of the screen: everything the source says of it, and where to go from here.

import { cited } from '../look/cited.js';
import { h } from '../look/dom.js';
import { choiceClasses } from './table.js';

/**
 * @param {HTMLElement} sheet
 * @param {import('./arrangement.js').Arrangement} arrangement
 * @param {() => void} close
 */
export function paintSheet(sheet, arrangement, close) {
  const { region, task, content } = arrangement;
  sheet.hidden = region === null || task === null;
  if (region === null || task === null) return;
  const choice = arrangement.cell(region, task), [item, status, , remark, lines] = choice, said = arrangement.sourceWords(region, task);
  const [code, name] = content.regions[region], [taskCode, taskName] = content.tasks[task];
  const closing = h('button', { type: 'button', class: 'close', 'aria-label': 'Sluit' }, '×');
  closing.addEventListener('click', close);
  sheet.replaceChildren(
    closing,
    h('p', { class: 'title', role: 'heading', 'aria-level': 2 },
      h('span', { class: `swatch ${choiceClasses(choice)}`, 'aria-hidden': 'true' }), `${name}, ${taskName.charAt(0).toLowerCase()}${taskName.slice(1)}`),
    h('p', {}, h('b', {}, arrangement.levelWords(item)), ` · status: ${content.statuses[status].name}`),
    ...[said, remark].filter(Boolean).map((words) => h('p', {}, words)),
    h('p', {}, arrangement.sameWords(region, task)),
    cited(`Bron: ${content.places[region]}, ${content.printed[task]}`, lines),
    h('p', { class: 'asks' },
      h('a', { href: arrangement.address('regio', code), class: 'ask', 'data-ask': 'region', 'data-code': code }, `Alles over ${name}`),
      h('a', { href: arrangement.address('kaart', taskCode), class: 'ask', 'data-ask': 'task', 'data-code': taskCode }, 'Deze taak op de kaart'),
      h('button', { type: 'button', 'data-ask': 'beside', 'data-code': code }, 'Zet in de vergelijking')),
  );
}
