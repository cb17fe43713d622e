// Axis below bars and marks: texts at percentages of its length.

import { h } from '../../look/dom.js';

/** @typedef {[at: number, text: string]} Tick Place in percent, and what stands there. */

/** @param {Tick[]} ticks */
export function axisParts(ticks) {
  return h('span', { class: 'axis' }, ...ticks.map(([at, text]) => {
    const tick = h('span', {}, text);
    tick.style.left = `${at}%`;
    return tick;
  }));
}
