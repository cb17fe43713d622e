// Waterfall and tornado: rows of a table with a bar, so that chart and table are one, on an axis with its amounts.

import { addsUp, amount, dutch, shown } from '../../look/amounts.js';
import { h } from '../../look/dom.js';

/** @typedef {import('./payload.js').Axis} Axis */

const MOST_LABELS = 6;

/** @typedef {{ name: string, cost: number }} Goal The target: its name, and the cost to reach in its year. */

/**
 * Percentage of the track at an amount.
 * @param {Pick<Axis, 'low' | 'high'>} axis
 * @param {number} value
 */
export function placeOn({ low, high }, value) { return ((value - low) / (high - low)) * 100; }

/**
 * Where bars stand: at nought, or at the end of the axis that is nearest to it.
 * @param {Pick<Axis, 'low' | 'high'>} axis
 */
export function groundOf({ low, high }) { return Math.max(low, Math.min(0, high)); }

/**
 * Row with the amounts of the axis, for the eye: the rows say theirs themselves.
 * @param {Axis} axis
 */
function axisRow(axis) {
  const { low, high, step } = axis, count = Math.round((high - low) / step), every = Math.ceil((count + 1) / MOST_LABELS);
  const ticks = Array.from({ length: Math.floor(count / every) + 1 }, (_, place) => low + place * every * step);
  const row = h('div', { class: 'bar-row', 'aria-hidden': 'true' },
    h('span', {}, 'mln €'),
    h('span', { class: 'track' }, ...ticks.map((value) => {
      const label = h('span', { class: 'mark' }, dutch(value / 1000, axis.decimals));
      label.style.left = `${placeOn(axis, value)}%`;
      return label;
    })),
    h('b'));
  row.classList.add('as');
  return row;
}

/**
 * Row with a bar from one amount to another, or with none where they are one; with marks where they are given.
 * @param {Axis} axis
 * @param {string} name
 * @param {[from: number, to: number]} ends
 * @param {Node | string} text
 * @param {string} kind
 * @param {[kind: string, amount: number][]} [marks]
 */
function barRow(axis, name, ends, text, kind, marks = []) {
  const [left, right] = ends.map((end) => placeOn(axis, end)).sort((a, b) => a - b);
  const bar = kind !== '' && h('i', { class: kind });
  const lines = marks.map(([of, amountThere]) => {
    const line = h('em', { class: of });
    line.style.left = `${placeOn(axis, amountThere)}%`;
    return line;
  });
  if (bar) bar.style.cssText = `left: ${left}%; width: ${Math.max(0.4, right - left)}%`;
  return h('div', { class: 'bar-row', role: 'row' },
    h('span', { role: 'rowheader' }, name),
    h('span', { class: 'track', 'aria-hidden': 'true', role: 'presentation' }, bar, ...lines),
    h('b', { role: 'cell' }, text));
}

/**
 * @param {HTMLElement} box
 * @param {string} heading id of what names it
 * @param {Axis} axis
 * @param {HTMLElement[]} rows
 */
function fillTable(box, heading, axis, rows) {
  box.setAttribute('role', 'table');
  box.setAttribute('aria-labelledby', heading);
  box.style.setProperty('--steps', String(Math.round((axis.high - axis.low) / axis.step)));
  box.replaceChildren(axisRow(axis), ...rows);
}

/** @param {{ step: string }} step */
const isLevel = ({ step }) => step === 'start' || step === 'result';

/**
 * What a bar of the waterfall looks like: none where the screen shows no amount.
 * @param {import('./payload.js').WaterfallStep} step
 * @param {number} decimals
 */
export function kindOf({ step, amount: change }, decimals) {
  if (isLevel({ step })) return 'level';
  if (!shown(change, decimals)) return '';
  if (step === 'gross_effect') return 'forbidden';
  return change > 0 ? 'worse' : 'better';
}

/**
 * Whether the steps as the screen shows them lead from the first level to the result.
 * @param {import('./payload.js').WaterfallStep[]} steps
 * @param {number} decimals
 */
export function stepsAddUp(steps, decimals) {
  const result = steps.findIndex(({ step }) => step === 'result');
  return addsUp(steps.slice(0, result).map((step) => step.amount), steps[result].amount, decimals);
}

/**
 * The bars of levels stand on its ground; the sum that must not be taken is struck out.
 * @param {HTMLElement} box
 * @param {import('./payload.js').Scenario} scenario
 * @param {Goal} goal
 */
export function drawWaterfall(box, { waterfall: steps, waterfallAxis: axis, decimals }, goal) {
  fillTable(box, 'waterfall-name', axis, steps.map((step) => {
    const { name, amount: change, from, to } = step, kind = kindOf(step, decimals);
    const text = `${!isLevel(step) && shown(change, decimals) > 0 ? '+' : ''}${amount(change, decimals)}`;
    const named = step.step === 'distance_to_target' ? `Verschil met het doel: ${goal.name}` : name;
    return barRow(axis, named, [isLevel(step) ? groundOf(axis) : from, to], kind === 'forbidden' ? h('s', {}, text) : text, kind);
  }));
}

/**
 * @param {HTMLElement} box
 * @param {import('./payload.js').Scenario} scenario
 * @param {number} now what the yearly cost is now
 * @param {Goal} goal
 */
export function drawTornado(box, { tornado: rows, tornadoAxis: axis, decimals }, now, goal) {
  if (!rows.length) {
    box.textContent = 'Er staat geen maatregel aan.';
    box.removeAttribute('role');
    box.removeAttribute('aria-labelledby');
    return;
  }
  fillTable(box, 'tornado-name', axis, rows.map(({ name, low, high }) => {
    const ends = /** @type {[number, number]} */ ([low, high].sort((a, b) => a - b));
    return barRow(axis, name, ends, ends.map((end) => amount(end, decimals)).join(' – '), 'range', [['of-goal', goal.cost], ['of-now', now]]);
  }));
}
