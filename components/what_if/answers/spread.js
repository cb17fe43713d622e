// Bars from one amount to another, with marks on them: the band of a year, or the chance under an assumption.

import { onePerRoot } from '../../look/component.js';
import { find, h } from '../../look/dom.js';
import { axisParts } from './axis.js';

/** @typedef {{ name: string, from: number, to: number, marks: [kind: string, at: number][], text: string }} SpreadRow Places in percent of the axis. */
/**
 * As how_sure.py sends it; `key` has each kind of mark with its meaning.
 * @typedef {{ words: string, rows: SpreadRow[], ticks: import('./axis.js').Tick[], key: [kind: string, meaning: string][] }} SpreadData
 */
/** @typedef {import('../../look/component.js').ComponentArguments<SpreadData>} SpreadComponent */

const SHORT = 6;

/** @param {SpreadRow} row */
function rowOf({ name, from, to, marks, text }) {
  const bar = h('i');
  bar.style.cssText = `left: ${from}%; width: ${to - from}%`;
  const drawn = marks.map(([kind, at]) => {
    const mark = h('em', { class: kind });
    mark.style.left = `${at}%`;
    return mark;
  });
  return h('div', { class: 'row' }, h('span', {}, name), h('span', { class: 'track' }, bar, ...drawn), h('b', {}, text));
}

const spreadOf = onePerRoot(/** @param {SpreadComponent} component */ ({ parentElement }) => (
  { root: find(parentElement, '.spread'), legend: find(parentElement, '.legend') }));

/** @param {SpreadComponent} component */
export default function (component) {
  const { root, legend } = spreadOf(component), { words, rows, ticks, key } = component.data;
  root.setAttribute('aria-label', words);
  root.classList.toggle('short', rows.every(({ name }) => name.length <= SHORT));
  root.replaceChildren(...rows.map(rowOf), h('div', { class: 'row' }, h('span', { class: 'empty' }), axisParts(ticks), h('b', { class: 'empty' })));
  legend.replaceChildren(...key.map(([kind, meaning]) => h('li', {}, h('em', { class: kind, 'aria-hidden': 'true' }), meaning)));
}
