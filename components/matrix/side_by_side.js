// Regions side by side: fields to choose them, and what Python found on each task.

import { onePerRoot } from '../look/component.js';
import { find, h } from '../look/dom.js';
import { classBackground, markerPath, svg } from '../look/svg.js';

/** @typedef {{ name: string, letters: string, colours: string[], ink: string, status: string, status_name: string }} Choice */
/** @typedef {'gelijk' | 'deels' | 'verschillend' | 'onbekend'} Relation */
/**
 * As side_by_side.py sends it; `places` is how many regions fit beside each other.
 * @typedef {{
 *   regions: [code: string, name: string][],
 *   chosen: string[],
 *   places: number,
 *   summary: string,
 *   rows: { task: string, relation: Relation, sentence: string, cells: Choice[] }[],
 * }} ComparisonData
 */
/** @typedef {import('../look/component.js').ComponentArguments<ComparisonData>} ComparisonComponent */

/** @type {Record<Relation, string>} */
const RELATIONS = { gelijk: 'Gelijk', deels: 'Deels gelijk', verschillend: 'Verschillend', onbekend: 'Onbekend' };

/** @param {Choice} choice */
function choiceWords({ name, letters, colours, ink, status, status_name: statusName }) {
  const mark = svg('svg', { viewBox: '-4 -4 8 8', 'aria-hidden': 'true', class: 'mark' }, svg('path', { d: markerPath(status, 2.6), 'data-status': status }));
  const swatch = h('span', { class: 'swatch', 'aria-hidden': 'true' }, h('span', { class: 'face' }, letters, mark));
  swatch.style.background = classBackground({ colours });
  swatch.style.color = ink;
  swatch.classList.toggle('mixed', colours.length !== 1);
  return h('span', { class: 'choice' }, swatch, h('span', {}, name, h('small', {}, statusName)));
}

class Comparison {
  /** @type {string | null} Choice that Python has not answered yet. */
  sent = null;

  /** @param {ComparisonComponent} component */
  constructor({ parentElement, data, setStateValue }) {
    this.root = find(parentElement, '.comparison');
    this.data = data;
    this.report = setStateValue;
    this.selects = Array.from({ length: data.places }, () => h(
      'select', {}, new Option('Kies een regio', ''), ...data.regions.map(([code, name]) => new Option(name, code)),
    ));
    const controls = find(this.root, '.controls');
    controls.append(...this.selects.map((select, place) => h('label', {}, `Regio ${place + 1}${place > 1 ? ' (hoeft niet)' : ''}`, select)));
    controls.addEventListener('change', () => this.onChoice());
  }

  /** @param {ComparisonComponent} component */
  update({ data, setStateValue }) {
    this.data = data;
    this.report = setStateValue;
    // An answer to an earlier choice must not undo a later one that is still under way.
    if (!this.sent || this.sent === data.chosen.join()) {
      this.sent = null;
      this.selects.forEach((select, place) => { select.value = data.chosen[place] ?? ''; });
    }
    this.draw();
  }

  onChoice() {
    const chosen = [...new Set(this.selects.map((select) => select.value).filter(Boolean))];
    this.sent = chosen.join();
    this.report('regions', chosen);
  }

  draw() {
    const { chosen, regions, rows, summary } = this.data, names = new Map(regions), table = find(this.root, 'table');
    const headings = chosen.map((code) => names.get(code) ?? code);
    find(this.root, '.summary').textContent = summary;
    table.hidden = !rows.length;
    table.querySelector('colgroup')?.remove();
    find(table, 'caption').after(h('colgroup', {}, h('col'), ...headings.map(() => h('col')), h('col', { class: 'sentence' })));
    find(table, 'thead').replaceChildren(h('tr', { role: 'row' }, ...['Taak', ...headings, 'In één zin'].map((name) => h(
      'th', { scope: 'col', role: 'columnheader' }, name,
    ))));
    find(table, 'tbody').replaceChildren(...rows.map(({ task, relation, sentence, cells }) => h('tr', { role: 'row', 'data-relation': relation },
      h('th', { scope: 'row', role: 'rowheader' }, task),
      ...cells.map((cell, place) => h('td', { role: 'cell', 'data-region': headings[place] }, choiceWords(cell))),
      h('td', { role: 'cell' }, h('span', { class: 'relation' }, RELATIONS[relation]), `. ${sentence}`))));
    this.root.dataset.painted = chosen.join();
  }
}

const comparisonOf = onePerRoot((/** @type {ComparisonComponent} */ component) => new Comparison(component));

/** @param {ComparisonComponent} component */
export default function (component) {
  comparisonOf(component).update(component);
}
