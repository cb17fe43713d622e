// A drawing as a picture that says all by itself: title, source, the day, and where it comes from. Fetched at the first use.

import { addressInWords } from './address.js';
import { INK, PAPER } from './colours.js';
import { h } from './dom.js';
import { measureIn, penOf } from './letters.js';
import { SVG, svg } from './svg.js';

/** Letters of every picture: whoever opens one elsewhere has letters of this kind, and not those of the page. */
export const FAMILY = 'sans-serif';
/** Pixels of a PNG to one unit of its drawing: sharp on paper and on a hall's screen. */
export const PNG_SCALE = 2;
const MARGIN = 28, GAP = 14, PRODUCT = 'Schaalwijzer Jeugd';
/** A drawing that is narrower has smaller letters in its title. */
const WIDE = 760;

/** `notes` are lines below the title: which region, which task, which scenario. */
/** @typedef {{ title: string, notes?: string[], source: string }} PictureWords */
/** What is drawn, and the part of its own units that it takes; `scale` enlarges it. */
/** @typedef {{ parts: SVGElement[], box: import('./svg.js').Box, scale?: number }} PictureContent */
/** @typedef {{ text: string, y: number, px: number, bold: boolean }} PictureLine */

/**
 * Lines of a text that are as wide as `room` at most. What has no space to break at, as an address, is cut where it must.
 * @param {string} text
 * @param {number} room
 * @param {(text: string) => number} measure
 */
export function brokenLines(text, room, measure) {
  /** @type {string[]} */
  const lines = [];
  let line = '';
  // An amount is not parted from its unit.
  for (const word of text.replace(/mln €/g, 'mln\u00a0€').split(/[ \t\n]+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= room) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = word;
    while (measure(line) > room && line.length > 1) {
      let fits = line.length - 1;
      while (fits > 1 && measure(line.slice(0, fits)) > room) fits -= 1;
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  return line ? [...lines, line] : lines;
}

/**
 * Where all stands: lines above and below what is drawn, from the left margin, and the size of the whole.
 * @param {PictureWords} words
 * @param {{ width: number, height: number }} drawn
 * @param {{ made: string, address: string, measure: (text: string, px: number, isBold: boolean) => number }} around
 */
export function arranged({ title, notes = [], source }, { width, height }, { made, address, measure }) {
  let y = MARGIN;
  const lines = (/** @type {string} */ text, /** @type {number} */ px, bold = false) =>
    brokenLines(text, width, (part) => measure(part, px, bold)).map((part) => {
      y += Math.round(px * 1.3);
      return /** @type {PictureLine} */ ({ text: part, y: y - Math.round(px * 0.3), px, bold });
    });
  const above = lines(title, width < WIDE ? 20 : 26, true);
  y += notes.length ? 4 : 0;
  above.push(...notes.flatMap((note) => lines(note, 15)));
  y += GAP;
  const top = y;
  y += height + GAP;
  const below = [...lines(source, 13), ...lines(`${PRODUCT}, afbeelding van ${made}: ${address}`, 13)];
  return { lines: [...above, ...below], top, width: Math.ceil(width + 2 * MARGIN), height: Math.ceil(y + MARGIN * 0.6) };
}

/**
 * Day as it is read.
 * @param {Date} day
 */
export function dayInWords(day) { return new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric' }).format(day); }

/**
 * The picture of what is drawn, on white.
 * @param {PictureWords} words
 * @param {PictureContent} content
 */
export function framed(words, { parts, box, scale = 1 }) {
  const light = measureIn(FAMILY), bold = measureIn(FAMILY, 700);
  const { lines, top, width, height } = arranged(words, { width: box.width * scale, height: box.height * scale }, {
    made: dayInWords(new Date()), address: addressInWords(location.href, document), measure: (text, px, isBold) => (isBold ? bold : light)(text, px),
  });
  const place = `translate(${round(MARGIN - box.x * scale)} ${round(top - box.y * scale)})${scale === 1 ? '' : ` scale(${round(scale)})`}`;
  const written = lines.map(({ text, y, px, bold: isBold }) => svg('text', { x: MARGIN, y, 'font-size': px, 'font-weight': isBold && 'bold' }, text));
  const first = lines.findIndex(({ y }) => y > top);
  return svg('svg', { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height, 'font-family': FAMILY, fill: INK },
    svg('title', {}, words.title),
    svg('rect', { width, height, fill: PAPER }),
    ...written.slice(0, first), svg('g', { transform: place, class: 'drawn' }, ...parts), ...written.slice(first));
}

/** @param {number} value */
const round = (value) => Math.round(value * 1000) / 1000;

/** @param {SVGSVGElement} picture */
export function svgOf(picture) { return new Blob([new XMLSerializer().serializeToString(picture)], { type: 'image/svg+xml' }); }

/**
 * The picture in pixels.
 * @param {SVGSVGElement} picture of which the attributes width and height give the size
 * @returns {Promise<Blob>}
 */
export async function pngOf(picture) {
  const image = new Image();
  image.src = URL.createObjectURL(svgOf(picture));
  try {
    await image.decode();
  } finally {
    URL.revokeObjectURL(image.src);
  }
  const canvas = h('canvas', { width: image.width * PNG_SCALE, height: image.height * PNG_SCALE });
  penOf(canvas).drawImage(image, 0, 0, canvas.width, canvas.height);
  /** @type {Blob | null} */
  const png = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/png'); });
  if (!png) throw new Error(`No picture of ${canvas.width} by ${canvas.height} pixels could be made.`);
  return png;
}
