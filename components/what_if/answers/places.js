// Measures as marks: to the right what they contribute, in rows by the time that they take to prepare.

import { onePerRoot } from '../../look/component.js';
import { find, h } from '../../look/dom.js';
import { axisParts } from './axis.js';

/** @typedef {{ label: string, at: number, kind: string, words: string }} Mark `at` is a percentage of the axis. */
/** @typedef {{ name: string, isApart: boolean, marks: Mark[] }} PlacesRow `isApart` where no time is known, so outside the order. */
/**
 * As what_first.py sends it; `key` has each kind of mark with its meaning.
 * @typedef {{
 *   words: string, rows: PlacesRow[], ticks: import('./axis.js').Tick[], key: [kind: string, meaning: string][], off: string,
 * }} PlacesData
 */
/** @typedef {import('../../look/component.js').ComponentArguments<PlacesData>} PlacesComponent */

const GAP_PX = 3;

/**
 * Line on which each mark stands, so that none lies over another: its place to the right says what it contributes, and stays.
 * @param {{ centre: number, width: number }[]} marks
 * @returns {number[]}
 */
export function linesOf(marks) {
  /** @type {{ from: number, to: number }[][]} */
  const lines = [];
  return marks.map(({ centre, width }) => {
    const from = centre - width / 2, to = centre + width / 2;
    const free = lines.findIndex((taken) => taken.every((other) => to + GAP_PX <= other.from || other.to + GAP_PX <= from));
    const line = free < 0 ? lines.push([]) - 1 : free;
    lines[line].push({ from, to });
    return line;
  });
}

/** @param {HTMLElement} field */
function layOut(field) {
  const marks = [...field.querySelectorAll('.mark')].filter((mark) => mark instanceof HTMLElement);
  if (!field.clientWidth || !marks.length) return;
  const height = marks[0].offsetHeight + GAP_PX;
  const lines = linesOf(marks.map((mark) => ({ centre: mark.offsetLeft, width: mark.offsetWidth })));
  marks.forEach((mark, index) => { mark.style.top = `${GAP_PX + lines[index] * height}px`; });
  field.style.height = `${(Math.max(...lines) + 1) * height + 2 * GAP_PX}px`;
}

/**
 * @param {PlacesRow} row
 * @param {PlacesData} data
 */
function rowOf({ name, isApart, marks }, { ticks }) {
  const lines = ticks.map(([at]) => [h('span', { class: 'grid' }), at]);
  const drawn = marks.map(({ label, at, kind, words }) => [h('span', { class: `mark ${kind}`, title: words }, label), at]);
  const placed = /** @type {[HTMLElement, number][]} */ ([...lines, ...drawn]);
  for (const [part, at] of placed) part.style.left = `${at}%`;
  return h('div', { class: isApart ? 'row apart' : 'row' }, h('span', {}, name), h('span', { class: 'field' }, ...placed.map(([part]) => part)));
}

const placesOf = onePerRoot(/** @param {PlacesComponent} component */ ({ parentElement }) => {
  const root = find(parentElement, '.places');
  const layOutAll = () => root.querySelectorAll('.field').forEach((field) => { if (field instanceof HTMLElement) layOut(field); });
  const observer = new ResizeObserver(() => {
    if (root.isConnected) layOutAll();
    else observer.disconnect();
  });
  observer.observe(root);
  return { root, legend: find(parentElement, '.legend'), off: find(parentElement, '.off'), layOutAll };
});

/** @param {PlacesComponent} component */
export default function (component) {
  const { root, legend, off, layOutAll } = placesOf(component), { data } = component;
  root.setAttribute('aria-label', data.words);
  const [apart, inOrder] = [true, false].map((asked) => data.rows.filter(({ isApart }) => isApart === asked).map((row) => rowOf(row, data)));
  root.replaceChildren(...inOrder, h('div', { class: 'row' }, h('span', { class: 'empty' }), axisParts(data.ticks)), ...apart);
  legend.replaceChildren(...data.key.map(([kind, meaning]) => h('li', {}, h('span', { class: `mark ${kind}`, 'aria-hidden': 'true' }, 'nr'), meaning)));
  off.textContent = data.off;
  layOutAll();
}
