// Rows with a slider: measures and assumptions. A slider holds the index of a value; the value itself comes from Python.

import { dutch } from '../../look/amounts.js';

export function make(tag, properties = {}, ...children) {
  const { dataset, aria, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  Object.assign(made.dataset, dataset ?? {});
  for (const [name, value] of Object.entries(aria ?? {})) made.setAttribute(`aria-${name}`, value);
  made.append(...children);
  return made;
}

function sliderWithField(control, kind, name, count, ends = null) {
  const range = make('input', { type: 'range', min: 0, max: count - 1, step: 1, dataset: { control, kind }, aria: { label: name } });
  const typed = make('input', { type: 'text', inputMode: 'decimal', className: 'typed', dataset: { typed: control, kind }, aria: { label: `${name}, getypt` } });
  const unit = make('span', { className: 'unit' }, { mln: 'mln €', maanden: 'mnd', groei: 'per jaar' }[kind] ?? '');
  const parts = ends ? [make('span', { className: 'end' }, ends[0]), range, make('span', { className: 'end' }, ends[1])] : [range];
  return make('div', { className: 'slide' }, ...parts, typed, unit);
}

function measureRow(measure, controls) {
  const { saving, on, delay, investment } = measure.controls;
  const check = make('input', { type: 'checkbox', dataset: { control: on, kind: 'on' } });
  const title = make('label', { className: 'title' }, check, make('b', {}, measure.code), ` ${measure.name}`);
  const facts = make('dl', {}, ...measure.facts.flatMap(([term, text]) => [make('dt', {}, term), make('dd', {}, text)]));
  const more = make('details', {}, make('summary', { ariaLabel: `Meer over maatregel ${measure.code}: risico, voorwaarden, later starten` }, 'Meer'), facts,
    make('div', { className: 'sub' }, make('span', {}, 'Later starten (aanname)'), sliderWithField(delay, 'maanden', `Maatregel ${measure.code}: later starten`, controls[delay].values.length)));
  if (investment) {
    more.append(make('div', { className: 'sub' }, make('span', {}, 'Nog op te geven investering (eigen invoer)'),
      sliderWithField(investment, 'mln', `Maatregel ${measure.code}: investering`, controls[investment].values.length)));
  }
  return make('div', { className: 'row', dataset: { row: saving } },
    make('div', { className: 'head' }, title, make('span', { className: 'lead' }, measure.lead)),
    sliderWithField(saving, 'mln', `Maatregel ${measure.code}: besparing per jaar`, controls[saving].values.length, [dutch(measure.low, 1), dutch(measure.high, 1)]),
    make('p', { className: 'effect' }, 'Effect ', make('span', { dataset: { year: '' } }), ': ', make('b', { dataset: { effect: measure.code } }), ' · kwijt aan overlap: ', make('b', { dataset: { lost: measure.code } })),
    make('p', { className: 'fault', hidden: true }),
    more);
}

function assumptionRow(row, controls) {
  const head = make('div', { className: 'head' }, make('span', { className: 'title' }, row.name), make('span', { className: 'lead' }, row.origin));
  const about = make('p', { className: 'about' }, row.about);
  const input = row.kind === 'keuze'
    ? make('select', { dataset: { control: row.control, kind: 'keuze' }, aria: { label: row.name } }, ...controls[row.control].values.map((text, index) => new Option(text, index)))
    : sliderWithField(row.control, row.kind, row.name, controls[row.control].values.length);
  return make('div', { className: 'row', dataset: { row: row.control } }, head, input, make('p', { className: 'fault', hidden: true }), about);
}

export function controlSections(data) {
  const categories = [...new Set(data.measures.map(({ category }) => category))];
  const groups = categories.map((category) => make('fieldset', {}, make('legend', {}, category),
    ...data.measures.filter((measure) => measure.category === category).map((measure) => measureRow(measure, data.controls))));
  return [...groups, make('fieldset', { className: 'assumptions' }, make('legend', {}, 'Aannames'), ...data.assumptions.map((row) => assumptionRow(row, data.controls)))];
}

// Index of the value nearest to `value`; exact for null.
export function nearestIndex(values, value) {
  if (value === null || value === undefined) return Math.max(0, values.indexOf(null));
  if (typeof value !== 'number') return Math.max(0, values.indexOf(value));
  let best = 0;
  values.forEach((candidate, index) => {
    if (typeof candidate === 'number' && (typeof values[best] !== 'number' || Math.abs(candidate - value) < Math.abs(values[best] - value))) best = index;
  });
  return best;
}
