// What stands on the page of a storyline of the visitor's own: its head, its steps with their texts, and what can be done with them.

import { LIMITS, OWN } from '../frame/own_storylines.js';
import { h } from '../look/dom.js';
import { neededTables, stepsInWords, viewAddress, viewName } from './views.js';

/** @typedef {import('../frame/own_storylines.js').OwnStoryline} OwnStoryline */
/** @typedef {import('./checks.js').Step} Step */
/** @typedef {import('./views.js').Site} Site */

/** @param {string} text */
export const quoted = (text) => `“${text}”`;

/**
 * @param {string} act
 * @param {string} label
 * @param {string} id of the storyline
 * @param {{ at?: number, about?: string, isOff?: boolean, sign?: string, main?: boolean }} [more] `at` is the place of a step, `sign` what is seen of the label
 */
export function actButton(act, label, id, { at, about = '', isOff = false, sign, main = false } = {}) {
  return h('button', {
    type: 'button', class: main ? 'main' : undefined, 'data-act': act, 'data-id': id, 'data-at': at, disabled: isOff,
    'aria-label': about ? `${label}: ${about}` : undefined, title: sign ? label : undefined,
  }, sign ?? label);
}

/** @param {number} count */
export const stepCount = (count) => (count === 1 ? '1 stap' : `${count} stappen`);

/** @param {OwnStoryline} storyline */
function facts({ steps, changed }) {
  const when = new Date(changed).toLocaleDateString('nl-NL', { day: 'numeric', month: 'long', year: 'numeric' });
  return `${stepCount(steps.length)}, veranderd op ${when}`;
}

/**
 * A storyline of the list.
 * @param {OwnStoryline} storyline
 * @param {Site} site
 * @param {{ isOpen: boolean, openSteps: Set<number> }} state
 */
export function storylineCard(storyline, site, { isOpen, openSteps }) {
  const { id, title, steps } = storyline, isEmpty = steps.length === 0;
  return h('article', { class: 'card', 'data-story': id, 'aria-label': title },
    h('div', { class: 'head' },
      h('div', { class: 'words' }, h('b', { class: 'name' }, title), h('span', { class: 'facts' }, facts(storyline))),
      h('div', { class: 'acts' },
        actButton('start', 'Start', id, { about: title, isOff: isEmpty, main: true }),
        h('button', { type: 'button', 'data-act': 'edit', 'data-id': id, 'aria-expanded': String(isOpen), 'aria-label': `Bewerk: ${title}` }, 'Bewerk'))),
    isOpen && editor(storyline, site, openSteps));
}

/**
 * @param {OwnStoryline} storyline
 * @param {Site} site
 * @param {Set<number>} openSteps
 */
function editor(storyline, site, openSteps) {
  const { id, title, steps } = storyline;
  return h('div', { class: 'editor' },
    textField('Titel van de verhaallijn', title, { field: 'story', id, longest: LIMITS.title }),
    steps.length === 0 && h('p', { class: 'none' },
      'Nog geen stappen. Ga naar een weergave en voeg haar daar toe, onder “Delen”. Zij komt in de verhaallijn die u het laatst bewerkte.'),
    h('ol', { class: 'steps', 'data-id': id, 'aria-label': `Stappen van ${title}` },
      ...steps.map((step, at) => stepItem(storyline, step, at, site, openSteps.has(at)))),
    ...tableNotes(steps, site),
    h('div', { class: 'acts' },
      actButton('save', 'Bewaar als bestand', id, { about: title, isOff: steps.length === 0 }),
      actButton('slides', 'PowerPoint (PPTX)', id, { about: title, isOff: steps.length === 0 }),
      actButton('link', 'Kopieer als link', id, { about: title, isOff: steps.length === 0 }),
      actButton('duplicate', 'Dupliceer', id, { about: title }),
      actButton('remove', 'Verwijder', id, { about: title })));
}

/**
 * What the visitor has to know of own tables before the storyline is passed on.
 * @param {Step[]} steps
 * @param {Site} site
 * @param {import('./file.js').OwnTable[]} [brought]
 */
export function tableNotes(steps, site, brought) {
  return neededTables(steps, site, brought).map(({ numbers, table }) => h('p', { class: 'table-note' }, table
    ? `${stepsInWords(numbers)} met de eigen tabel ${quoted(table.name)}. Die gaat mee in het bestand, niet in de link.`
    : `${stepsInWords(numbers)} met een eigen tabel die deze browser niet heeft. Vraag de maker om het bestand: daar zit de tabel in.`));
}

/**
 * @param {OwnStoryline} storyline
 * @param {Step} step
 * @param {number} at
 * @param {Site} site
 * @param {boolean} isOpen
 */
function stepItem({ id, steps }, step, at, site, isOpen) {
  const name = viewName(step, site), about = `stap ${at + 1}, ${step.title || name}`;
  const place = { presentatie: `${OWN}${id}`, stap: String(at + 1) };
  return h('li', { class: 'step', 'data-at': at },
    h('span', { class: 'handle', 'aria-hidden': 'true', title: 'Versleep' }),
    h('div', { class: 'words' },
      h('b', { class: 'step-title' }, step.title || name),
      h('span', { class: 'facts' }, step.title ? name : 'titel van de weergave zelf', step.note && ', met notitie')),
    h('div', { class: 'acts' },
      actButton('up', 'Omhoog', id, { at, about, isOff: at === 0, sign: '↑' }),
      actButton('down', 'Omlaag', id, { at, about, isOff: at === steps.length - 1, sign: '↓' }),
      h('button', { type: 'button', 'data-act': 'texts', 'data-id': id, 'data-at': at, 'aria-expanded': String(isOpen), 'aria-label': `Teksten van ${about}` },
        'Teksten'),
      actButton('remove-step', 'Verwijder', id, { at, about })),
    isOpen && h('div', { class: 'texts' },
      textField('Titel', step.title, { field: 'title', id, at, longest: LIMITS.title, empty: 'Leeg: de titel van de weergave zelf' }),
      textField('Zin eronder', step.sentence, { field: 'sentence', id, at, longest: LIMITS.sentence, empty: 'Leeg: de zin van de weergave zelf' }),
      textField('Notitie voor wie spreekt', step.note, { field: 'note', id, at, longest: LIMITS.note, empty: 'De zaal ziet dit niet', rows: 3 }),
      h('p', { class: 'ways' }, h('a', { href: viewAddress(step, site) }, 'Bekijk deze weergave'), ' ',
        h('a', { href: viewAddress(step, site, place), 'data-begins': 'true' }, 'Begin bij deze stap'))));
}

/**
 * @param {string} label
 * @param {string} value
 * @param {{ field: string, id: string, at?: number, longest: number, empty?: string, rows?: number }} about
 */
function textField(label, value, { field, id, at, longest, empty, rows }) {
  const attributes = { 'data-field': field, 'data-id': id, 'data-at': at, maxlength: longest, placeholder: empty, autocomplete: 'off', rows };
  const input = rows ? h('textarea', attributes) : h('input', { type: 'text', ...attributes });
  input.value = value;
  return h('label', { class: 'field' }, label, input);
}
