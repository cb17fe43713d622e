// The costs per year as lines, with their band and the target, drawn for the room that there is; and as a table.

import { h } from './dom.js';
import { svg } from './svg.js';

/** @typedef {{ value: number | null, words: string }} Amount In millions of euros. */
/** @typedef {{ kind: 'path', alt: string, years: number[], cost: Amount[], without: Amount[], target: Amount[], p10: Amount[], p90: Amount[] }} Path */
/** @typedef {{ width: number, height: number, letterPx: number }} Room */

/** Columns of the table, and the lines that are drawn, the lowest first. */
const LINES = /** @type {const} */ ([['target', 'doel'], ['without', 'zonder maatregelen'], ['cost', 'doorrekening']]);

/**
 * @param {Path} path
 * @param {Room} room
 * @returns {Element[]}
 */
export function pathParts(path, room) {
  return [pathDrawing(path, room), key(path), pathTable(path)];
}

/**
 * @param {Path} path
 * @param {Room} room
 */
function pathDrawing(path, { width, height, letterPx }) {
  const high = Math.max(1, height - 1.8 * letterPx), { x, y } = scales(path, { width, height: high, letterPx });
  const drawing = svg('svg', { viewBox: `0 0 ${width} ${high}`, width, height: high, 'aria-hidden': 'true', 'font-size': letterPx });
  const band = [...corners(path.p90, x, y), ...corners(path.p10, x, y).reverse()];
  if (path.p10.length && path.p90.length) drawing.append(svg('path', { class: 'band', d: `M${band.join('L')}Z` }));
  for (const [name] of LINES) {
    const points = corners(path[name], x, y);
    if (points.length) drawing.append(svg('path', { class: name, d: `M${points.join('L')}` }));
  }
  path.years.forEach((year, at) => {
    drawing.append(svg('text', { class: 'year', x: x(at), y: high - 0.3 * letterPx }, year));
    const cost = path.cost[at], other = path.without[at];
    if (cost.value === null) return;
    const above = other.value !== null && other.value > cost.value;
    drawing.append(svg('circle', { class: 'dot', cx: x(at), cy: y(cost.value), r: letterPx / 4 }),
      svg('text', { class: 'amount', x: x(at), y: y(cost.value) + (above ? 1.4 : -0.6) * letterPx }, cost.words));
  });
  return drawing;
}

/**
 * @param {Path} path
 * @param {Room} room
 */
function scales(path, { width, height, letterPx }) {
  const values = [...path.cost, ...path.without, ...path.target, ...path.p10, ...path.p90].flatMap(({ value }) => value ?? []);
  const most = Math.max(...values), least = Math.min(...values), span = most - least || 1;
  const top = 1.6 * letterPx, foot = height - 3.6 * letterPx, side = 3 * letterPx;
  return {
    x: (/** @type {number} */ at) => side + (path.years.length > 1 ? at / (path.years.length - 1) : 0.5) * (width - 2 * side),
    y: (/** @type {number} */ value) => foot - (value - least) / span * (foot - top),
  };
}

/**
 * @param {Amount[]} amounts
 * @param {(at: number) => number} x
 * @param {(value: number) => number} y
 */
const corners = (amounts, x, y) => amounts.flatMap(({ value }, at) => (value === null ? [] : [`${x(at)} ${y(value)}`]));

/** @param {Path} path */
function key(path) {
  const shown = [...LINES].reverse().filter(([name]) => path[name].some(({ value }) => value !== null));
  const names = [...shown, ...(path.p10.length ? /** @type {const} */ ([['band', 'waarschijnlijk: 8 van de 10 uitkomsten']]) : [])];
  return h('ul', { class: 'legend' }, ...names.map(([name, words]) => h('li', {},
    svg('svg', { class: 'stroke', viewBox: '0 0 30 12', 'aria-hidden': 'true' },
      name === 'band' ? svg('rect', { class: 'band', width: 30, height: 12 }) : svg('path', { class: name, d: 'M0 6H30' })), words)));
}

/** @param {Path} path */
function pathTable(path) {
  return h('table', { class: 'spoken' }, h('caption', {}, path.alt),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Jaar'), ...LINES.map(([, words]) => h('th', { scope: 'col' }, `${words} (mln €)`)))),
    h('tbody', {}, ...path.years.map((year, at) => h('tr', {}, h('th', { scope: 'row' }, year),
      ...LINES.map(([name]) => h('td', {}, path[name][at]?.words ?? 'onbekend'))))));
}
