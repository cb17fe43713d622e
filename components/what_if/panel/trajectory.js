// Chart of the costs per year: printed target path, ceilings, costs without measures, the computed path and its band.

import { amount, dutch } from '../../look/amounts.js';
import { svg } from '../../look/svg.js';
import { FRAME, TrajectoryScale, apart } from './trajectory_scale.js';

/** @typedef {import('./trajectory_scale.js').Amounts} Amounts */
/** @typedef {{ cost: Amounts, baseline: Amounts, target: Amounts, p10: Amounts, p90: Amounts }} Lines */
/** @typedef {{ dot: SVGCircleElement, text: SVGTextElement, shown: string }} Point A year on the computed path, and what it shows. */
/** @typedef {{ band: SVGPolygonElement, baseline: SVGPathElement, cost: SVGPathElement, points: Point[] }} Moving What a drag moves. */

const RIGHT = FRAME.width - FRAME.right;

export class TrajectoryChart {
  /** @type {TrajectoryScale | null} */
  scale = null;
  /** @type {Moving | null} */
  moving = null;
  shownBaseline = '';
  shownCost = '';

  /** @param {SVGSVGElement} drawing */
  constructor(drawing) {
    this.drawing = drawing;
    drawing.setAttribute('viewBox', `0 0 ${FRAME.width} ${FRAME.height}`);
  }

  /** The next drawing finds a scale anew, also in a drag. */
  forgetScale() { this.scale = null; }

  /**
   * A frame of a drag only moves what changed; the scale stays, so that the eye can follow the line.
   * @param {number[]} years
   * @param {Lines} lines
   * @param {import('./payload.js').Ceiling[]} ceilings
   * @param {boolean} isDragging
   */
  draw(years, lines, ceilings, isDragging) {
    if (isDragging && this.scale && this.moving && this.scale.fits(lines.cost) && this.scale.fits(lines.baseline)) {
      this.move(this.scale, this.moving, lines);
      return;
    }
    const { cost, baseline, target, p10, p90 } = lines;
    const scale = new TrajectoryScale(years.length, [...cost, ...baseline, ...target, ...p10, ...p90, ...ceilings.map(([, value]) => value)]);
    const moving = {
      band: svg('polygon', { class: 'band', points: scale.band(p10, p90) }),
      baseline: svg('path', { class: 'baseline' }),
      cost: svg('path', { class: 'cost' }),
      points: cost.map((_, year) => pointAt(scale.x(year))),
    };
    this.drawing.replaceChildren(
      ...grid(scale, years), moving.band, ...ceilings.map(([, value]) => acrossAt(scale.y(value), 'ceiling')),
      moving.baseline, ...targetParts(scale, target), moving.cost, ...moving.points.flatMap(({ dot, text }) => [dot, text]),
      ...ceilingNames(scale, ceilings),
    );
    this.scale = scale;
    this.moving = moving;
    this.shownBaseline = '';
    this.shownCost = '';
    this.move(scale, moving, lines);
    moving.band.classList.toggle('old', isDragging);
  }

  /**
   * What can change in a frame of a drag, and of that only what did: the rest of the picture stays as it is.
   * @param {TrajectoryScale} scale
   * @param {Moving} moving
   * @param {Lines} lines
   */
  move(scale, { band, baseline, cost, points }, lines) {
    band.classList.add('old');
    const baselinePath = scale.path(lines.baseline), costPath = scale.path(lines.cost);
    if (this.shownBaseline !== baselinePath) baseline.setAttribute('d', baselinePath);
    if (this.shownCost !== costPath) cost.setAttribute('d', costPath);
    this.shownBaseline = baselinePath;
    this.shownCost = costPath;
    lines.cost.forEach((value, year) => movePoint(scale, points[year], year, value, lines.target[year]));
  }
}

/**
 * @param {number} x
 * @returns {Point}
 */
function pointAt(x) { return { dot: svg('circle', { class: 'cost-dot', cx: x, r: 5 }), text: svg('text', { x }), shown: '' }; }

/**
 * @param {TrajectoryScale} scale
 * @param {Point} point
 * @param {number} year
 * @param {number | null} value
 * @param {number | null} target
 */
function movePoint(scale, point, year, value, target) {
  const { dot, text } = point, isAbove = value === null || target === null || value >= target, shown = `${value}:${isAbove}`;
  if (point.shown === shown) return;
  point.shown = shown;
  dot.setAttribute('visibility', value === null ? 'hidden' : 'visible');
  if (value !== null) dot.setAttribute('cy', String(scale.y(value)));
  text.setAttribute('class', value === null ? 'tick' : 'value');
  text.setAttribute('y', String(value === null ? FRAME.top + 12 : scale.y(value) + (isAbove ? -11 : 21)));
  text.setAttribute('text-anchor', value !== null && !year ? 'start' : 'middle');
  text.textContent = amount(value);
}

/**
 * @param {number} y
 * @param {string} kind
 */
function acrossAt(y, kind) { return svg('line', { class: kind, x1: FRAME.left, x2: RIGHT, y1: y, y2: y }); }

/**
 * Lines with their amounts, and the years.
 * @param {TrajectoryScale} scale
 * @param {number[]} years
 */
function grid(scale, years) {
  const decimals = scale.step < 1000 ? 1 : 0;
  return [
    ...scale.grid.flatMap((value) => [
      acrossAt(scale.y(value), 'grid'),
      svg('text', { class: 'tick', x: FRAME.left - 8, y: scale.y(value) + 4, 'text-anchor': 'end' }, dutch(value / 1000, decimals)),
    ]),
    ...years.map((year, index) => svg('text', { class: 'tick', x: scale.x(index), y: FRAME.height - 10, 'text-anchor': 'middle' }, year)),
  ];
}

/**
 * Printed path, with a square at each year that it names.
 * @param {TrajectoryScale} scale
 * @param {Amounts} target
 */
function targetParts(scale, target) {
  const squares = target.flatMap((value, year) => (
    value === null ? [] : [svg('rect', { class: 'target-dot', x: scale.x(year) - 4, y: scale.y(value) - 4, width: 8, height: 8 })]));
  return [svg('path', { class: 'target', d: scale.path(target) }), ...squares];
}

/**
 * @param {TrajectoryScale} scale
 * @param {import('./payload.js').Ceiling[]} ceilings
 */
function ceilingNames(scale, ceilings) {
  return apart(ceilings.map(([text, value]) => ({ y: scale.y(value), text }))).map(({ y, text }) => (
    svg('text', { class: 'ceiling-name', x: RIGHT + 6, y: y + 4 }, text)));
}
