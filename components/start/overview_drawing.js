// All tasks in one chart: per task a bar of all regions, in the classes of their choice. The same drawing on the screen and in a picture.

import { CHOSEN, GREY, INK, PAPER } from '../look/colours.js';
import { classFill, drawPatterns, svg } from '../look/svg.js';

/** @typedef {import('../look/svg.js').Coloured & { name: string, ink: string }} OverviewClass */
/**
 * As overview.py sends it: `counts` run with the classes, `own` is the position of the class that "uw regio" chose.
 * @typedef {{ name: string, short: string, counts: number[], own: number | null }} OverviewTask
 */
/** @typedef {{ tasks: OverviewTask[], classes: OverviewClass[], mine: string | null, credit: string }} OverviewContent */
/** @typedef {{ width: number, fontPx: number, measure: import('../look/letters.js').Measure }} Room */

const LAYER = 'overview', PATTERN_PX = 9;
/** Narrower than this the name of a task stands over its bar, in letters as on any phone. */
const BESIDE_FROM_EM = 36;

/**
 * Parts of the chart under a `top`, and the height at which it ends.
 * @param {OverviewContent} content
 * @param {Room} room
 * @param {{ left: number, top: number }} corner
 */
export function overviewParts(content, { width, fontPx, measure }, { left, top }) {
  const isBeside = width >= BESIDE_FROM_EM * fontPx, bar = 1.55 * fontPx, step = isBeside ? bar + 0.45 * fontPx : bar + 1.75 * fontPx;
  const names = isBeside ? Math.max(...content.tasks.map(({ short }) => measure(short, fontPx))) + 0.8 * fontPx : 0;
  const legend = keyParts(content, { width, fontPx, measure }, { left, top });
  const first = legend.bottom + 0.6 * fontPx, defs = svg('g');
  drawPatterns(defs, { [LAYER]: content.classes }, LAYER, PATTERN_PX);
  const rows = content.tasks.flatMap((task, row) => {
    const y = first + row * step, barTop = isBeside ? y : y + 1.25 * fontPx;
    return [
      svg('text', { x: left, y: isBeside ? y + 1.1 * fontPx : y + fontPx, 'font-size': fontPx }, task.short),
      ...barParts(task, content.classes, { x: left + names, y: barTop, width: width - names, height: bar }, fontPx),
    ];
  });
  return { parts: [defs, ...legend.parts, ...rows], bottom: first + content.tasks.length * step };
}

/**
 * @param {OverviewTask} task
 * @param {OverviewClass[]} classes
 * @param {import('../look/svg.js').Box} place
 * @param {number} fontPx
 */
function barParts(task, classes, { x: left, y, width, height }, fontPx) {
  const total = task.counts.reduce((sum, count) => sum + count, 0);
  let before = 0;
  /** @type {SVGElement[]} */
  const own = [];
  const segments = task.counts.flatMap((count, index) => {
    if (!count) return [];
    const x = left + width * before / total, wide = width * count / total, item = classes[index], inner = { x, y, width: wide, height };
    before += count;
    if (index === task.own) own.push(...outline(inner));
    const words = `${task.name}: ${count} van de ${total} regio's ${item.name}`;
    return [svg('g', {}, svg('title', {}, words),
      svg('rect', { ...inner, fill: classFill(item, LAYER, index, LAYER), stroke: GREY, 'stroke-width': 0.8 }), ...number(count, item, inner, fontPx))];
  });
  return [...segments, ...own];
}

/**
 * Number of regions in a segment, on a ground of its own where stripes or dots would make it hard to read.
 * @param {number} count
 * @param {OverviewClass} item
 * @param {import('../look/svg.js').Box} place
 * @param {number} fontPx
 */
function number(count, item, { x, y, width, height }, fontPx) {
  const wide = 0.56 * fontPx * String(count).length, isPlain = item.colours.length === 1, cx = x + width / 2;
  if (wide + 2 > width) return [];
  const ground = svg('rect', { x: cx - wide / 2 - 1, y: y + 0.2 * height, width: wide + 2, height: 0.6 * height, rx: 2, fill: PAPER, 'fill-opacity': 0.92 });
  return [
    ...(isPlain ? [] : [ground]),
    svg('text', { x: cx, y: y + height / 2 + 0.34 * fontPx, 'font-size': fontPx * 0.95, 'text-anchor': 'middle', fill: isPlain ? item.ink : INK }, count),
  ];
}

/** @param {import('../look/svg.js').Box} place */
function outline({ x, y, width, height }) {
  const frame = { x: x + 1, y: y + 1, width: width - 2, height: height - 2, fill: 'none' };
  return [svg('rect', { ...frame, stroke: PAPER, 'stroke-width': 5 }), svg('rect', { ...frame, class: 'own', stroke: CHOSEN, 'stroke-width': 3 })];
}

/**
 * Key above the bars: each class, and the frame of "uw regio", in as many lines as they take.
 * @param {OverviewContent} content
 * @param {Room} room
 * @param {{ left: number, top: number }} corner
 */
function keyParts({ classes, mine }, { width, fontPx, measure }, { left, top }) {
  const swatch = { width: 1.7 * fontPx, height: 1.05 * fontPx }, step = 1.6 * fontPx;
  const items = [
    ...classes.map((item, index) => ({ name: item.name, face: (/** @type {{ x: number, y: number }} */ at) => [
      svg('rect', { ...at, ...swatch, fill: classFill(item, LAYER, index, LAYER), stroke: GREY, 'stroke-width': 0.8 })] })),
    ...(mine ? [{ name: `keuze van uw regio: ${mine}`, face: (/** @type {{ x: number, y: number }} */ at) => outline({ ...at, ...swatch }) }] : []),
  ];
  let x = left, y = top;
  const parts = items.flatMap(({ name, face }) => {
    const wide = swatch.width + 0.45 * fontPx + measure(name, fontPx) + 1.3 * fontPx;
    if (x > left && x + wide - 1.3 * fontPx > left + width) { x = left; y += step; }
    const at = { x, y };
    x += wide;
    return [...face(at), svg('text', { x: at.x + swatch.width + 0.45 * fontPx, y: at.y + 0.88 * fontPx, 'font-size': fontPx }, name)];
  });
  return { parts, bottom: y + step };
}
