// Waterfall and tornado: rows of a table with a bar, so that chart and table are one.

import { amount } from '../../look/amounts.js';

function barRow(name, from, to, text, kind, scale) {
  const row = document.createElement('div'), label = document.createElement('span'), track = document.createElement('span'), bar = document.createElement('i'), value = document.createElement('b');
  row.className = 'bar-row';
  row.setAttribute('role', 'row');
  label.textContent = name;
  label.setAttribute('role', 'rowheader');
  track.className = 'track';
  track.setAttribute('aria-hidden', 'true');
  track.setAttribute('role', 'presentation');
  const [left, right] = [Math.min(from, to), Math.max(from, to)].map(scale);
  bar.className = kind;
  bar.style.cssText = `left: ${left}%; width: ${Math.max(0.4, right - left)}%`;
  track.append(bar);
  value.textContent = text;
  value.setAttribute('role', 'cell');
  row.append(label, track, value);
  return row;
}

function scaleOf(values) {
  const low = Math.min(...values), high = Math.max(...values), span = Math.max(1, high - low);
  return (value) => ((value - low + span * 0.03) / (span * 1.06)) * 100;
}

export function drawWaterfall(box, steps, target) {
  const scale = scaleOf([...steps.filter(({ step }) => step !== 'start' && step !== 'result').flatMap(({ from, to }) => [from, to]), target]);
  const floor = 0, clip = (value) => Math.max(floor, Math.min(100, scale(value)));
  box.setAttribute('role', 'table');
  box.replaceChildren(...steps.map(({ name, amount: change, from, to, step }) => {
    const level = step === 'start' || step === 'result';
    const text = level ? amount(change) : `${change > 0 ? '+' : ''}${amount(change)}`;
    const kind = level ? 'level' : change > 0 ? 'worse' : 'better';
    return barRow(name, level ? -1e9 : from, to, text, kind, clip);
  }));
}

export function drawTornado(box, rows, now) {
  if (!rows.length) { box.textContent = 'Er staat geen maatregel aan.'; return; }
  const scale = scaleOf([...rows.flatMap(({ low, high }) => [low, high]), now]);
  box.setAttribute('role', 'table');
  box.replaceChildren(...rows.map(({ name, low, high }) => {
    const row = barRow(name, low, high, `${amount(low)} – ${amount(high)}`, 'range', scale);
    const mark = document.createElement('em');
    mark.style.left = `${scale(now)}%`;
    row.querySelector('.track').append(mark);
    return row;
  }));
}
