// How a step is named and reached: the page, what is chosen on it, and the address that shows it, alone or in its storyline.

import { along } from '../frame/go.js';
import { markOf, tablesOfBrowser } from '../frame/step_tables.js';
import { ownTable } from './file.js';

/** @typedef {import('./checks.js').Step} Step */
/** @typedef {import('./file.js').OwnTable} OwnTable */

/**
 * From view.py: pages, names of the values of keys, keys that go along from page to page, and the mark of the table of the source.
 * @typedef {{ pages: import('./checks.js').Pages, names: Record<string, Record<string, string>>, carried: string[], source: string }} Site
 */

/**
 * @param {Pick<Step, 'page' | 'query'>} step
 * @param {Site} site
 */
export function viewName({ page, query }, { pages, names }) {
  const chosen = [...new URLSearchParams(query)].flatMap(([key, value]) => names[key]?.[value] ?? []);
  return [pages[page]?.name ?? page, ...chosen].join(' · ');
}

/**
 * Address of a view; with a storyline and the number of the step, of its place on stage.
 * @param {Pick<Step, 'page' | 'query'>} step
 * @param {Site} site
 * @param {{ presentatie: string, stap: string }} [place]
 */
export function viewAddress({ page, query }, { carried }, place) {
  return along(page, location.search, carried, { ...Object.fromEntries(new URLSearchParams(query)), ...place });
}

/** @param {number[]} numbers */
export function stepsInWords(numbers) {
  const [last, ...before] = [...numbers].reverse();
  return before.length ? `Stap ${before.reverse().join(', ')} en ${last} rekenen` : `Stap ${last} rekent`;
}

/**
 * Own tables that these steps need, each with the numbers of the steps; `table` is null where the browser has it not.
 * @param {Step[]} steps
 * @param {Site} site
 * @param {OwnTable[]} [brought] tables that came with them
 */
export function neededTables(steps, { source }, brought = []) {
  /** @type {Map<string, number[]>} */
  const needed = new Map();
  steps.forEach((step, at) => {
    const mark = step.page === 'doorrekening' ? markOf(step) : '';
    if (mark && mark !== source) needed.set(mark, [...(needed.get(mark) ?? []), at + 1]);
  });
  const kept = needed.size ? tablesOfBrowser() : {};
  return [...needed].map(([mark, numbers]) => ({
    mark, numbers, table: brought.find((table) => table.mark === mark) ?? (Object.hasOwn(kept, mark) ? ownTable(mark, kept[mark]) : null),
  }));
}

/**
 * Own tables that these steps need, by their mark, as far as the browser has them: the server makes slides of such a step.
 * @param {Step[]} steps
 * @param {Site} site
 */
export function tablesToSend(steps, site) {
  return Object.fromEntries(neededTables(steps, site).flatMap(({ mark, table }) => {
    if (!table) return [];
    const { name, files, assumptions } = JSON.parse(table.text);
    return [[mark, { name, files, assumptions }]];
  }));
}
