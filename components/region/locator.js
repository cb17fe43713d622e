// Small map that says where a region lies: the region itself, its neighbours, and the rest of the country.

import { loadShapes } from '../look/region_shapes.js';
import { COUNTRY, drawRegions, element } from '../look/svg.js';

// A region smaller than this gets a ring around it, or nobody finds it. In kilometres, as the map.
const SMALL_KM = 28;
const RING_MARGIN_KM = 7;

class Locator {
  constructor(root) {
    this.svg = root.querySelector('svg');
    this.caption = root.querySelector('figcaption');
    this.failed = root.querySelector('.failed');
  }

  update(data) {
    this.data = data;
    this.svg.setAttribute('role', 'img');
    this.svg.setAttribute('aria-label', data.label);
    loadShapes(data.topology).then((shapes) => this.draw(shapes), () => { this.failed.hidden = false; });
  }

  draw(shapes) {
    const { region, neighbours } = this.data, codes = Object.keys(shapes);
    this.failed.hidden = true;
    this.svg.replaceChildren();
    this.svg.setAttribute('viewBox', `${COUNTRY.x} ${COUNTRY.y} ${COUNTRY.width} ${COUNTRY.height}`);
    const paths = drawRegions(this.svg, codes, shapes);
    codes.forEach((code, index) => { paths[index].dataset.part = code === region ? 'own' : neighbours.includes(code) ? 'neighbour' : 'rest'; });
    const own = paths[codes.indexOf(region)];
    own.parentNode.append(own); // Its border lies over those of the neighbours.
    const box = own.getBBox();
    const size = Math.max(box.width, box.height);
    if (size < SMALL_KM) {
      element('circle', { class: 'ring', cx: box.x + box.width / 2, cy: box.y + box.height / 2, r: size / 2 + RING_MARGIN_KM }, this.svg);
    }
    this.caption.replaceChildren(...[['own', 'deze regio'], ['neighbour', 'buren']].flatMap(([kind, words]) => {
      const swatch = document.createElement('span');
      swatch.className = `swatch ${kind}`;
      return [swatch, words];
    }));
    this.svg.dataset.region = region;
  }
}

export default function ({ parentElement, data }) {
  parentElement.locator ??= new Locator(parentElement);
  parentElement.locator.update(data);
}
