// The matrix on a phone: one task for all regions, or one region for all tasks.

import { choiceClasses, node } from './table.js';

function listButton(view, region, task, name) {
  const choice = view.cell(region, task), [item, status, words] = choice;
  const swatch = node('span', { class: `swatch ${choiceClasses(choice)}`, 'aria-hidden': 'true' });
  const text = node('span', {}, node('b', {}, name), node('span', { class: 'words' }, `${words} · ${view.data.statuses[status].name}`));
  const button = node('button', { type: 'button', 'data-region': region, 'data-task': task, 'aria-pressed': String(view.isChosen(region, task)) }, swatch, text);
  button.classList.toggle('dim', view.highlight !== null && view.highlight !== item);
  return button;
}

export function paintList(view) {
  const { data } = view, region = view.listRegion(), task = view.listTask();
  const list = (items) => node('ul', {}, ...items.map((item) => node('li', {}, item)));
  const parts = [];
  if (view.state.show === 'taak') {
    parts.push(node('p', { class: 'sum' }, view.agreementWords(task).slice(1).join(' ')));
    for (const { heading, regions } of view.bands()) {
      if (heading) parts.push(node('p', { class: 'band' }, heading));
      parts.push(list(regions.map((index) => {
        const value = view.sortWords(index), mine = data.regions[index][0] === data.mine ? ' (mijn regio)' : '';
        return listButton(view, index, task, `${data.regions[index][1]}${mine}${value ? ` · ${value}` : ''}`);
      })));
    }
  } else {
    parts.push(node('p', { class: 'sum' }, `${data.regions[region][1]}: ${view.usualWords(region)}.`));
    parts.push(list(view.taskOrder().map((index) => listButton(view, region, index, data.tasks[index][1]))));
  }
  view.find('.list').replaceChildren(...parts);
}
