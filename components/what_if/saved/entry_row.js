// Row of a saved scenario: its line as in the chart, its name and figures, and what can be done with it.

import { h } from '../../look/dom.js';
import { svg } from '../../look/svg.js';

/** @typedef {import('./storage.js').Entry} Entry */
/** @typedef {{ colour: string, dash: number[], symbol: string }} LineStyle Line and symbol of an entry, as in the chart. */

/**
 * What Python says of an entry: its figures, and why it cannot be opened now, if so.
 * @typedef {Entry & { closed: string | null, facts: string }} KnownEntry
 */

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

/**
 * @param {Entry} entry
 * @param {{ style: LineStyle | undefined, known: KnownEntry | undefined, isRenaming: boolean }} about `known` once Python has heard of it
 */
export function entryRow({ name }, { style, known, isRenaming }) {
  return h('li', { class: 'entry', 'data-entry': name },
    swatch(known?.closed ? undefined : style),
    h('div', { class: 'words' },
      isRenaming ? renameForm(name) : h('b', { class: 'name' }, name), ' ',
      h('span', { class: 'tag', hidden: true }, 'staat nu in het paneel'),
      known?.closed && h('span', { class: 'closed' }, `Nu niet te openen. ${known.closed}`),
      known && !known.closed && h('span', { class: 'facts' }, known.facts)),
    h('div', { class: 'acts', hidden: isRenaming },
      actButton('open', 'Open', name, !known || Boolean(known.closed)),
      actButton('rename', 'Hernoem', name),
      actButton('duplicate', 'Dupliceer', name),
      actButton('remove', 'Verwijder', name)));
}
