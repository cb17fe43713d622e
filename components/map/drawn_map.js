// One drawing of the map, of the whole country or enlarged: regions, outlines, signs of the status, names. All its colours and
// widths are attributes, so that it looks the same on the screen and in a picture, which no style sheet reaches.

import { BORDER, CHOSEN, INK, PAPER } from '../look/colours.js';
import { classFill, drawPatterns, drawRegions, svg, viewBox } from '../look/svg.js';
import { LINE_HEIGHT } from './labels.js';
import { statusSign } from './status_sign.js';

/** @typedef {'mine' | 'chosen' | 'focus'} OutlineKind */

/** Colour and width in pixels of an outline. */
const LINES = {
  mine: { stroke: CHOSEN, width: 3 },
  chosen: { stroke: INK, width: 3 },
  focus: { stroke: INK, width: 1.8 },
};
const CASING_PX = 5.5, BORDER_PX = 0.8, PATTERN_PX = 11, HALO_PX = 3.5;

export class DrawnMap {
  /**
   * `pxPerKm` is the scale at which it is seen: widths and signs keep their size in pixels.
   * @param {{ drawing: SVGSVGElement, name: string, box: import('../look/svg.js').Box, pxPerKm: number, signPx: number }} frame
   * @param {import('./colouring.js').MapContent} content
   * @param {import('../look/region_shapes.js').Shapes} shapes
   */
  constructor({ drawing, name, box, pxPerKm, signPx }, content, shapes) {
    const codes = content.regions.map(([code]) => code);
    this.drawing = drawing;
    this.name = name;
    this.box = box;
    this.shapes = shapes;
    this.pxPerKm = pxPerKm;
    this.signPx = signPx;
    drawing.setAttribute('viewBox', viewBox(box));
    drawing.replaceChildren();
    drawPatterns(drawing, content.classes, name, this.km(PATTERN_PX));
    this.paths = drawRegions(drawing, codes, shapes);
    for (const path of this.paths) {
      path.setAttribute('stroke', BORDER);
      path.setAttribute('stroke-width', String(this.km(BORDER_PX)));
    }
    this.outlines = svg('g', { class: 'outlines', fill: 'none', 'stroke-linejoin': 'round' });
    this.signs = codes.map((code) => svg('g', { transform: `translate(${shapes[code].x} ${shapes[code].y})` }));
    this.names = svg('g', {
      class: 'names', fill: INK, stroke: PAPER, 'text-anchor': 'middle', 'paint-order': 'stroke', 'stroke-linejoin': 'round', 'font-weight': 600,
    });
    drawing.append(this.outlines, svg('g', { class: 'markers' }, ...this.signs), this.names);
  }

  /** @param {number} px */
  km(px) { return px / this.pxPerKm; }

  /**
   * Regions that lie in it, with the place of their sign in pixels from its top left corner.
   * @param {string[]} codes
   */
  places(codes) {
    const { x: left, y: top, width, height } = this.box;
    return codes.filter((code) => this.shapes[code]).map((code) => ({ code, x: this.shapes[code].x - left, y: this.shapes[code].y - top }))
      .filter(({ x, y }) => x > 0 && x < width && y > 0 && y < height)
      .map(({ code, x, y }) => ({ code, x: x * this.pxPerKm, y: y * this.pxPerKm }));
  }

  /**
   * @param {import('./colouring.js').Colouring} colouring
   * @param {number | null} highlight position of the class that stands out
   */
  paint(colouring, highlight) {
    paintRegions(this.paths, colouring, { prefix: this.name, highlight });
    this.signs.forEach((sign, region) => {
      sign.replaceChildren(...(colouring.perTask ? statusSign(colouring.status(region).code, this.km(this.signPx)) : []));
    });
  }

  /** @param {{ code: string, kind: OutlineKind }[]} wanted */
  paintOutlines(wanted) {
    this.outlines.replaceChildren(...wanted.filter(({ code }) => this.shapes[code])
      .flatMap(({ code, kind }) => outlineParts(this.shapes[code].path, kind, this.pxPerKm)));
  }

  /** @param {import('./labels.js').Label[]} labels */
  paintNames(labels) {
    const { x: left, y: top } = this.box;
    this.names.setAttribute('stroke-width', String(this.km(HALO_PX)));
    this.names.replaceChildren(...labels.map(({ code, lines, x, y, fontPx }) => svg('text', { 'data-name': code, 'font-size': this.km(fontPx) },
      ...lines.map((line, at) => svg('tspan', { x: left + this.km(x), y: top + this.km(y + at * fontPx * LINE_HEIGHT) }, line)))));
  }
}

/**
 * Lines of an outline: a light casing under it, so that it can be seen on every colour, save for the focus.
 * @param {string} d
 * @param {OutlineKind} kind
 * @param {number} pxPerKm
 */
export function outlineParts(d, kind, pxPerKm) {
  const { stroke, width } = LINES[kind], isFocus = kind === 'focus';
  const line = svg('path', {
    d, class: kind, stroke, fill: 'none', 'stroke-width': width / pxPerKm, 'stroke-dasharray': isFocus && `${5 / pxPerKm} ${4 / pxPerKm}`,
  });
  return isFocus ? [line] : [svg('path', { d, stroke: PAPER, fill: 'none', 'stroke-width': CASING_PX / pxPerKm }), line];
}

/**
 * Fills of the regions, in a drawing that has patterns under `prefix`.
 * @param {Iterable<SVGElement>} paths
 * @param {import('./colouring.js').Colouring} colouring
 * @param {{ prefix: string, highlight: number | null, task?: number }} how
 */
export function paintRegions(paths, colouring, { prefix, highlight, task = colouring.task }) {
  [...paths].forEach((path, region) => {
    const index = colouring.classOf(region, task);
    path.setAttribute('fill', classFill(colouring.classes[index], colouring.state.layer, index, prefix));
    path.classList.toggle('dim', highlight !== null && highlight !== index);
  });
}

/**
 * Outlines from the lowest to the highest. The chosen region looks like "uw regio" where it is the same one.
 * @param {string | null} mine
 * @param {string | null} chosen
 * @param {string | null} focused
 * @returns {{ code: string, kind: OutlineKind }[]}
 */
export function wantedOutlines(mine, chosen, focused) {
  /** @type {{ code: string, kind: OutlineKind }[]} */
  const wanted = [];
  if (mine) wanted.push({ code: mine, kind: 'mine' });
  if (chosen && chosen !== mine) wanted.push({ code: chosen, kind: 'chosen' });
  if (focused) wanted.push({ code: focused, kind: 'focus' });
  return wanted;
}

/**
 * A box around the same middle that has the form of a room, and so fills it.
 * @param {import('../look/svg.js').Box} box
 * @param {{ width: number, height: number }} room
 */
export function filling({ x, y, width, height }, room) {
  const form = room.width / room.height || width / height, wide = Math.max(width, height * form), high = wide / form;
  return { x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high };
}
