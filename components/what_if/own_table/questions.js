// The choices of the proposal, those that only the visitor can make first.

import { unbroken } from '../../look/amounts.js';
import { h } from '../../look/dom.js';

/** @typedef {import('./proposal_words.js').Read} Read */
/** @typedef {import('./proposal_words.js').Question} Question */

/**
 * Groups of choices under their headings.
 * @param {Read} read
 * @param {Set<string>} once open when they were first shown
 */
export function questionParts({ questions, groups }, once) {
  const first = questions.filter(({ key }) => once.has(key)), rest = questions.filter(({ key }) => !once.has(key));
  const certain = rest.filter(({ isCertain }) => isCertain);
  /** @type {HTMLElement[]} */
  const parts = [...first.length ? [group('Dit moet u kiezen', first)] : [], ...grouped(groups, rest.filter((one) => !one.isCertain && !one.isAssumption))];
  if (certain.length) {
    const text = certain.length === 1 ? 'Eén keuze volgt uit het blad zelf' : `${certain.length} keuzes volgen uit het blad zelf`;
    parts.push(h('details', {}, h('summary', {}, text), ...grouped(groups, certain)));
  }
  return parts;
}

/**
 * What we assume, to be chosen otherwise where one agrees with all of it.
 * @param {Read} read
 * @param {Set<string>} once open when they were first shown
 */
export function assumptionParts({ questions }, once) {
  const assumed = questions.filter(({ key, isAssumption, isCertain }) => isAssumption && !isCertain && !once.has(key));
  return assumed.length ? [group('Dit nemen wij aan; kies iets anders als het niet klopt', assumed)] : [];
}

/**
 * @param {string[]} names
 * @param {Question[]} questions
 */
function grouped(names, questions) {
  return names.flatMap((name) => {
    const inGroup = questions.filter((question) => question.group === name);
    return inGroup.length ? [group(name, inGroup)] : [];
  });
}

/**
 * @param {string} name
 * @param {Question[]} questions
 */
function group(name, questions) { return h('fieldset', {}, h('legend', {}, name), ...questions.map(row)); }

/** As many choices can be read at a glance; more go into a list. */
const MOST_AT_A_GLANCE = 4;

/** @param {Question} question */
function row(question) {
  const { key, text, place, options, proposal, value, isOpen, reason } = question, id = `keuze-${key}`, about = `waarom-${key}`;
  const proposed = options.find(([option]) => option === proposal)?.[1], isList = options.length > MOST_AT_A_GLANCE;
  const badge = isOpen ? 'nog te kiezen' : value === proposal ? 'voorstel' : 'door u gekozen';
  return h('div', { class: isOpen ? 'question open' : 'question', 'data-key': key },
    isList ? h('label', { for: id, class: 'asked' }, unbroken(text)) : h('span', { id, class: 'asked' }, unbroken(text)),
    h('div', { class: 'pick' }, isList ? list(question, id, about) : buttons(question, id, about), h('span', { class: 'badge' }, badge)),
    place ? h('span', { class: 'where' }, place) : null,
    h('span', { class: 'reason', id: about }, sentence(reason), proposed && value !== proposal && !isOpen ? ` Ons voorstel was: ${proposed}.` : ''));
}

/**
 * @param {Question} question
 * @param {string} id
 * @param {string} about
 */
function list({ key, options, value, isOpen }, id, about) {
  return h('select', { id, name: key, 'aria-describedby': about }, ...(isOpen ? [h('option', { value: '' }, 'Kies …')] : []),
    ...options.map(([option, label]) => h('option', { value: option, selected: option === value }, label)));
}

/**
 * @param {Question} question
 * @param {string} id
 * @param {string} about
 */
function buttons({ key, options, value }, id, about) {
  return h('div', { role: 'radiogroup', 'aria-labelledby': id, 'aria-describedby': about },
    ...options.map(([option, label]) => h('label', { class: 'option' },
      h('input', { type: 'radio', name: key, value: option, checked: option === value }), h('span', {}, unbroken(label)))));
}

/** @param {string} text */
const sentence = (text) => unbroken(text ? `${text[0].toUpperCase()}${text.slice(1)}${/[.!?…]”?$/.test(text) ? '' : '.'}` : '');
