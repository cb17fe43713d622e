// Status of a choice as a sign that can be seen on every colour: the same on the map, in its key and in a picture.

import { INK, PAPER } from '../look/colours.js';
import { markerPath, svg } from '../look/svg.js';

/** @type {Record<string, { fill: string, stroke: string }>} */
const INKS = {
  gedeelde_afspraak: { fill: INK, stroke: INK },
  intentie: { fill: PAPER, stroke: INK },
  geen_opvatting: { fill: 'none', stroke: INK },
};

/**
 * Paths of a sign around the point 0, 0: a light casing and the sign itself.
 * @param {string} status
 * @param {number} radius
 */
export function statusSign(status, radius) {
  const d = markerPath(status, radius), { fill, stroke } = INKS[status];
  return [
    svg('path', { d, fill: 'none', stroke: PAPER, 'stroke-width': radius, 'stroke-linecap': 'round' }),
    svg('path', { d, fill, stroke, 'stroke-width': radius * 0.42, 'data-status': status }),
  ];
}
