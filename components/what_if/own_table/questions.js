// The choices of the proposal, those that only the visitor can make first.

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
  const parts = [...first.length ? [group('Dit moet u kiezen', first)] : [], ...grouped(groups, rest.filter(({ isCertain }) => !isCertain))];
  if (certain.length) {
    const text = certain.length === 1 ? 'Eén keuze volgt uit het blad zelf' : `${certain.length} keuzes volgen uit het blad zelf`;
    parts.push(h('details', {}, h('summary', {}, text), ...grouped(groups, certain)));
  }
  return parts;
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

/** @param {Question} question */
function row({ key, text, place, options, proposal, value, isOpen, reason }) {
  const id = `keuze-${key}`, about = `waarom-${key}`, proposed = options.find(([option]) => option === proposal)?.[1];
  const select = h('select', { id, name: key, 'aria-describedby': about }, ...(isOpen ? [h('option', { value: '' }, 'Kies …')] : []),
    ...options.map(([option, label]) => h('option', { value: option, selected: option === value }, label)));
  const badge = isOpen ? 'nog te kiezen' : value === proposal ? 'voorstel' : 'door u gekozen';
  return h('div', { class: isOpen ? 'question open' : 'question' },
    h('label', { for: id }, text),
    h('div', { class: 'pick' }, select, h('span', { class: 'badge' }, badge)),
    place ? h('span', { class: 'where' }, place) : null,
    h('span', { class: 'reason', id: about }, reason, proposed && value !== proposal && !isOpen ? ` Voorgesteld was: ${proposed}.` : ''));
}
