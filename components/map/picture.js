// The map as a picture of its own, with title, the full key and the source.

import { GREY } from '../look/colours.js';
import { FAMILY, framed } from '../look/picture.js';
import { COUNTRY, RANDSTAD, classFill, drawPatterns, svg } from '../look/svg.js';
import { DrawnMap, filling, outlineParts, paintRegions, wantedOutlines } from './drawn_map.js';
import { lettersIn, namesOn, wantedNames } from './names.js';
import { statusSign } from './status_sign.js';

const WIDTH = 1200, HEIGHT = 800, MARGIN = 28, KEY_ROW = 31, KEY_PX = 19;
const COUNTRY_HIGH = 640, TOP = 80, FOOT = 40, BETWEEN = 24;
/** Small maps of all tasks beside each other, and their key in the place after the last. */
const COLUMNS = 4, TILE_HIGH = 206, TILE_ROW = 228;

/** @typedef {import('./colouring.js').Colouring} Colouring */
/** @typedef {import('../look/region_shapes.js').Shapes} Shapes */
/** @typedef {{ mine: string | null, credit: string }} Shown */
/** @typedef {{ x: number, y: number, width: number, height: number }} Place */

/**
 * @param {string} text
 * @param {import('../look/dom.js').Attributes} attributes
 */
const write = (text, attributes) => svg('text', attributes, text);

/**
 * A map at a place of the picture.
 * @param {Colouring} colouring
 * @param {Shapes} shapes
 * @param {{ name: string, box: import('../look/svg.js').Box, place: Place, mine: string | null }} frame
 */
function placedMap(colouring, shapes, { name, box, place, mine }) {
  const map = new DrawnMap(
    { drawing: svg('svg', { ...place }), name: `picture-${name}`, box, pxPerKm: place.width / box.width, signPx: 4.5 }, colouring.content, shapes);
  map.paint(colouring, null);
  map.paintOutlines(wantedOutlines(mine, colouring.state.region, null));
  const wanted = wantedNames(colouring, { mine, highlight: null, letters: lettersIn(WIDTH, HEIGHT), all: true });
  map.paintNames(namesOn(map, wanted, { family: FAMILY }));
  return map.drawing;
}

/**
 * Key of the picture: each class that occurs, each sign, and the regions that are outlined.
 * @param {Colouring} colouring
 * @param {string | null} mine
 * @param {{ x: number, y: number, row: number, px: number }} at
 */
function key(colouring, mine, { x, y, row, px }) {
  const text = { x: x + 48, 'font-size': px };
  const sign = (/** @type {number} */ top, /** @type {SVGElement[]} */ parts) => svg('g', { transform: `translate(${x + 18} ${top + 10})` }, ...parts);
  const rows = [
    ...colouring.key().map(({ item, index, words }) => ({
      words: `${item.name}: ${words}`,
      face: (/** @type {number} */ top) => svg('rect', {
        x, y: top, width: 36, height: 20, stroke: GREY, fill: classFill(item, colouring.state.layer, index, 'picture-key'),
      }),
    })),
    ...colouring.statusKey().map(({ code, words }) => ({ words, face: (/** @type {number} */ top) => sign(top, statusSign(code, 6)) })),
    ...colouring.outlined(mine).map(({ kind, words }) => ({
      words, face: (/** @type {number} */ top) => sign(top, outlineParts('M-15 -7L15 -8L13 8L-15 7Z', kind, 1)),
    })),
  ];
  const drawing = svg('g', { class: 'key' });
  drawPatterns(drawing, { [colouring.state.layer]: colouring.classes }, 'picture-key', 8);
  drawing.append(...rows.flatMap(({ words, face }, at) => [face(y + at * row), write(words, { ...text, y: y + at * row + 16 })]));
  return { drawing, bottom: y + rows.length * row };
}

/**
 * One map of the country beside its key, with the Randstad enlarged in all that both leave.
 * @param {Colouring} colouring
 * @param {Shapes} shapes
 * @param {string | null} mine
 */
function oneMap(colouring, shapes, mine) {
  const width = COUNTRY_HIGH * COUNTRY.width / COUNTRY.height, list = key(colouring, mine, { x: MARGIN, y: TOP, row: KEY_ROW, px: KEY_PX });
  const left = WIDTH - MARGIN - width, y = list.bottom + 22;
  const inset = { x: MARGIN, y, width: left - BETWEEN - MARGIN, height: HEIGHT - FOOT - 24 - y };
  return [
    list.drawing,
    placedMap(colouring, shapes, { name: 'country', box: COUNTRY, place: { x: left, y: TOP, width, height: COUNTRY_HIGH }, mine }),
    write('Randstad, vergroot', { x: MARGIN, y: list.bottom + 14, 'font-size': 14 }),
    placedMap(colouring, shapes, { name: 'randstad', box: filling(RANDSTAD, inset), place: inset, mine }),
    svg('rect', { ...inset, fill: 'none', stroke: GREY }),
  ];
}

/**
 * The maps of all tasks, each with what most regions chose.
 * @param {Colouring} colouring
 * @param {Shapes} shapes
 * @param {string | null} mine
 */
function allMaps(colouring, shapes, mine) {
  const step = (WIDTH - 2 * MARGIN) / COLUMNS, width = (TILE_HIGH - 44) * COUNTRY.width / COUNTRY.height;
  const at = (/** @type {number} */ place) => ({ x: MARGIN + (place % COLUMNS) * step, y: TOP - 12 + Math.floor(place / COLUMNS) * TILE_ROW });
  const tiles = colouring.content.tasks.flatMap(([, , short], task) => {
    const { x, y } = at(task), map = new DrawnMap({
      drawing: svg('svg', { x, y: y + 44, width, height: TILE_HIGH - 44 }), name: `picture-${task}`, box: COUNTRY, pxPerKm: width / COUNTRY.width, signPx: 0,
    }, colouring.content, shapes);
    paintRegions(map.paths, colouring, { prefix: map.name, highlight: null, task });
    map.paintOutlines(wantedOutlines(mine, colouring.state.region, null));
    return [
      write(short, { x, y: y + 14, 'font-size': 15, 'font-weight': 'bold' }),
      write(colouring.mostChosenWords(task), { x, y: y + 33, 'font-size': 13 }),
      map.drawing,
    ];
  });
  const place = at(colouring.content.tasks.length);
  return [...tiles, key(colouring, mine, { ...place, row: 22, px: 12.5 }).drawing];
}

/**
 * What the map shows, as a picture.
 * @param {Colouring} colouring
 * @param {Shapes} shapes
 * @param {Shown} shown
 */
export function mapPicture(colouring, shapes, { mine, credit }) {
  const parts = (colouring.showsAll ? allMaps : oneMap)(colouring, shapes, mine);
  return framed({ title: colouring.title(), source: credit }, { parts,
    box: { x: MARGIN, y: TOP - 12, width: WIDTH - 2 * MARGIN, height: HEIGHT - FOOT - TOP + 12 } });
}
