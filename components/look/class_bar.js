// One bar in the classes of a choice, and its key.

import { find, h } from './dom.js';
import { classBackground } from './svg.js';

/** @typedef {import('./svg.js').Coloured & { name: string, count: number }} BarPart */
/** @typedef {{ words: string, parts: BarPart[] }} ClassBarData As class_bar.py sends it. */

/** @param {import('./component.js').ComponentArguments<ClassBarData>} component */
export default function ({ parentElement, data }) {
  const bar = find(parentElement, '.bar');
  bar.setAttribute('aria-label', `${data.words}: ${data.parts.map(({ name, count }) => `${name} ${count}`).join(', ')}`);
  bar.replaceChildren(...data.parts.map((part) => {
    const made = h('span', { title: `${part.name}: ${part.count}` });
    made.style.cssText = `flex: ${part.count}; background: ${classBackground(part)}`;
    return made;
  }));
  find(parentElement, '.legend').replaceChildren(...data.parts.map((part) => {
    const swatch = h('i', { class: 'swatch' });
    swatch.style.background = classBackground(part);
    return h('li', {}, swatch, `${part.name}: `, h('b', {}, part.count));
  }));
}
