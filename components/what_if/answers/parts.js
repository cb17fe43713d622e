// Bars made of parts: how much each measure of a group contributes.

import { onePerRoot } from '../../look/component.js';
import { find, h } from '../../look/dom.js';
import { axisParts } from './axis.js';

/** @typedef {{ label: string, words: string, size: number }} Part `size` is a percentage of the axis. */
/** @typedef {{ name: string, amount: string, parts: Part[] }} PartsRow */
/** @typedef {{ words: string, rows: PartsRow[], ticks: import('./axis.js').Tick[] }} PartsData As who_does_what.py sends it. */
/** @typedef {import('../../look/component.js').ComponentArguments<PartsData>} PartsComponent */

/** @param {PartsRow} row */
function bar({ name, amount, parts }) {
  const track = h('span', { class: 'bar' }, ...parts.map(({ label, words, size }) => {
    const part = h('i', { title: words }, h('span', {}, label));
    part.style.width = `${size}%`;
    return part;
  }));
  return h('div', { class: 'row' }, h('span', {}, name), track, h('b', {}, amount));
}

/**
 * A number that its part is too narrow for is left out: half of it would be another number.
 * @param {HTMLElement} root
 */
function fitLabels(root) {
  for (const part of root.querySelectorAll('i')) {
    const label = find(part, 'span');
    label.hidden = false;
    label.hidden = label.offsetWidth > part.clientWidth;
  }
}

const partsOf = onePerRoot(/** @param {PartsComponent} component */ ({ parentElement }) => {
  const root = find(parentElement, '.parts');
  const observer = new ResizeObserver(() => {
    if (root.isConnected) fitLabels(root);
    else observer.disconnect();
  });
  observer.observe(root);
  return root;
});

/** @param {PartsComponent} component */
export default function (component) {
  const root = partsOf(component), { words, rows, ticks } = component.data;
  root.setAttribute('aria-label', words);
  root.replaceChildren(...rows.map(bar), h('div', { class: 'row' }, h('span', { class: 'empty' }), axisParts(ticks), h('b', { class: 'empty' })));
  fitLabels(root);
}
