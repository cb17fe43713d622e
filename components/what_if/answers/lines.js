// Lines of amounts per year; colour, dash and symbol all tell which. Without a dash there are only symbols.

import { onePerRoot } from '../../look/component.js';
import { find, h } from '../../look/dom.js';
import { svg } from '../../look/svg.js';

/** @typedef {{ colour: string, dash: string, symbol: string }} LineStyle `symbol` is a path around 0,0 with a radius of about 1. */
/** @typedef {{ name: string, style: LineStyle, points: ([at: number, text: string] | null)[] }} Line `at` in percent from the bottom. */
/** @typedef {{ words: string, years: string[], lines: Line[], ticks: import('./axis.js').Tick[] }} LinesData As over_the_years.py sends it. */
/** @typedef {import('../../look/component.js').ComponentArguments<LinesData>} LinesComponent */

const HEIGHT = 300, TOP = 12, BOTTOM = 26, LEFT = 44, RADIUS = 5;

/**
 * @param {LineStyle} style
 * @param {number} x
 * @param {number} y
 * @param {string} words
 */
function symbolAt({ colour, symbol }, x, y, words) {
  return svg('path', { d: symbol, transform: `translate(${x} ${y}) scale(${RADIUS})`, fill: colour }, svg('title', {}, words));
}

/**
 * @param {LineStyle} style
 * @param {string} d
 */
function lineAlong({ colour, dash }, d) { return dash ? [svg('path', { class: 'line', d, stroke: colour, 'stroke-dasharray': dash })] : []; }

/**
 * @param {Line} line
 * @param {(year: number) => number} x
 * @param {(at: number) => number} y
 */
function lineParts({ name, style, points }, x, y) {
  const known = points.flatMap((point, year) => (point ? [{ year, at: point[0], text: point[1] }] : []));
  const path = known.map(({ year, at }, index) => `${index ? 'L' : 'M'}${x(year)} ${y(at)}`).join('');
  return [
    ...lineAlong(style, path),
    ...known.map(({ year, at, text }) => symbolAt(style, x(year), y(at), `${name}: ${text}`)),
  ];
}

class Lines {
  drawnFor = '';

  /** @param {LinesComponent} component */
  constructor({ parentElement, data }) {
    this.data = data;
    this.drawing = find(parentElement, '.lines svg', SVGSVGElement);
    this.legend = find(parentElement, '.legend');
    const observer = new ResizeObserver(() => {
      if (this.drawing.isConnected) this.draw();
      else observer.disconnect();
    });
    observer.observe(this.drawing);
  }

  /** @param {LinesComponent} component */
  update({ data }) {
    this.data = data;
    this.drawing.setAttribute('aria-label', data.words);
    this.legend.replaceChildren(...data.lines.map(({ name, style }) => h('li', {}, svg(
      'svg', { viewBox: '0 0 51 16', 'aria-hidden': 'true' },
      ...lineAlong(style, 'M0 8H51'), symbolAt(style, 25.5, 8, name)), name)));
    this.drawnFor = '';
    this.draw();
  }

  draw() {
    const width = this.drawing.clientWidth, { years, lines, ticks } = this.data;
    if (!width || this.drawnFor === String(width)) return;
    this.drawnFor = String(width);
    const step = (width - LEFT) / years.length;
    const x = (/** @type {number} */ year) => LEFT + step * (year + 0.5);
    const y = (/** @type {number} */ at) => HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * at / 100;
    this.drawing.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
    this.drawing.style.height = `${HEIGHT}px`;
    this.drawing.replaceChildren(
      ...ticks.flatMap(([at, text]) => [
        svg('line', { class: 'grid', x1: LEFT, x2: width, y1: y(at), y2: y(at) }),
        svg('text', { x: LEFT - 8, y: y(at) + 5, 'text-anchor': 'end' }, text),
      ]),
      ...years.map((text, year) => svg('text', { x: x(year), y: HEIGHT - 4, 'text-anchor': 'middle' }, text)),
      ...[...lines].reverse().flatMap((line) => lineParts(line, x, y)),
    );
  }
}

const linesOf = onePerRoot(/** @param {LinesComponent} component */ (component) => new Lines(component));

/** @param {LinesComponent} component */
export default function (component) { linesOf(component).update(component); }
