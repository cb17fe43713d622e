// All tasks in one chart, drawn for the width that it has on the screen; as a picture with title and source.

import { onePerRoot } from '../look/component.js';
import { find } from '../look/dom.js';
import { hallLettersPx, measureIn } from '../look/letters.js';
import { offerPicture } from '../look/picture_buttons.js';
import { overviewParts } from './overview_drawing.js';

/** @typedef {import('./overview_drawing.js').OverviewContent & { title: string }} OverviewData */
/** @typedef {import('../look/component.js').ComponentArguments<OverviewData>} OverviewComponent */

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
    offerPicture(find(parentElement, '.save'), {
      what: 'overzicht van alle taken',
      make: async () => ({ picture: (await import('./overview_picture.js')).overviewPicture(this.data), name: 'start-alle-taken' }),
    });
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
}

const overviewOf = onePerRoot((/** @type {OverviewComponent} */ component) => new Overview(component));

/** @param {OverviewComponent} component */
export default function (component) {
  overviewOf(component).update(component);
}
