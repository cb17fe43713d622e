// Small map that says where a region lies: the region itself, its neighbours, and the rest of the country.

import { onePerRoot } from '../look/component.js';
import { find, h } from '../look/dom.js';
import { loadShapes } from '../look/region_shapes.js';
import { COUNTRY, drawRegions, svg, viewBox } from '../look/svg.js';

/** @typedef {{ topology: string, region: string, neighbours: string[], label: string }} LocatorData As locator.py sends it. */
/** @typedef {import('../look/component.js').ComponentArguments<LocatorData>} LocatorComponent */

// A region smaller than this gets a ring around it, or nobody finds it. In kilometres, as the map.
const SMALL_KM = 28;
const RING_MARGIN_KM = 7;

/**
 * Ring around a region that lies within a box; null where the region is large enough to be seen.
 * @param {import('../look/svg.js').Box} box
 */
export function ringAround({ x, y, width, height }) {
  const size = Math.max(width, height);
  return size < SMALL_KM ? { cx: x + width / 2, cy: y + height / 2, r: size / 2 + RING_MARGIN_KM } : null;
}

class Locator {
  /** @param {LocatorComponent} component */
  constructor({ parentElement, data }) {
    this.drawing = find(parentElement, 'svg', SVGSVGElement);
    this.caption = find(parentElement, 'figcaption');
    this.failed = find(parentElement, '.failed');
    this.data = data;
  }

  /** @param {LocatorComponent} component */
  async update({ data }) {
    this.data = data;
    this.drawing.setAttribute('role', 'img');
    this.drawing.setAttribute('aria-label', data.label);
    let shapes;
    try {
      shapes = await loadShapes(data.topology);
    } catch {
      this.failed.hidden = false;
      return;
    }
    this.draw(shapes);
  }

  /** @param {import('../look/region_shapes.js').Shapes} shapes */
  draw(shapes) {
    const { region, neighbours } = this.data, codes = Object.keys(shapes);
    this.failed.hidden = true;
    this.drawing.replaceChildren();
    this.drawing.setAttribute('viewBox', viewBox(COUNTRY));
    const paths = drawRegions(this.drawing, codes, shapes), own = paths[codes.indexOf(region)];
    const around = new Set(neighbours);
    paths.forEach((path, index) => { path.dataset.part = around.has(codes[index]) ? 'neighbour' : 'rest'; });
    own.dataset.part = 'own';
    own.parentNode?.append(own); // Its border lies over those of the neighbours.
    const ring = ringAround(own.getBBox());
    if (ring) this.drawing.append(svg('circle', { class: 'ring', ...ring }));
    this.caption.replaceChildren(h('span', { class: 'swatch own' }), 'deze regio', h('span', { class: 'swatch neighbour' }), 'buren');
    this.drawing.dataset.region = region;
  }
}

const locatorOf = onePerRoot((/** @type {LocatorComponent} */ component) => new Locator(component));

/** @param {LocatorComponent} component */
export default function (component) {
  locatorOf(component).update(component);
}
