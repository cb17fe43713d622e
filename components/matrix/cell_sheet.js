// Detail of the chosen cell, at the foot of the screen: everything the source says of it, and where to go from here.

import { choiceClasses, node } from './table.js';

export function paintSheet(view) {
  const sheet = view.find('.sheet'), { data } = view, { region, task } = view.chosen();
  sheet.hidden = region === null || task === null;
  if (sheet.hidden) return;
  const choice = view.cell(region, task), [, status, words, remark, place] = choice, [code, name] = data.regions[region], [taskCode, taskName] = data.tasks[task];
  const swatch = node('span', { class: `swatch ${choiceClasses(choice)}`, 'aria-hidden': 'true' });
  const close = node('button', { type: 'button', class: 'close', 'aria-label': 'Sluit' }, '×');
  close.addEventListener('click', () => view.close());
  const ask = (kind, askCode, label, page) => node('a', { href: view.address(page, askCode), class: 'ask', 'data-ask': kind, 'data-code': askCode }, label);
  const beside = node('button', { type: 'button', 'data-ask': 'beside', 'data-code': code }, 'Zet in de vergelijking');
  sheet.replaceChildren(
    close,
    node('p', { class: 'title', role: 'heading', 'aria-level': 2 }, swatch, `${name}, ${taskName.charAt(0).toLowerCase()}${taskName.slice(1)}`),
    node('p', {}, node('b', {}, words), ` · status: ${data.statuses[status].name}`),
    ...(remark ? [node('p', {}, remark)] : []),
    node('p', {}, `${view.sameWords(region, task)} Bron: inventarisatie 2013, ${place}.`),
    node('p', { class: 'asks' }, ask('region', code, `Alles over ${name}`, 'regio'), ask('task', taskCode, 'Deze taak op de kaart', 'kaart'), beside),
  );
}
