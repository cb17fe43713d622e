// Small map that says where a region lies: the region itself, its neighbours, and the rest of the country.

const MARGIN = 3;
const SMALL = 14;

class Locator {
  constructor(root) {
    this.svg = root.querySelector('svg');
    this.caption = root.querySelector('figcaption');
    this.failed = root.querySelector('.failed');
  }

  update(data) {
    this.data = data;
    loadShapes(data.topology).then((shapes) => this.draw(shapes), () => { this.failed.hidden = false; });
  }

  draw(shapes) {
    const { region, neighbours, label } = this.data, codes = Object.keys(shapes);
    this.failed.hidden = true;
    this.svg.replaceChildren();
    this.svg.setAttribute('viewBox', `${COUNTRY.x} ${COUNTRY.y} ${COUNTRY.width} ${COUNTRY.height}`);
    this.svg.setAttribute('aria-label', label);
    const paths = drawRegions(this.svg, codes, shapes);
    codes.forEach((code, index) => { paths[index].dataset.part = code === region ? 'own' : neighbours.includes(code) ? 'neighbour' : 'rest'; });
    const own = paths[codes.indexOf(region)];
    own.parentNode.append(own); // Its border lies over those of the neighbours.
    const box = own.getBBox();
    if (Math.max(box.width, box.height) < 2 * SMALL) {
      element('circle', { class: 'ring', cx: box.x + box.width / 2, cy: box.y + box.height / 2, r: Math.max(box.width, box.height) / 2 + MARGIN + 4 }, this.svg);
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
