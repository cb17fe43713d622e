// What the page shows as a picture of its own.

import { framed } from './picture.js';
import { traced } from './traced.js';

/** A drawing that the screen shows smaller, on a phone or beside a heading, is enlarged towards this width, in units of the picture. */
const WANTED_WIDTH = 640, MOST_ENLARGED = 1.6;

/**
 * @param {Element[]} elements
 * @param {import('./picture.js').PictureWords} words
 */
export function tracedPicture(elements, words) {
  const { drawing, box } = traced(elements);
  return framed(words, { parts: [drawing], box, scale: Math.min(MOST_ENLARGED, Math.max(1, WANTED_WIDTH / box.width)) });
}
