// The matrix on a phone: one task for all regions, or one region for all tasks.

import { h } from '../look/dom.js';
import { choiceClasses } from './table.js';

/** @typedef {import('./arrangement.js').Arrangement} Arrangement */

/**
 * @param {HTMLElement} list
 * @param {Arrangement} arrangement
 * @param {number | null} highlight position of the class that stands out
 */
export function paintList(list, arrangement, highlight) {
  list.replaceChildren(...(arrangement.state.show === 'taak' ? regionsOfTask(arrangement, highlight) : tasksOfRegion(arrangement, highlight)));
}

/**
 * @param {Arrangement} arrangement
 * @param {number | null} highlight
 */
function regionsOfTask(arrangement, highlight) {
  const { content, mine, listTask: task } = arrangement;
  return [
    h('p', { class: 'sum' }, arrangement.agreementWords(task).slice(1).join(' ')),
    ...arrangement.bands.flatMap(({ heading, regions }) => [
      ...(heading ? [h('p', { class: 'band' }, heading)] : []),
      listOf(regions.map((region) => {
        const [code, name] = content.regions[region], value = arrangement.sortWords(region);
        return listButton(arrangement, region, task, `${name}${code === mine ? ' (uw regio)' : ''}${value ? ` · ${value}` : ''}`, highlight);
      })),
    ]),
  ];
}

/**
 * @param {Arrangement} arrangement
 * @param {number | null} highlight
 */
function tasksOfRegion(arrangement, highlight) {
  const { content, listRegion: region } = arrangement;
  return [
    h('p', { class: 'sum' }, `${content.regions[region][1]}: ${arrangement.usualWords(region)}.`),
    listOf(arrangement.tasks.map((task) => listButton(arrangement, region, task, content.tasks[task][1], highlight))),
  ];
}

/** @param {HTMLElement[]} items */
function listOf(items) { return h('ul', {}, ...items.map((item) => h('li', {}, item))); }

/**
 * @param {Arrangement} arrangement
 * @param {number} region
 * @param {number} task
 * @param {string} name
 * @param {number | null} highlight
 */
function listButton(arrangement, region, task, name, highlight) {
  const choice = arrangement.cell(region, task), [item, status] = choice;
  const button = h('button', {
    type: 'button', 'data-region': region, 'data-task': task, 'aria-pressed': String(arrangement.isChosen(region, task)),
  },
    h('span', { class: `swatch ${choiceClasses(choice)}`, 'aria-hidden': 'true' }),
    h('span', {}, h('b', {}, name), h('span', { class: 'words' }, `${arrangement.levelWords(item)} · ${arrangement.content.statuses[status].name}`)));
  button.classList.toggle('dim', highlight !== null && highlight !== item);
  return button;
}
