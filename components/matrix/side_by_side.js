// Regions side by side: fields to choose them, and what Python found on each task.

import { classBackground, element, markerPath } from '../look/svg.js';

const RELATIONS = { gelijk: 'Gelijk', deels: 'Deels gelijk', verschillend: 'Verschillend', onbekend: 'Onbekend' };

function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function choiceWords({ name, letters, colours, ink, status, status_name: statusName }) {
  const mark = element('svg', { viewBox: '-4 -4 8 8', 'aria-hidden': 'true', class: 'mark' });
  element('path', { d: markerPath(status, 2.6), 'data-status': status }, mark);
  const swatch = node('span', { class: 'swatch', 'aria-hidden': 'true' }, node('span', { class: 'face' }, letters, mark));
  swatch.style.background = classBackground({ colours });
  swatch.style.color = ink;
  swatch.classList.toggle('mixed', colours.length !== 1);
  return node('span', { class: 'choice' }, swatch, node('span', {}, name, node('small', {}, statusName)));
}

class Comparison {
  constructor(root) {
    this.root = root.querySelector('.comparison');
    this.find = (selector) => this.root.querySelector(selector);
    this.find('.controls').addEventListener('change', () => this.onChoice());
  }

  update(data, report) {
    Object.assign(this, { data, report });
    if (!this.selects) this.buildSelects();
    const chosen = data.chosen.join();
    // An answer to an earlier choice must not undo a later one that is still under way.
    if (!this.sent || this.sent === chosen) {
      this.sent = null;
      this.selects.forEach((select, place) => { select.value = data.chosen[place] ?? ''; });
    }
    this.draw();
  }

  buildSelects() {
    this.selects = Array.from({ length: this.data.places }, () => node('select', {}, new Option('Kies een regio', ''), ...this.data.regions.map(([code, name]) => new Option(name, code))));
    this.find('.controls').append(...this.selects.map((select, place) => node('label', {}, `Regio ${place + 1}${place > 1 ? ' (hoeft niet)' : ''}`, select)));
  }

  onChoice() {
    const chosen = [...new Set(this.selects.map((select) => select.value).filter(Boolean))];
    this.sent = chosen.join();
    this.report('regions', chosen);
  }

  draw() {
    const { data } = this, names = new Map(data.regions), table = this.find('table');
    this.find('.summary').textContent = data.summary;
    table.hidden = !data.rows.length;
    const regions = data.chosen.map((code) => names.get(code));
    table.querySelector('colgroup')?.remove();
    table.querySelector('caption').after(node('colgroup', {}, node('col'), ...regions.map(() => node('col')), node('col', { class: 'sentence' })));
    table.querySelector('thead').replaceChildren(node('tr', { role: 'row' }, ...['Taak', ...regions, 'In een zin'].map((name) => node('th', { scope: 'col', role: 'columnheader' }, name))));
    table.querySelector('tbody').replaceChildren(...data.rows.map(({ task, relation, sentence, cells }) => node('tr', { role: 'row', 'data-relation': relation },
      node('th', { scope: 'row', role: 'rowheader' }, task),
      ...cells.map((cell, place) => node('td', { role: 'cell', 'data-region': regions[place] }, choiceWords(cell))),
      node('td', { role: 'cell' }, node('span', { class: 'relation' }, RELATIONS[relation]), `. ${sentence}`))));
    this.root.dataset.painted = data.chosen.join();
  }
}

export default function ({ parentElement, data, setStateValue }) {
  parentElement.comparison ??= new Comparison(parentElement);
  parentElement.comparison.update(data, setStateValue);
}
