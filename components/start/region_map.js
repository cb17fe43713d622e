// Map on which a visitor points out "uw regio": by a click, a tap, or the arrow keys and Enter.

import { onePerRoot } from '../look/component.js';
import { around, find } from '../look/dom.js';
import { loadShapes } from '../look/region_shapes.js';
import { COUNTRY, arrowStep, drawRegions, nextRegion, viewBox } from '../look/svg.js';
import { moveTip } from '../look/tip.js';

/** @typedef {{ topology: string, regions: [code: string, name: string][], mine: string | null }} StartMapData As region_map.py sends it. */
/** @typedef {import('../look/component.js').ComponentArguments<StartMapData>} StartMapComponent */

class StartMap {
  /** @type {import('../look/region_shapes.js').Shapes | null} */
  shapes = null;
  /** @type {SVGPathElement[]} */
  paths = [];
  /** @type {number | null} Position of the region that the arrow keys came to. */
  focused = null;

  /** @param {StartMapComponent} component */
  constructor({ parentElement, data, setTriggerValue }) {
    this.stage = find(parentElement, '.stage');
    this.country = find(parentElement, '.country', SVGSVGElement);
    this.tip = find(parentElement, '.tip');
    this.spoken = find(parentElement, '.spoken');
    this.failed = find(parentElement, '.failed');
    this.data = data;
    this.report = setTriggerValue;
    this.listen();
  }

  get codes() { return this.data.regions.map(([code]) => code); }

  /** @param {StartMapComponent} component */
  async update({ data, setTriggerValue }) {
    this.data = data;
    this.report = setTriggerValue;
    if (!this.shapes) {
      try {
        this.shapes = await loadShapes(data.topology);
      } catch {
        this.failed.hidden = false;
        this.stage.hidden = true;
        return;
      }
    }
    if (!this.paths.length) {
      this.country.setAttribute('viewBox', viewBox(COUNTRY));
      this.paths = drawRegions(this.country, this.codes, this.shapes);
    }
    this.paint();
  }

  paint() {
    const { mine, regions } = this.data, own = regions.find(([code]) => code === mine);
    this.paths.forEach((path, region) => {
      path.classList.toggle('mine', this.codes[region] === mine);
      path.classList.toggle('focus', region === this.focused);
    });
    this.country.setAttribute('aria-label', `Kaart van de ${regions.length} jeugdregio's${own ? `; uw regio is ${own[1]}` : ''}. `
      + 'Met de pijltjestoetsen loopt u van regio naar regio, met Enter wordt die uw regio.');
    this.country.dataset.painted = mine ?? '';
  }

  listen() {
    const { stage, country } = this;
    stage.addEventListener('pointermove', (event) => this.showTip(event));
    stage.addEventListener('pointerleave', () => { this.tip.hidden = true; });
    country.addEventListener('click', (event) => {
      const under = around(event, '[data-region]');
      if (under) this.choose(Number(under.dataset.region));
    });
    country.addEventListener('keydown', (event) => this.onKey(event));
    country.addEventListener('blur', () => { this.focused = null; this.paint(); });
  }

  /** @param {number} region */
  choose(region) {
    this.tip.hidden = true;
    this.report('region', this.codes[region]);
  }

  /** @param {PointerEvent} event */
  showTip(event) {
    const under = around(event, '[data-region]');
    this.tip.hidden = !under;
    if (!under) return;
    this.tip.textContent = this.data.regions[Number(under.dataset.region)][1];
    moveTip(this.tip, this.stage, { x: event.clientX, y: event.clientY }, 10);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (!this.shapes) return;
    const start = this.focused ?? Math.max(0, this.codes.indexOf(this.data.mine ?? ''));
    if (arrowStep(event.key)) {
      this.focused = this.focused === null ? start : nextRegion(start, event.key, this.codes, this.shapes);
      this.spoken.textContent = this.data.regions[this.focused][1];
      this.tip.hidden = true;
      this.paint();
    } else if ((event.key === 'Enter' || event.key === ' ') && this.focused !== null) {
      this.choose(this.focused);
    } else return;
    event.preventDefault();
  }
}

const mapOf = onePerRoot((/** @type {StartMapComponent} */ component) => new StartMap(component));

/** @param {StartMapComponent} component */
export default function (component) {
  mapOf(component).update(component);
}
