// One drawing of the map, of the whole country or enlarged: regions, outlines and status markers.

import { classFill, drawMarkers, drawPatterns, drawRegions, markerPath, svg, viewBox } from '../look/svg.js';

/** @typedef {'mine' | 'chosen' | 'focus'} OutlineKind */

export class DrawnMap {
  /**
   * @param {{ drawing: SVGSVGElement, name: string, box: import('../look/svg.js').Box, patternKm: number }} frame
   * @param {import('./colouring.js').MapContent} content
   * @param {import('../look/region_shapes.js').Shapes} shapes
   */
  constructor({ drawing, name, box, patternKm }, content, shapes) {
    const codes = content.regions.map(([code]) => code);
    this.drawing = drawing;
    this.name = name;
    this.box = box;
    this.shapes = shapes;
    drawing.setAttribute('viewBox', viewBox(box));
    drawing.replaceChildren();
    drawPatterns(drawing, content.classes, name, patternKm);
    this.paths = drawRegions(drawing, codes, shapes);
    this.outlines = svg('g', { class: 'outlines' });
    drawing.append(this.outlines);
    this.markers = drawMarkers(drawing, codes, shapes);
  }

  /**
   * @param {import('./colouring.js').Colouring} colouring
   * @param {number | null} highlight position of the class that stands out
   */
  paint(colouring, highlight) {
    paintRegions(this.paths, colouring, { prefix: this.name, highlight });
    this.markers.forEach((marker, region) => {
      const { code } = colouring.status(region);
      marker.style.display = colouring.perTask ? '' : 'none';
      marker.dataset.status = code;
      marker.setAttribute('d', markerPath(code, this.box.width / 130));
    });
  }

  /** @param {{ code: string, kind: OutlineKind }[]} wanted */
  paintOutlines(wanted) {
    this.outlines.replaceChildren(...wanted.filter(({ code }) => this.shapes[code]).flatMap(({ code, kind }) => {
      const d = this.shapes[code].path, line = svg('path', { d, class: kind });
      return kind === 'focus' ? [line] : [svg('path', { d, class: 'casing' }), line];
    }));
  }
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
 * Outlines from the lowest to the highest. The chosen region looks like "mijn regio" where it is the same one.
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
