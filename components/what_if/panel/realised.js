// What the costs really were, typed per year: it stands beside what is computed, and changes nothing of it.

import { dutch } from '../../look/amounts.js';
import { find, h } from '../../look/dom.js';
import { write } from './headline.js';
import { sayBeside } from './inputs.js';
import { whole } from './payload.js';
import { meaningOf, unknownInWords, wordsFor } from './typed_value.js';

/** @typedef {import('./payload.js').RealisedFields} RealisedFields */
/** @typedef {import('./payload.js').Realised} RealisedCosts */
/** @typedef {{ low: number, high: number, decimals: number }} Range Ends in thousandths, and the decimals of the plan. */

/**
 * Decimals that an amount needs to stand there as it was typed, at least those of its plan.
 * @param {number} thousandths
 * @param {number} decimals
 */
const digitsOf = (thousandths, decimals) => Math.max(decimals, thousandths % 10 ? 3 : thousandths % 100 ? 2 : 1);

/**
 * @param {number | null} thousandths
 * @param {number} decimals
 */
const typedText = (thousandths, decimals) => (thousandths === null ? '' : dutch(thousandths / 1000, digitsOf(thousandths, decimals)));

/**
 * Thousandths of a million that a text means, null where it says that nothing is known, with what there is to say of how it was read; or
 * why it means none.
 * @param {string} text
 * @param {Range} range
 * @returns {{ amount: number | null, said?: string } | { fault: string }}
 */
export function readRealised(text, { low, high, decimals }) {
  const meant = meaningOf(text, 'mln', { low: low / 1000, high: high / 1000, mayBeUnknown: true }, decimals);
  if (meant === null) return unknownInWords(text) ? { amount: null, said: unknownInWords(text) } : { amount: null };
  if ('fault' in meant) return { fault: `${meant.fault} Wat er stond, geldt nog.` };
  const amount = whole(1000 * meant.value), said = wordsFor(text, meant, 'mln', amount / 1000, digitsOf(amount, decimals));
  return said ? { amount, said } : { amount };
}

/**
 * Step that stands for an amount in a report: 0 for unknown, 1 for the lowest.
 * @param {number | null} amount
 * @param {{ low: number }} range
 */
export const stepOf = (amount, { low }) => (amount === null ? 0 : amount - low + 1);

export class Realised {
  /** @type {HTMLInputElement[]} One per year. */
  fields = [];
  /** @type {(number | null)[]} What they stand for. */
  amounts = [];
  /** @type {Range} */
  range = { low: 0, high: 0, decimals: 1 };

  /** @param {ParentNode} root */
  constructor(root) {
    this.places = { fields: find(root, '.realised-fields'), start: find(root, '.realised-start'), years: find(root, '.realised-years') };
    this.said = find(root, '.realised-said');
  }

  /**
   * Fields of another plan.
   * @param {{ years: number[], decimals: number, realisedFields: RealisedFields }} plan
   */
  draw({ years, decimals, realisedFields: { controls, low, high, start } }) {
    this.range = { low, high, decimals };
    this.fields = controls.map((control, at) => h('input', {
      type: 'text', inputmode: 'decimal', autocomplete: 'off', class: 'typed', 'data-realised': control,
      'aria-label': `Werkelijke kosten ${years[at]}`,
    }));
    this.places.fields.replaceChildren(...this.fields.map((field, at) => h('div', { class: 'row' },
      h('div', { class: 'slide' }, h('span', { class: 'year' }, years[at]), field, h('span', { class: 'unit' }, 'mln €')),
      h('p', { class: 'fault', hidden: true }))));
    write(this.places.start, start);
  }

  /**
   * Amounts in their fields, except where someone types or has still to mend something, and what there is to say of them.
   * @param {{ years: number[], realised: RealisedCosts }} scenario
   */
  settle({ years, realised: { amounts, said } }) {
    this.amounts = amounts;
    this.fields.forEach((field, at) => {
      const { activeElement } = /** @type {Document | ShadowRoot} */ (field.getRootNode());
      if (field !== activeElement && field.getAttribute('aria-invalid') !== 'true') field.value = typedText(amounts[at], this.range.decimals);
    });
    const known = years.filter((_, at) => amounts[at] !== null);
    write(this.places.years, known.length ? `: ${known.join(', ')}` : '');
    if (said.join() !== [...this.said.children].map(({ textContent }) => textContent).join()) {
      this.said.replaceChildren(...said.map((text) => h('p', {}, text)));
    }
    this.said.classList.remove('old');
  }

  /**
   * Takes what was typed: all amounts, and the step to report, where it changes something; else null.
   * @param {HTMLInputElement} field
   * @returns {{ amounts: (number | null)[], step: number } | null}
   */
  take(field) {
    const at = this.fields.indexOf(field), read = readRealised(field.value, this.range), isMended = field.getAttribute('aria-invalid') === 'true';
    if ('fault' in read) { sayBeside(field, read.fault, true); return null; }
    field.value = typedText(read.amount, this.range.decimals);
    const isNew = read.amount !== this.amounts[at];
    // The browser reports a field a second time when it is left: what was said of the first one stays.
    if (isNew || isMended || read.said) sayBeside(field, read.said ?? '', false);
    if (!isNew) return null;
    this.amounts = this.amounts.with(at, read.amount);
    this.said.classList.add('old');
    return { amounts: this.amounts, step: stepOf(read.amount, this.range) };
  }

  /**
   * Puts back what a field stands for.
   * @param {HTMLInputElement} field
   */
  drop(field) {
    sayBeside(field, '', false);
    field.value = typedText(this.amounts[this.fields.indexOf(field)], this.range.decimals);
  }

  /** What was typed and is no amount holds no longer. */
  hush() { for (const field of this.fields) if (field.getAttribute('aria-invalid') === 'true') this.drop(field); }
}
