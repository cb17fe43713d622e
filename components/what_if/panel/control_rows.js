// Rows with a slider: measures and assumptions. A slider holds the index of a value; the value itself comes from Python.

import { dutch, unbroken } from '../../look/amounts.js';
import { h } from '../../look/dom.js';
import { OWN_TARGET, TARGET } from './payload.js';

/** @typedef {import('./payload.js').Control} Control */
/** @typedef {import('./payload.js').MeasureRow} MeasureRow */
/** @typedef {import('./payload.js').AssumptionRow} AssumptionRow */
/** @typedef {import('./payload.js').ValueKind} ValueKind */
/** @typedef {Record<string, Control>} Controls */

/** @type {Partial<Record<ValueKind, string>>} */
const UNITS = { mln: 'mln €', maanden: 'mnd', groei: 'per jaar' };

/**
 * Slider with a field to type in; with words at both ends where they are given.
 * @param {string} control
 * @param {ValueKind} kind
 * @param {string} name
 * @param {Control} of what it sets
 * @param {[low: string, high: string] | null} [ends]
 */
function sliderWithField(control, kind, name, { values: { length: count }, decimals }, ends = null) {
  const about = { 'data-kind': kind, 'data-decimals': decimals };
  const range = h('input', { type: 'range', min: 0, max: count - 1, step: 1, 'data-control': control, ...about, 'aria-label': name });
  const typed = h('input', { type: 'text', inputmode: 'decimal', class: 'typed', 'data-typed': control, ...about, 'aria-label': `${name}, getypt` });
  return h('div', { class: 'slide' },
    ends && h('span', { class: 'end' }, ends[0]), range, ends && h('span', { class: 'end' }, ends[1]),
    typed, h('span', { class: 'unit' }, UNITS[kind]));
}

/**
 * @param {MeasureRow} measure
 * @param {Controls} controls
 */
function measureRow(measure, controls) {
  const { saving, on } = measure.controls, { code } = measure, { decimals } = controls[saving];
  const ends = /** @type {[string, string]} */ ([dutch(measure.low, decimals), dutch(measure.high, decimals)]);
  const check = h('input', { type: 'checkbox', 'data-control': on, 'data-kind': 'on' });
  return h('div', { class: 'row', 'data-row': saving },
    h('div', { class: 'head' },
      h('label', { class: 'title' }, check, h('b', {}, code), ` ${measure.name}`),
      h('span', { class: 'lead' }, measure.lead)),
    sliderWithField(saving, 'mln', `Maatregel ${code}: besparing per jaar`, controls[saving], ends),
    h('p', { class: 'effect' },
      'In ', h('span', { 'data-year': '' }), ': op zichzelf ', h('b', { 'data-gross': code }),
      ' · bijdrage ', h('b', { 'data-share': code }), ' · kwijt aan overlap ', h('b', { 'data-lost': code })),
    h('p', { class: 'fault', hidden: true }),
    moreOf(measure, controls));
}

/**
 * What stands behind "Meer" in the row of a measure.
 * @param {MeasureRow} measure
 * @param {Controls} controls
 */
function moreOf({ code, facts, controls: { delay, investment }, origins }, controls) {
  return h('details', {},
    h('summary', { 'aria-label': `Meer over maatregel ${code}: risico, voorwaarden, later starten` }, 'Meer'),
    h('dl', {}, ...facts.flatMap(([term, text]) => [h('dt', {}, term), h('dd', {}, unbroken(text))])),
    h('p', { class: 'without' }, 'Valt alleen deze maatregel weg: ', h('b', { 'data-without': code })),
    h('div', { class: 'sub' },
      h('span', {}, 'Later starten ', originTag(delay, origins.delay)),
      sliderWithField(delay, 'maanden', `Maatregel ${code}: later starten`, controls[delay])),
    investment && h('div', { class: 'sub' },
      h('span', {}, 'Nog op te geven investering ', originTag(investment, origins.investment)),
      sliderWithField(investment, 'mln', `Maatregel ${code}: investering`, controls[investment])));
}

/**
 * Where the value of a control comes from; follows the value.
 * @param {string} control
 * @param {string} origin of its first value
 */
function originTag(control, origin) { return h('span', { class: 'lead', 'data-origin': control, 'data-from': origin }, origin); }

/**
 * @param {AssumptionRow} row
 * @param {import('./payload.js').ControlValue[]} values
 */
function choiceList({ control, kind, name }, values) {
  const options = values.map((text, index) => h('option', { value: index }, String(text)));
  return h('select', { 'data-control': control, 'data-kind': kind, 'aria-label': name }, ...options);
}

/**
 * @param {AssumptionRow} row
 * @param {Controls} controls
 */
function assumptionRow(row, controls) {
  const { values } = controls[row.control];
  return h('div', { class: 'row', 'data-row': row.control },
    h('div', { class: 'head' }, h('span', { class: 'title' }, row.name), originTag(row.control, row.origin)),
    row.kind === 'keuze' ? choiceList(row, values) : sliderWithField(row.control, row.kind, row.name, controls[row.control]),
    h('p', { class: 'fault', hidden: true }),
    h('p', { class: 'about' }, row.about));
}

/**
 * What the costs are measured against, with an amount for a target of one's own.
 * @param {Controls} controls
 */
export function targetRow(controls) {
  const name = 'Doel: waaraan de jaarkosten worden gemeten', kind = 'keuze';
  return h('div', { class: 'row', 'data-row': TARGET },
    h('label', {}, 'Doel', choiceList({ control: TARGET, kind, name, origin: '', about: '' }, controls[TARGET].values)),
    h('div', { class: 'own-target', hidden: true }, sliderWithField(OWN_TARGET, 'mln', 'Eigen doel', controls[OWN_TARGET])),
    h('p', { class: 'fault', hidden: true }));
}

/**
 * Rows of a plan: the measures by category, then the assumptions.
 * @param {{ categories: string[], measures: MeasureRow[], assumptions: AssumptionRow[], controls: Controls }} plan
 */
export function controlSections({ categories, measures, assumptions, controls }) {
  const groups = categories.map((category) => h('fieldset', {}, h('legend', {}, category),
    ...measures.filter((measure) => measure.category === category).map((measure) => measureRow(measure, controls))));
  return [...groups, h('fieldset', { class: 'assumptions' }, h('legend', {}, 'Aannames'), ...assumptions.map((row) => assumptionRow(row, controls)))];
}
