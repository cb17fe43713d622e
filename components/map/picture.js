// The map as a picture of its own, with title, legend and source.

import { BORDER, CHOSEN, GREY, INK, PAPER } from '../look/colours.js';
import { saveDrawing } from '../look/save_picture.js';
import { COUNTRY, RANDSTAD, SVG, classFill, svg, viewBox } from '../look/svg.js';

const WIDTH = 1000, HEIGHT = 760;

/** @typedef {{ country: import('./drawn_map.js').DrawnMap, randstad: import('./drawn_map.js').DrawnMap }} DrawnMaps */

/**
 * A drawn map at a place of the picture. Style sheets do not reach a picture: its lines get their colours here.
 * @param {SVGSVGElement} drawing
 * @param {import('../look/svg.js').Box} box
 * @param {import('../look/svg.js').Box} place
 */
function placed(drawing, box, place) {
  const part = svg('svg', { ...place, viewBox: viewBox(box) });
  for (const child of drawing.children) {
    if (['defs', 'g'].includes(child.tagName)) part.append(child.cloneNode(true));
  }
  const draw = (/** @type {string} */ kind, /** @type {Record<string, string | number>} */ attributes) => {
    for (const path of part.querySelectorAll(`.${kind} path`)) {
      for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, String(value));
    }
  };
  draw('regions', { stroke: BORDER, 'stroke-width': box.width / 550 });
  draw('outlines', { fill: 'none', stroke: CHOSEN, 'stroke-width': box.width / 140 });
  draw('markers', { stroke: INK, 'stroke-width': box.width / 450 });
  return part;
}

/**
 * @param {DrawnMaps} maps
 * @param {import('./colouring.js').Colouring} colouring
 * @param {string} credit
 */
function pictureOf(maps, colouring, credit) {
  const { classes, state } = colouring, inset = { x: 24, y: 66, width: 340, height: 373 };
  const defs = maps.country.drawing.querySelector('defs');
  return svg('svg', { xmlns: SVG, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, 'font-family': 'sans-serif', fill: INK },
    defs && defs.cloneNode(true),
    svg('rect', { width: WIDTH, height: HEIGHT, fill: PAPER }),
    svg('text', { x: 24, y: 38, 'font-size': 22, 'font-weight': 'bold' }, colouring.title()),
    placed(maps.country.drawing, COUNTRY, { x: 400, y: 56, width: 580, height: 640 }),
    placed(maps.randstad.drawing, RANDSTAD, inset),
    svg('rect', { ...inset, fill: 'none', stroke: GREY }),
    ...colouring.counts().flatMap((count, index) => {
      const y = 470 + index * 28;
      return [
        svg('rect', { x: 24, y, width: 26, height: 18, stroke: GREY, fill: classFill(classes[index], state.layer, index, 'country') }),
        svg('text', { x: 60, y: y + 14, 'font-size': 15 }, `${classes[index].name}: ${count}`),
      ];
    }),
    svg('text', { x: 24, y: HEIGHT - 18, 'font-size': 12 }, credit));
}

/**
 * Saves the map as it is on the screen, as SVG or PNG.
 * @param {DrawnMaps} maps
 * @param {import('./colouring.js').Colouring} colouring
 * @param {string} credit
 * @param {string} kind
 */
export function savePicture(maps, colouring, credit, kind) {
  return saveDrawing(pictureOf(maps, colouring, credit), colouring.fileName(), kind, 2);
}
