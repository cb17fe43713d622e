// Row of a saved scenario: its line as in the chart, its name and figures, and what can be done with it.

import { h } from '../../look/dom.js';
import { svg } from '../../look/svg.js';

/** @typedef {import('./storage.js').Entry} Entry */
/** @typedef {{ colour: string, dash: number[], symbol: string }} LineStyle Line and symbol of an entry, as in the chart. */

/**
 * What Python says of an entry: its figures, why it cannot be opened now, if so, and whether a link can hold it: an own table goes in none.
 * @typedef {Entry & { closed: string | null, facts: string, hasLink: boolean }} KnownEntry
 */
/** @typedef {{ name: string, field: 'name' | 'note' }} Editing What is being changed of which entry. */

/** @param {LineStyle | undefined} style */
function swatch(style) {
  return svg('svg', { viewBox: '0 0 56 16', class: 'swatch', 'aria-hidden': 'true' }, ...(style ? [
    svg('path', { d: 'M1 8H55', stroke: style.colour, 'stroke-width': 2.5, 'stroke-dasharray': style.dash.join(' ') }),
    svg('path', { d: style.symbol, transform: 'translate(28 8) scale(5.4)', fill: style.colour }),
  ] : []));
}

/**
 * @param {string} act
 * @param {string} label
 * @param {string} name of the entry
 * @param {boolean} [isDisabled]
 */
function actButton(act, label, name, isDisabled = false) {
  return h('button', { type: 'button', 'data-act': act, 'data-name': name, 'aria-label': `${label}: ${name}`, disabled: isDisabled }, label);
}

/** @param {string} name */
function renameForm(name) {
  const input = h('input', { type: 'text', name: 'rename', autocomplete: 'off', 'aria-label': `Nieuwe naam voor ${name}` });
  input.value = name;
  return h('form', { class: 'rename', novalidate: true, 'data-name': name },
    input, h('button', { type: 'submit' }, 'Bewaar de naam'), actButton('cancel', 'Annuleer', name));
}

/** @param {Entry} entry */
function noteForm({ name, note = '' }) {
  const field = h('textarea', { name: 'note', rows: 3, 'aria-label': `Notitie bij ${name}` });
  field.value = note;
  return h('form', { class: 'note-form', novalidate: true, 'data-name': name },
    field, h('button', { type: 'submit' }, 'Bewaar de notitie'), actButton('cancel', 'Annuleer', name));
}

/**
 * @param {Entry} entry
 * @param {{ style: LineStyle | undefined, known: KnownEntry | undefined, editing: 'name' | 'note' | null }} about `known` once Python has heard of it
 */
export function entryRow(entry, { style, known, editing }) {
  const { name, note } = entry;
  return h('li', { class: 'entry', 'data-entry': name },
    swatch(known?.closed ? undefined : style),
    h('div', { class: 'words' },
      editing === 'name' ? renameForm(name) : h('b', { class: 'name' }, name), ' ',
      h('span', { class: 'tag', hidden: true }, 'staat nu in het paneel'),
      known?.closed && h('span', { class: 'closed' }, `Nu niet te openen. ${known.closed}`),
      known && !known.closed && h('span', { class: 'facts' }, known.facts),
      note && editing !== 'note' && h('p', { class: 'note' }, note),
      editing === 'note' && noteForm(entry)),
    h('div', { class: 'acts', hidden: editing !== null },
      actButton('open', 'Open', name, !known || Boolean(known.closed)),
      actButton('copy-link', 'Kopieer link', name, !known),
      actButton('note', 'Notitie', name),
      actButton('rename', 'Hernoem', name),
      actButton('duplicate', 'Dupliceer', name),
      actButton('remove', 'Verwijder', name)));
}
