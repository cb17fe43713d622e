// Chart of the costs per year: printed target path, ceilings, costs without measures, the computed path and its band.

import { amount, dutch } from '../../look/amounts.js';

const SVG = 'http://www.w3.org/2000/svg';
// Between two grid lines, in thousandths of a million: own tables run from a few to thousands of millions.
const STEPS = [100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000, 1000000, 2000000], MOST_STEPS = 7;
const FRAME = { width: 640, height: 360, left: 52, right: 86, top: 18, bottom: 34 };

function node(tag, attributes = {}, parent = null, text = null) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== null) made.textContent = text;
  parent?.append(made);
  return made;
}

// `lines`: {cost, baseline, target, p10, p90} in thousandths per year, null where unknown; `ceilings`: [name, thousandths].
export class TrajectoryChart {
  constructor(svg) { this.svg = svg; svg.setAttribute('viewBox', `0 0 ${FRAME.width} ${FRAME.height}`); }

  // A frame of drag only moves what changed; the scale stays, so that the eye can follow the line.
  scaleTo(all) {
    const known = all.filter((value) => value !== null), lowest = Math.min(...known), highest = Math.max(...known);
    this.step = STEPS.find((step) => highest - lowest <= MOST_STEPS * step) ?? STEPS[STEPS.length - 1];
    const room = 0.3 * this.step, down = Math.floor((lowest - room) / this.step) * this.step;
    this.low = lowest < 0 ? down : Math.max(0, down);
    this.high = Math.max(Math.ceil((highest + room) / this.step) * this.step, this.low + this.step);
  }

  fits(values) { return values.every((value) => value === null || (value >= this.low && value <= this.high)); }

  x(index) { return FRAME.left + (index * (FRAME.width - FRAME.left - FRAME.right)) / Math.max(1, this.years.length - 1); }
  y(value) { return FRAME.top + ((this.high - value) * (FRAME.height - FRAME.top - FRAME.bottom)) / (this.high - this.low); }

  path(values) {
    let text = '';
    values.forEach((value, index) => {
      if (value !== null) text += `${text && values[index - 1] !== null ? 'L' : 'M'}${this.x(index).toFixed(1)} ${this.y(value).toFixed(1)}`;
    });
    return text;
  }

  band(low, high) {
    const points = low.map((value, index) => [value, high[index], index]).filter(([a, b]) => a !== null && b !== null);
    const upper = points.map(([, b, index]) => `${this.x(index)},${this.y(b)}`), lower = points.reverse().map(([a, , index]) => `${this.x(index)},${this.y(a)}`);
    return [...upper, ...lower].join(' ');
  }

  draw(years, lines, ceilings, dragging) {
    this.years = years;
    if (dragging && this.low !== undefined && this.moving && this.fits([...lines.cost, ...lines.baseline])) { this.move(lines); return; }
    this.scaleTo([...lines.cost, ...lines.baseline, ...lines.target, ...lines.p10, ...lines.p90, ...ceilings.map(([, value]) => value)]);
    const svg = this.svg;
    svg.replaceChildren();
    for (let value = this.low; value <= this.high; value += this.step) {
      node('line', { class: 'grid', x1: FRAME.left, x2: FRAME.width - FRAME.right, y1: this.y(value), y2: this.y(value) }, svg);
      node('text', { class: 'tick', x: FRAME.left - 8, y: this.y(value) + 4, 'text-anchor': 'end' }, svg, dutch(value / 1000, this.step < 1000 ? 1 : 0));
    }
    years.forEach((year, index) => node('text', { class: 'tick', x: this.x(index), y: FRAME.height - 10, 'text-anchor': 'middle' }, svg, year));
    const band = node('polygon', { class: 'band', points: this.band(lines.p10, lines.p90) }, svg);
    const labels = [];
    ceilings.forEach(([name, value]) => {
      node('line', { class: 'ceiling', x1: FRAME.left, x2: FRAME.width - FRAME.right, y1: this.y(value), y2: this.y(value) }, svg);
      labels.push([this.y(value), name, 'ceiling-name']);
    });
    const baseline = node('path', { class: 'baseline' }, svg);
    node('path', { class: 'target', d: this.path(lines.target) }, svg);
    lines.target.forEach((value, index) => { if (value !== null) node('rect', { class: 'target-dot', x: this.x(index) - 4, y: this.y(value) - 4, width: 8, height: 8 }, svg); });
    const cost = node('path', { class: 'cost' }, svg);
    const points = lines.cost.map((value, index) => [
      node('circle', { class: 'cost-dot', cx: this.x(index), r: 5 }, svg),
      node('text', { x: this.x(index) }, svg, ''),
    ]);
    this.moving = { band, baseline, cost, points, shown: [] };
    this.move(lines);
    band.classList.toggle('old', dragging);
    labels.sort((a, b) => a[0] - b[0]).forEach(([y, name, kind], index) => {
      const place = index && y - labels[index - 1][0] < 14 ? labels[index - 1][0] + 14 : y;
      labels[index][0] = place;
      node('text', { class: kind, x: FRAME.width - FRAME.right + 6, y: place + 4 }, svg, name);
    });
  }

  // What can change in a frame of a drag, and of that only what did: the rest of the picture stays as it is.
  move(lines) {
    const { band, baseline, cost, points, shown } = this.moving;
    band.classList.add('old');
    const put = (place, element, name, value) => {
      if (shown[place] === value) return;
      shown[place] = value;
      element.setAttribute(name, value);
    };
    put('baseline', baseline, 'd', this.path(lines.baseline));
    put('cost', cost, 'd', this.path(lines.cost));
    lines.cost.forEach((value, index) => {
      const [dot, text] = points[index], known = value !== null, above = !known || lines.target[index] === null || value >= lines.target[index];
      const key = `${index}:${value}:${above}`;
      if (shown[index] === key) return;
      shown[index] = key;
      dot.setAttribute('visibility', known ? 'visible' : 'hidden');
      if (known) dot.setAttribute('cy', this.y(value));
      text.setAttribute('class', known ? 'value' : 'tick');
      text.setAttribute('y', known ? this.y(value) + (above ? -11 : 21) : FRAME.top + 12);
      text.setAttribute('text-anchor', known && !index ? 'start' : 'middle');
      text.textContent = known ? amount(value) : 'onbekend';
    });
  }
}
