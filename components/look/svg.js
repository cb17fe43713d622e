// SVG parts of the map: fills, region paths, markers for the status, outlines.

import { GREY, PAPER } from './colours.js';
import { filled } from './dom.js';

export const SVG = 'http://www.w3.org/2000/svg';
/** @typedef {{ x: number, y: number, width: number, height: number }} Box Part of the map, in kilometres. */
/** @type {Box} */
export const COUNTRY = { x: 10, y: -622, width: 270, height: 320 };
/** @type {Box} */
export const RANDSTAD = { x: 70, y: -519, width: 92, height: 101 };

/** @typedef {{ colours: string[] }} Coloured Class of a choice: one colour fills it, more are its stripes, none means dots. */

/**
 * Element of SVG with attributes and content, as `h` in dom.js.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {import('./dom.js').Attributes} [attributes]
 * @param {...import('./dom.js').Content} content
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, attributes = {}, ...content) {
  return filled(document.createElementNS(SVG, tag), attributes, content);
}

/** @param {Box} box */
export const viewBox = ({ x, y, width, height }) => `${x} ${y} ${width} ${height}`;

/**
 * Patterns for mixtures (stripes of their levels) and for classes outside the scale (dots), added to a drawing. Size in km.
 * @param {SVGElement} drawing
 * @param {Record<string, Coloured[]>} classes per layer
 * @param {string} prefix
 * @param {number} size
 */
export function drawPatterns(drawing, classes, prefix, size) {
  const defs = svg('defs');
  for (const [layer, items] of Object.entries(classes)) {
    items.forEach((item, index) => {
      if (item.colours.length === 1) return;
      defs.append(svg('pattern', {
        id: `${prefix}-${layer}-${index}`, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)',
      }, ...patternParts(item, size)));
    });
  }
  drawing.append(defs);
}

/**
 * @param {Coloured} item
 * @param {number} size
 */
function patternParts({ colours }, size) {
  if (!colours.length) {
    return [svg('rect', { width: size, height: size, fill: PAPER }), svg('circle', { cx: size / 2, cy: size / 2, r: size / 7, fill: GREY })];
  }
  const band = size / colours.length;
  return colours.map((colour, index) => svg('rect', { x: 0, y: index * band, width: size, height: band, fill: colour }));
}

/**
 * Fill of a class in a drawing that has the patterns of `drawPatterns`.
 * @param {Coloured} item
 * @param {string} layer
 * @param {number} index
 * @param {string} prefix
 */
export function classFill(item, layer, index, prefix) {
  return item.colours.length === 1 ? item.colours[0] : `url(#${prefix}-${layer}-${index})`;
}

/**
 * The same class as a CSS background, for bar and legend.
 * @param {Coloured} item
 */
export function classBackground(item) {
  const [first, second] = item.colours;
  if (!first) return `radial-gradient(circle, ${GREY} 1.2px, ${PAPER} 1.4px) 0 0 / 6px 6px`;
  return second ? `repeating-linear-gradient(45deg, ${first} 0 4px, ${second} 4px 8px)` : first;
}

/**
 * Paths of the regions in the order of their codes, added to a drawing.
 * @param {SVGElement} drawing
 * @param {string[]} codes
 * @param {import('./region_shapes.js').Shapes} shapes
 */
export function drawRegions(drawing, codes, shapes) {
  const paths = codes.map((code, index) => svg('path', { d: shapes[code].path, 'data-region': index }));
  drawing.append(svg('g', { class: 'regions' }, ...paths));
  return paths;
}

/**
 * Status as a shape: dot = shared agreement, ring = intention, cross = no view yet.
 * @param {string} status
 * @param {number} radius
 */
export function markerPath(status, radius) {
  const r = radius, c = radius * 0.8;
  if (status === 'geen_opvatting') return `M${-c} ${-c}L${c} ${c}M${-c} ${c}L${c} ${-c}`;
  return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

/**
 * A marker at the point of each region, still without a shape, added to a drawing.
 * @param {SVGElement} drawing
 * @param {string[]} codes
 * @param {import('./region_shapes.js').Shapes} shapes
 */
export function drawMarkers(drawing, codes, shapes) {
  const markers = codes.map((code) => svg('path', { transform: `translate(${shapes[code].x} ${shapes[code].y})` }));
  drawing.append(svg('g', { class: 'markers' }, ...markers));
  return markers;
}

/** @type {Record<string, [right: number, down: number]>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Step that an arrow key asks for; undefined for any other key.
 * @param {string} key
 */
export function arrowStep(key) { return Object.hasOwn(DIRECTIONS, key) ? DIRECTIONS[key] : undefined; }

/**
 * Nearest region from `start` in the direction of an arrow key, or `start` where there is none.
 * @param {number} start
 * @param {string} key
 * @param {string[]} codes
 * @param {import('./region_shapes.js').Shapes} shapes
 */
export function nextRegion(start, key, codes, shapes) {
  const step = arrowStep(key);
  if (!step) return start;
  const from = shapes[codes[start]];
  let best = start, shortest = Infinity;
  codes.forEach((code, index) => {
    const dx = shapes[code].x - from.x, dy = shapes[code].y - from.y;
    const along = dx * step[0] + dy * step[1], aside = Math.abs(dx * step[1]) + Math.abs(dy * step[0]);
    const cost = along + 2 * aside;
    if (along > 0 && aside <= 1.2 * along && cost < shortest) { best = index; shortest = cost; }
  });
  return best;
}
