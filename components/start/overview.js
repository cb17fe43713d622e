// All tasks in one chart, drawn for the width that it has on the screen; as a picture with title and source.

import { onePerRoot } from '../look/component.js';
import { INK, PAPER } from '../look/colours.js';
import { find } from '../look/dom.js';
import { hallLettersPx, measureIn } from '../look/letters.js';
import { saveDrawing } from '../look/save_picture.js';
import { SVG, svg } from '../look/svg.js';
import { overviewParts } from './overview_drawing.js';

/** @typedef {import('./overview_drawing.js').OverviewContent & { title: string }} OverviewData */
/** @typedef {import('../look/component.js').ComponentArguments<OverviewData>} OverviewComponent */

const PICTURE_WIDTH = 1200, PICTURE_MARGIN = 28, PICTURE_FAMILY = 'sans-serif';
/** Strokes at the edge of the drawing are not cut. */
const EDGE_PX = 3;

class Overview {
  drawnFor = '';

  /** @param {OverviewComponent} component */
  constructor({ parentElement, data }) {
    this.drawing = find(parentElement, 'svg', SVGSVGElement);
    this.data = data;
    const observer = new ResizeObserver(() => {
      if (this.drawing.isConnected) this.draw();
      else observer.disconnect();
    });
    observer.observe(find(parentElement, '.overview'));
    parentElement.querySelectorAll('button[data-picture]').forEach((button) => button.addEventListener('click', () => {
      saveDrawing(this.picture(), 'schaalwijzer-alle-taken', button.getAttribute('data-picture') ?? 'png', 2);
    }));
  }

  /** @param {OverviewComponent} component */
  update({ data }) {
    this.data = data;
    this.drawing.setAttribute('aria-label', `${data.title} Staafdiagram; dezelfde cijfers staan in de tabel eronder.`);
    this.draw();
  }

  /** Draws the chart for the width that it has, unless that is what it was drawn for. */
  draw() {
    const width = this.drawing.getBoundingClientRect().width, fontPx = hallLettersPx(innerWidth, innerHeight, 15);
    const wanted = `${width} ${fontPx} ${this.data.mine}`;
    if (!width || wanted === this.drawnFor) return;
    this.drawnFor = wanted;
    const { fontFamily } = getComputedStyle(this.drawing);
    const { parts, bottom } = overviewParts(this.data, { width: width - 2 * EDGE_PX, fontPx, measure: measureIn(fontFamily) }, { left: EDGE_PX, top: EDGE_PX });
    this.drawing.setAttribute('viewBox', `0 0 ${width} ${bottom}`);
    this.drawing.replaceChildren(...parts);
  }

  picture() {
    const room = { width: PICTURE_WIDTH - 2 * PICTURE_MARGIN, fontPx: 18, measure: measureIn(PICTURE_FAMILY) }, { title, credit } = this.data;
    const { parts, bottom } = overviewParts(this.data, room, { left: PICTURE_MARGIN, top: 72 }), height = Math.ceil(bottom + 44);
    return svg('svg', { xmlns: SVG, viewBox: `0 0 ${PICTURE_WIDTH} ${height}`, width: PICTURE_WIDTH, height, 'font-family': PICTURE_FAMILY, fill: INK },
      svg('rect', { width: PICTURE_WIDTH, height, fill: PAPER }),
      svg('text', { x: PICTURE_MARGIN, y: 44, 'font-size': 26, 'font-weight': 'bold' }, title),
      ...parts,
      svg('text', { x: PICTURE_MARGIN, y: height - 16, 'font-size': 14 }, credit));
  }
}

const overviewOf = onePerRoot((/** @type {OverviewComponent} */ component) => new Overview(component));

/** @param {OverviewComponent} component */
export default function (component) {
  overviewOf(component).update(component);
}
