// Letters of what scripts draw: how wide a text is, and how large it must be to be read from the back of a hall.

import { h } from './dom.js';

/** @typedef {(text: string, fontPx: number) => number} Measure Width of a text in pixels. */

/**
 * Size in pixels of what carries the message: a fortieth of the height of the window, where it is wide enough for that.
 * @param {number} width of the window
 * @param {number} height
 * @param {number} least
 */
export function hallLettersPx(width, height, least) {
  return Math.max(least, Math.min(0.025 * height, 0.0142 * width));
}

const BEGINNINGS = [
  'jeugd', 'crisis', 'residen', 'pleeg', 'meld', 'bescher', 'reclas', 'ambu', 'finan', 'signa', 'gemeen(?=s)', 'ge(?=noemd)', 'tussen', 'toe(?=l)',
  'werk(?=[ag])', 'zorg(?=[cpt])',
];
const BREAKS = new RegExp(`(${BEGINNINGS.join('|')})(?=[a-z])`, 'gi');

/**
 * Name with soft hyphens where a long one may break, so that a heading fits its column.
 * @param {string} name
 */
export const breakable = (name) => name.replace(BREAKS, '$1\u00ad');

/**
 * Measures texts in a family of letters.
 * @param {string} family
 * @param {number} [weight]
 * @returns {Measure}
 */
export function measureIn(family, weight = 400) {
  const pen = penOf(h('canvas'));
  return (text, fontPx) => {
    pen.font = `${weight} ${fontPx}px ${family}`;
    return pen.measureText(text).width;
  };
}

/** @param {HTMLCanvasElement} canvas */
export function penOf(canvas) {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser draws no pictures.');
  return pen;
}
