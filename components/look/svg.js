// SVG parts of the map: fills, region paths, markers for the status, outlines.

import { filled } from './dom.js';

export const SVG = 'http://www.w3.org/2000/svg';
export const COUNTRY = { x: 10, y: -622, width: 270, height: 320 };
export const RANDSTAD = { x: 70, y: -519, width: 92, height: 101 };

/**
 * Element of SVG with attributes and content, as `h` in dom.js.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...(Node | string | number | false | null | undefined)} content
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, attributes = {}, ...content) {
  return filled(document.createElementNS(SVG, tag), attributes, content);
}

export function element(tag, attributes = {}, parent = null) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  parent?.append(node);
  return node;
}

// Patterns for mixtures (stripes of their levels) and for classes outside the scale (dots). Size in km.
export function drawPatterns(svg, classes, prefix, size) {
  const defs = element('defs', {}, svg);
  for (const [layer, items] of Object.entries(classes)) {
    items.forEach((item, index) => {
      if (item.colours.length === 1) return;
      const pattern = element('pattern', {
        id: `${prefix}-${layer}-${index}`, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)',
      }, defs);
      const band = size / Math.max(1, item.colours.length);
      if (!item.colours.length) {
        element('rect', { width: size, height: size, fill: '#ffffff' }, pattern);
        element('circle', { cx: size / 2, cy: size / 2, r: size / 7, fill: '#5f6470' }, pattern);
      }
      item.colours.forEach((colour, i) => element('rect', { x: 0, y: i * band, width: size, height: band, fill: colour }, pattern));
    });
  }
}

export function classFill(item, layer, index, prefix) {
  return item.colours.length === 1 ? item.colours[0] : `url(#${prefix}-${layer}-${index})`;
}

// The same class as a CSS background, for bar and legend.
export function classBackground(item) {
  const [first, second] = item.colours;
  if (!first) return 'radial-gradient(circle, #5f6470 1.2px, #ffffff 1.4px) 0 0 / 6px 6px';
  return second ? `repeating-linear-gradient(45deg, ${first} 0 4px, ${second} 4px 8px)` : first;
}

export function drawRegions(svg, codes, shapes) {
  const group = element('g', { class: 'regions' }, svg);
  return codes.map((code, index) => element('path', { d: shapes[code].path, 'data-region': index }, group));
}

// Status as a shape: dot = shared agreement, ring = intention, cross = no view yet.
export function markerPath(status, radius) {
  const r = radius, c = radius * 0.8;
  if (status === 'geen_opvatting') return `M${-c} ${-c}L${c} ${c}M${-c} ${c}L${c} ${-c}`;
  return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

export function drawMarkers(svg, codes, shapes) {
  const group = element('g', { class: 'markers' }, svg);
  return codes.map((code) => element('path', { transform: `translate(${shapes[code].x} ${shapes[code].y})` }, group));
}

// Nearest region from `start` in the direction of an arrow key, or `start` where there is none.
export function nextRegion(start, key, codes, shapes) {
  const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  const from = shapes[codes[start]];
  let best = start, shortest = Infinity;
  codes.forEach((code, index) => {
    const dx = shapes[code].x - from.x, dy = shapes[code].y - from.y;
    const along = dx * direction[0] + dy * direction[1], aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    const cost = along + 2 * aside;
    if (along > 0 && aside <= 1.2 * along && cost < shortest) { best = index; shortest = cost; }
  });
  return best;
}
