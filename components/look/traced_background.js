// Stripes and dots that CSS draws behind an element, as patterns of a drawing.

import { svg } from './svg.js';

/** @typedef {{ colour: string, opacity: number } | null} Paint */
/** @typedef {{ css: string, from: number, to: number }} Band Colour between two places along the gradient, in pixels. */

/**
 * Parts between the commas that stand in no brackets.
 * @param {string} text
 */
export function commaParts(text) {
  /** @type {string[]} */
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    depth += Number(sign === '(') - Number(sign === ')');
    if (sign === ',' && !depth) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}

/** @type {Record<string, number>} */
const SIDES = { top: 0, right: 90, bottom: 180, left: 270 };

/**
 * Bands of a gradient whose colours end where the next begins; `size` is what a percentage is of. Null for another kind of gradient.
 * @param {string} image as the browser computes it
 * @param {(angle: number) => number} size
 * @returns {{ angle: number, bands: Band[] } | null}
 */
export function bandsOf(image, size) {
  const found = /^(?:repeating-)?linear-gradient\((.*)\)$/.exec(image);
  if (!found) return null;
  const parts = commaParts(found[1]), isAngle = /^(?:to |-?[\d.]+deg)/.test(parts[0]);
  const angle = isAngle ? SIDES[parts[0].slice(3)] ?? parseFloat(parts[0]) : 180, length = size(angle);
  const stops = parts.slice(isAngle ? 1 : 0).flatMap((part) => {
    const places = [...part.matchAll(/ (-?[\d.]+)(px|%)/g)].map(([, value, unit]) => Number(value) * (unit === '%' ? length / 100 : 1));
    const css = part.replace(/( -?[\d.]+(?:px|%))+$/, '');
    return places.map((at) => ({ css, at }));
  });
  const bands = stops.flatMap(({ css, at }, index) => {
    const next = stops[index + 1];
    return next && next.css === css && next.at > at ? [{ css, from: at, to: next.at }] : [];
  });
  return bands.length ? { angle, bands } : null;
}

let number = 0;

/**
 * Fill for what lies behind an element, with its pattern added to `defs`; '' where there is nothing that repeats.
 * @param {string} image value of background-image
 * @param {import('./svg.js').Box} box
 * @param {SVGElement} defs
 * @param {(css: string) => Paint} paintOf
 */
export function backgroundFill(image, box, defs, paintOf) {
  if (image === 'none') return '';
  const striped = bandsOf(image, (angle) => (angle % 180 === 90 ? box.width : box.height));
  number += 1;
  const id = `ground-${number}`;
  if (striped) {
    const { angle, bands } = striped, period = Math.max(...bands.map(({ to }) => to));
    const parts = bands.flatMap(({ css, from, to }) => {
      const paint = paintOf(css);
      if (!paint) return [];
      return [svg('rect', { x: from, y: 0, width: to - from, height: period, fill: paint.colour, 'fill-opacity': paint.opacity < 1 && paint.opacity })];
    });
    const place = `translate(${box.x} ${box.y})${angle === 90 ? '' : ` rotate(${angle - 90})`}`;
    defs.append(svg('pattern', { id, width: period, height: period, patternUnits: 'userSpaceOnUse', patternTransform: place }, ...parts));
    return `url(#${id})`;
  }
  const round = /^radial-gradient\((.*)\)$/.exec(image);
  if (!round) return '';
  const [dot, ground] = commaParts(round[1]).filter((part) => !/^(?:circle|ellipse|at )/.test(part)).map((part) =>
    paintOf(part.replace(/( -?[\d.]+(?:px|%))+$/, '')));
  const size = 6;
  defs.append(svg('pattern', { id, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: `translate(${box.x} ${box.y})` },
    svg('rect', { width: size, height: size, fill: ground?.colour ?? 'none' }), svg('circle', { cx: size / 2, cy: size / 2, r: 1.3, fill: dot?.colour })));
  return `url(#${id})`;
}
