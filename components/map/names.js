// Which regions are named on the map, and how large: those that it is about can be read from the back of a hall.

import { hallLettersPx, measureIn } from '../look/letters.js';
import { mostOf, placeLabels } from './labels.js';

/** From this width of the window on all regions are named. */
export const ALL_NAMES_PX = 1440;
/** More names than this have no room to be large. */
const MOST_LARGE = 12;

/** @typedef {{ large: number, small: number }} Letters Sizes in pixels. */

/**
 * Sizes of the names in a window; as the key in map.css.
 * @param {number} width
 * @param {number} height
 * @returns {Letters}
 */
export function lettersIn(width, height) {
  const large = hallLettersPx(width, height, 15);
  return { large, small: Math.max(12, Math.round(large * 0.5)) };
}

/** The root's letters of which a part is the smallest text that a hall can read, and that part. */
const OF_ROOT = 0.8;
/** A drawing that has almost the size of its room is not drawn anew, so that its letters may be a hair smaller than asked for. */
const A_LITTLE_MORE = 1.03;

/**
 * Sizes of the names on stage, where each of them is read from the back of the hall.
 * @returns {Letters}
 */
export function lettersOnStage() {
  const least = A_LITTLE_MORE * OF_ROOT * parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { large: 1.15 * least, small: least };
}

/**
 * Codes of the regions to name, those with the most right to a place first, each with the sizes that it may have.
 * @param {import('./colouring.js').Colouring} colouring
 * @param {{ mine: string | null, highlight: number | null, letters: Letters, all: boolean }} how `all`: also those that nobody asked for
 * @returns {{ code: string, name: string, fontsPx: number[] }[]}
 */
export function wantedNames(colouring, { mine, highlight, letters: { large, small }, all }) {
  const { content, state } = colouring, every = content.regions.map(([code]) => code);
  const first = [mine, state.region].flatMap((code) => code ?? []);
  const lit = highlight === null ? [] : every.filter((_, region) => colouring.classOf(region) === highlight);
  const sizes = (/** @type {string} */ code) => {
    if (first.includes(code) || (lit.includes(code) && lit.length <= MOST_LARGE)) return [large, (large + small) / 2, small];
    return lit.includes(code) || (all && highlight === null) ? [small] : [];
  };
  return [...new Set([...first, ...lit, ...every])].map((code) => ({ code, name: content.regions[every.indexOf(code)][1], fontsPx: sizes(code) }))
    .filter(({ fontsPx }) => fontsPx.length);
}

/**
 * Names in their places on a map; those that stand `together` are as large as lets the most of them find a place.
 * @param {import('./drawn_map.js').DrawnMap} map
 * @param {{ code: string, name: string, fontsPx: number[] }[]} wanted
 * @param {{ family: string, taken?: import('./labels.js').Edges[], together?: boolean }} how letters of the names, and where none may stand
 */
export function namesOn(map, wanted, { family, taken = [], together = false }) {
  const signs = map.places(Object.keys(map.shapes)), places = new Map(signs.map((sign) => [sign.code, sign]));
  const named = wanted.flatMap((item) => {
    const place = places.get(item.code);
    return place ? [{ ...item, ...place }] : [];
  });
  const how = {
    room: { left: 0, top: 0, right: map.box.width * map.pxPerKm, bottom: map.box.height * map.pxPerKm },
    taken, signs, signPx: map.signPx, measure: measureIn(family, 600),
  };
  return together ? mostOf(named, how) : placeLabels(named, how);
}
