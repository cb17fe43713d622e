// One row of the shelf: its line as in the chart, its name and figures, and what can be done with it.

const SVG = 'http://www.w3.org/2000/svg';

export function make(tag, properties = {}, ...content) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...content);
  return node;
}

function swatch(style) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 56 16');
  svg.setAttribute('class', 'swatch');
  svg.setAttribute('aria-hidden', 'true');
  if (!style) return svg;
  const line = document.createElementNS(SVG, 'path'), symbol = document.createElementNS(SVG, 'path');
  line.setAttribute('d', 'M1 8H55');
  line.setAttribute('stroke', style.colour);
  line.setAttribute('stroke-width', 2.5);
  line.setAttribute('stroke-dasharray', style.dash.join(' '));
  symbol.setAttribute('d', style.symbol);
  symbol.setAttribute('transform', 'translate(28 8) scale(5.4)');
  symbol.setAttribute('fill', style.colour);
  svg.append(line, symbol);
  return svg;
}

function actButton(act, label, name) {
  const button = make('button', { type: 'button' }, label);
  Object.assign(button.dataset, { act, name });
  button.setAttribute('aria-label', `${label}: ${name}`);
  return button;
}

function renameForm(name) {
  const input = make('input', { type: 'text', name: 'rename', value: name, autocomplete: 'off' });
  input.setAttribute('aria-label', `Nieuwe naam voor ${name}`);
  const form = make('form', { className: 'rename', noValidate: true }, input, make('button', { type: 'submit' }, 'Bewaar de naam'), actButton('cancel', 'Annuleer', name));
  form.dataset.name = name;
  return form;
}

// `known` is what Python says of the entry, if it did so already.
export function entryRow(entry, { style, known, renaming }) {
  const name = renaming ? renameForm(entry.name) : make('b', { className: 'name' }, entry.name);
  const words = make('div', { className: 'words' }, name, ' ', make('span', { className: 'tag', hidden: true }, 'staat nu in het paneel'));
  if (known?.closed) words.append(make('span', { className: 'closed' }, `Nu niet te openen. ${known.closed}`));
  else if (known) words.append(make('span', { className: 'facts' }, known.facts));
  const open = actButton('open', 'Open', entry.name);
  open.disabled = !known || Boolean(known.closed);
  const acts = make('div', { className: 'acts', hidden: renaming }, open, actButton('rename', 'Hernoem', entry.name), actButton('duplicate', 'Dupliceer', entry.name), actButton('remove', 'Verwijder', entry.name));
  const row = make('li', { className: 'entry' }, swatch(known?.closed ? null : style), words, acts);
  row.dataset.entry = entry.name;
  return row;
}
