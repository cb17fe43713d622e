// What an exhibit draws for a hall, as a table that a screen reader can walk through: bars, grid, table, waterfall, path.

import { onePerRoot } from './component.js';
import { find, h } from './dom.js';
import { pathParts } from './exhibit_path.js';
import { barTable, gridTable, waterfall, wordsTable } from './exhibit_tables.js';
import { whileMounted } from './while_mounted.js';

/** @typedef {import('./exhibit_tables.js').Tabular} Tabular */
/** @typedef {{ alt: string } & (Tabular | import('./exhibit_path.js').Path)} DrawingData As exhibit_drawing.py sends it. */
/** @typedef {import('./component.js').ComponentArguments<DrawingData>} DrawingComponent */

/** Sizes of the letters, as shares of the root's, from the largest: the last one is a fortieth of the height of the window. */
const SIZES = [1.3, 1.2, 1.1, 1, 0.9, 0.8];
/** Rows come in whole pixels: together they may stand out by so much, which cuts nothing that is read. */
const ROUNDING_PX = 3;

class Drawing {
  drawn = '';

  /** @param {DrawingComponent} component */
  constructor({ parentElement, data }) {
    this.box = find(parentElement, '.drawing');
    this.data = data;
    const observer = new ResizeObserver(() => {
      if (!this.box.isConnected) observer.disconnect();
      else this.fit();
    });
    observer.observe(this.box);
    // As a map does: a window that lies behind another one sees no sizes change.
    whileMounted(globalThis, this.box, 'resize', () => { setTimeout(() => this.fit()); });
  }

  /** @param {DrawingComponent} component */
  update({ data }) {
    this.data = data;
    const asked = JSON.stringify(data);
    if (asked === this.drawn) return;
    this.drawn = asked;
    this.box.dataset.kind = data.kind;
    if (data.kind !== 'path') this.box.replaceChildren(...contentOf(data));
    this.fit();
  }

  /** As large as the room allows; a path is drawn for its room. */
  fit() {
    const { box, data } = this;
    if (data.kind === 'path') {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      box.replaceChildren(...pathParts(data, { width: box.clientWidth, height: box.clientHeight, letterPx: 0.9 * rem }));
      return;
    }
    for (const size of SIZES) {
      box.style.fontSize = `${size}rem`;
      if (box.scrollHeight <= box.clientHeight + ROUNDING_PX && box.scrollWidth <= box.clientWidth) return;
    }
  }
}

/**
 * @param {{ alt: string } & Tabular} data
 * @returns {Element[]}
 */
function contentOf(data) {
  const caption = h('caption', {}, h('span', { class: 'spoken' }, data.alt));
  if (data.kind === 'grid') return gridTable(data, caption);
  if (data.kind === 'table') return [wordsTable(data, caption)];
  return data.kind === 'bars' ? [barTable(data, caption)] : waterfall(data, caption);
}

const drawingOf = onePerRoot((/** @type {DrawingComponent} */ component) => new Drawing(component));

/** @param {DrawingComponent} component */
export default function (component) {
  drawingOf(component).update(component);
}
