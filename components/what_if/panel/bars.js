// Waterfall and tornado: rows of a table with a bar, so that chart and table are one.

import { amount } from '../../look/amounts.js';
import { h } from '../../look/dom.js';

/** @typedef {(value: number) => number} Scale From an amount to a percentage of the track. */

/**
 * Row with a bar from one percentage of the track to another; with a mark where one is given.
 * @param {string} name
 * @param {[from: number, to: number]} ends
 * @param {string} text
 * @param {string} kind
 * @param {number | null} [mark]
 */
function barRow(name, ends, text, kind, mark = null) {
  const left = Math.min(...ends), width = Math.max(0.4, Math.max(...ends) - left), bar = h('i', { class: kind }), line = mark !== null && h('em');
  bar.style.cssText = `left: ${left}%; width: ${width}%`;
  if (line) line.style.left = `${mark}%`;
  return h('div', { class: 'bar-row', role: 'row' },
    h('span', { role: 'rowheader' }, name),
    h('span', { class: 'track', 'aria-hidden': 'true', role: 'presentation' }, bar, line),
    h('b', { role: 'cell' }, text));
}

/**
 * Scale on which all values have a place, with a little room at both ends.
 * @param {number[]} values
 * @returns {Scale}
 */
export function scaleOf(values) {
  const low = Math.min(...values), high = Math.max(...values), span = Math.max(1, high - low);
  return (value) => ((value - low + span * 0.03) / (span * 1.06)) * 100;
}

/**
 * @param {HTMLElement} box
 * @param {string} heading id of what names it
 */
function asTable(box, heading) {
  box.setAttribute('role', 'table');
  box.setAttribute('aria-labelledby', heading);
}

/**
 * @param {HTMLElement} box
 * @param {import('./payload.js').WaterfallStep[]} steps
 * @param {number} target
 */
export function drawWaterfall(box, steps, target) {
  /** @param {{ step: string }} step */
  const isLevel = ({ step }) => step === 'start' || step === 'result';
  const scale = scaleOf([...steps.filter((step) => !isLevel(step)).flatMap(({ from, to }) => [from, to]), target]);
  /** @type {Scale} */
  const clipped = (value) => Math.max(0, Math.min(100, scale(value)));
  asTable(box, 'waterfall-name');
  box.replaceChildren(...steps.map((step) => {
    const { name, amount: change, from, to } = step;
    if (isLevel(step)) return barRow(name, [0, clipped(to)], amount(change), 'level');
    return barRow(name, [clipped(from), clipped(to)], `${change > 0 ? '+' : ''}${amount(change)}`, change > 0 ? 'worse' : 'better');
  }));
}

/**
 * @param {HTMLElement} box
 * @param {import('./payload.js').TornadoRow[]} rows
 * @param {number} now what the yearly cost is now
 */
export function drawTornado(box, rows, now) {
  if (!rows.length) {
    box.textContent = 'Er staat geen maatregel aan.';
    box.removeAttribute('role');
    box.removeAttribute('aria-labelledby');
    return;
  }
  const scale = scaleOf([...rows.flatMap(({ low, high }) => [low, high]), now]);
  asTable(box, 'tornado-name');
  box.replaceChildren(...rows.map(({ name, low, high }) => (
    barRow(name, [scale(low), scale(high)], `${amount(low)} – ${amount(high)}`, 'range', scale(now)))));
}
