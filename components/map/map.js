// Map of the regions: everything that a visitor changes here is painted at once; Python hears of it afterwards.

import { onePerRoot } from '../look/component.js';
import { around, byName, fillSelect, find, h } from '../look/dom.js';
import { loadShapes } from '../look/region_shapes.js';
import { COUNTRY, RANDSTAD, arrowStep, classBackground, drawPatterns, drawRegions, markerPath, nextRegion, svg, viewBox } from '../look/svg.js';
import { moveTip } from '../look/tip.js';
import { Colouring } from './colouring.js';
import { DrawnMap, paintRegions, wantedOutlines } from './drawn_map.js';
import { savePicture } from './picture.js';

/** @typedef {import('./colouring.js').MapState} MapState */
/**
 * As view.py sends it; the view starts anew from `start` when its revision differs.
 * @typedef {import('./colouring.js').MapContent & {
 *   topology: string, credit: string, mine: string | null, start: MapState & { revision: number },
 * }} MapData
 */
/** @typedef {import('../look/component.js').ComponentArguments<MapData>} MapComponent */

class RegionMap {
  /** @type {import('./picture.js').DrawnMaps | null} */
  maps = null;
  /** @type {import('../look/region_shapes.js').Shapes | null} */
  shapes = null;
  isLoading = false;
  /** @type {number | null} Position of the class that stands out. */
  highlight = null;
  /** @type {number | null} Position of the region that the arrow keys came to. */
  focused = null;

  /** @param {MapComponent} component */
  constructor({ parentElement, data, setStateValue }) {
    const root = find(parentElement, '.kaart');
    this.root = root;
    this.controls = {
      task: find(root, '[data-control="task"]', HTMLSelectElement),
      layer: find(root, '[data-control="layer"]', HTMLSelectElement),
      region: find(root, '[data-control="region"]', HTMLSelectElement),
      all: find(root, '[data-control="all"]', HTMLButtonElement),
    };
    this.country = find(root, '.country', SVGSVGElement);
    this.spoken = find(root, '.spoken');
    this.data = data;
    this.report = setStateValue;
    this.start(data.start);
    this.listen();
  }

  /** @param {MapData['start']} start */
  start({ revision, task, layer, region, all }) {
    this.revision = revision;
    /** @type {MapState} */
    this.state = { task, layer, region, all };
  }

  /**
   * Called on every message from Python; builds once, then only adopts what Python changed.
   * @param {MapComponent} component
   */
  update({ data, setStateValue }) {
    this.report = setStateValue;
    this.data = data;
    if (this.revision !== data.start.revision) this.start(data.start);
    if (this.maps) this.paint();
    else if (!this.isLoading) this.load();
  }

  async load() {
    this.isLoading = true;
    this.fillControls();
    try {
      this.shapes = await loadShapes(this.data.topology);
    } catch {
      this.fail();
      return;
    }
    this.build(this.shapes);
    this.paint();
  }

  fillControls() {
    fillSelect(this.controls.task, this.data.tasks);
    fillSelect(this.controls.layer, this.data.layers.map(({ code, name }) => [code, name]));
    fillSelect(this.controls.region, [['', 'Kies een regio'], ...byName(this.data.regions)]);
  }

  fail() {
    this.isLoading = false;
    const message = find(this.root, '.failed');
    message.textContent = 'De kaart kon niet worden geladen. Ververs de pagina; de tabel hieronder werkt ook zonder kaart.';
    message.hidden = false;
    find(this.root, '.one').hidden = true;
  }

  /** @param {import('../look/region_shapes.js').Shapes} shapes */
  build(shapes) {
    const inset = find(this.root, '.inset svg', SVGSVGElement);
    this.maps = {
      country: new DrawnMap({ drawing: this.country, name: 'country', box: COUNTRY, patternKm: 6 }, this.data, shapes),
      randstad: new DrawnMap({ drawing: inset, name: 'randstad', box: RANDSTAD, patternKm: 2.4 }, this.data, shapes),
    };
    this.country.append(svg('rect', { class: 'frame', ...RANDSTAD }));
    inset.setAttribute('aria-hidden', 'true');
    this.root.classList.add('ready');
  }

  get codes() { return this.data.regions.map(([code]) => code); }
  get colouring() { return new Colouring(this.data, this.state); }
  get drawnMaps() { return this.maps ? [this.maps.country, this.maps.randstad] : []; }

  paint() {
    const { state, controls, colouring } = this;
    controls.task.value = state.task;
    controls.task.disabled = !colouring.perTask;
    controls.layer.value = state.layer;
    controls.region.value = state.region ?? '';
    controls.all.setAttribute('aria-pressed', String(colouring.showsAll));
    controls.all.disabled = !colouring.perTask;
    find(this.root, '.one').hidden = colouring.showsAll;
    find(this.root, '.many').hidden = !colouring.showsAll;
    if (colouring.showsAll) this.paintAll(colouring);
    this.drawnMaps.forEach((map) => map.paint(colouring, this.highlight));
    this.paintOutlines();
    this.paintLegend(colouring);
    this.country.setAttribute('aria-label', `${colouring.title()}. Kaart van 42 regio's; met de pijltjestoetsen loopt u van regio naar regio, `
      + 'met Enter kiest u er een.');
    this.country.dataset.painted = `${state.task} ${state.layer} ${state.region ?? ''}`;
  }

  paintOutlines() {
    const focused = this.focused === null ? null : this.codes[this.focused];
    const wanted = wantedOutlines(this.data.mine, this.state.region, focused);
    this.drawnMaps.forEach((map) => map.paintOutlines(wanted));
  }

  /** @param {Colouring} colouring */
  paintLegend(colouring) {
    const counts = colouring.shownCounts();
    const present = colouring.classes.map((item, index) => ({ item, index, count: counts[index] })).filter(({ count }) => count);
    find(this.root, '.bar').replaceChildren(...present.map(({ item, count }) => {
      const part = h('span');
      part.style.cssText = `flex: ${count}; background: ${classBackground(item)}`;
      return part;
    }));
    find(this.root, '.legend').replaceChildren(...present.map(({ item, index, count }) => {
      const swatch = h('span', { class: 'swatch' });
      swatch.style.background = classBackground(item);
      return h('li', {}, h('button', {
        type: 'button', 'data-class': index, 'aria-pressed': String(this.highlight === index), title: 'Licht deze regio\'s uit',
      }, swatch, `${item.name} `, h('span', { class: 'share' }, count)));
    }));
    find(this.root, '.pictures').hidden = colouring.showsAll;
    const statuses = colouring.perTask && !colouring.showsAll ? colouring.statusCounts().filter(({ count }) => count) : [];
    find(this.root, '.status-legend').replaceChildren(...statuses.map(({ code, name, count }) => h('span', {},
      svg('svg', { viewBox: '-4 -4 8 8', 'aria-hidden': 'true', class: 'markers' }, svg('path', { d: markerPath(code, 2.4), 'data-status': code })),
      `${name}: ${count}`)));
  }

  /** @param {Colouring} colouring */
  paintAll(colouring) {
    const box = find(this.root, '.many'), { shapes } = this;
    if (!box.children.length && shapes) box.append(...this.data.tasks.map(([code, , short]) => this.tile(code, short, shapes)));
    box.querySelectorAll('button').forEach((button, task) => {
      const { name, count } = colouring.mostChosen(task), prefix = `m-${button.dataset.task}`;
      button.setAttribute('aria-current', String(button.dataset.task === this.state.task));
      paintRegions(button.querySelectorAll('.regions path'), colouring, { prefix, highlight: this.highlight, task });
      find(button, 'span').textContent = `${name}: ${count} van ${this.data.regions.length}`;
    });
  }

  /**
   * Small map of one task; a click on it shows that task alone.
   * @param {string} code
   * @param {string} short
   * @param {import('../look/region_shapes.js').Shapes} shapes
   */
  tile(code, short, shapes) {
    const drawing = svg('svg', { viewBox: viewBox(COUNTRY), 'aria-hidden': 'true' });
    drawPatterns(drawing, this.data.classes, `m-${code}`, 14);
    drawRegions(drawing, this.codes, shapes);
    return h('button', { type: 'button', 'data-task': code }, short, drawing, h('span'));
  }

  /** @param {Partial<MapState>} part */
  change(part) {
    Object.assign(this.state, part);
    if (part.layer || part.task) this.highlight = null;
    this.paint();
    this.report('view', { ...this.state, revision: this.revision });
  }

  /** @param {PointerEvent} event */
  showTip(event) {
    const tip = find(this.root, '.tip'), under = around(event, '[data-region]');
    tip.hidden = !under;
    if (!under) return;
    const region = Number(under.dataset.region), [name, ...lines] = this.colouring.words(region);
    if (this.data.moved[this.codes[region]]) lines.push('Grens veranderd sinds 2013');
    tip.replaceChildren(h('b', {}, name), ...lines.map((line) => h('div', {}, line)));
    moveTip(tip, find(this.root, '.stage'), { x: event.clientX, y: event.clientY }, 10);
  }

  listen() {
    const { task, layer, region, all } = this.controls, stage = find(this.root, '.stage'), { country } = this;
    task.addEventListener('change', () => this.change({ task: task.value }));
    layer.addEventListener('change', () => this.change({ layer: layer.value }));
    region.addEventListener('change', () => this.change({ region: region.value || null }));
    all.addEventListener('click', () => this.change({ all: !this.state.all }));
    find(this.root, '.many').addEventListener('click', (event) => {
      const button = around(event, 'button');
      if (button) this.change({ task: button.dataset.task, all: false });
    });
    find(this.root, '.legend').addEventListener('click', (event) => {
      const button = around(event, 'button');
      if (button) this.toggleHighlight(Number(button.dataset.class));
    });
    stage.addEventListener('pointermove', (event) => this.showTip(event));
    stage.addEventListener('pointerleave', () => { find(this.root, '.tip').hidden = true; });
    stage.addEventListener('click', (event) => {
      const under = around(event, '[data-region]');
      if (under) this.change({ region: this.codes[Number(under.dataset.region)] });
    });
    country.addEventListener('keydown', (event) => this.onKey(event));
    country.addEventListener('blur', () => { this.focused = null; this.paintOutlines(); });
    this.root.querySelectorAll('button[data-picture]').forEach((button) => button.addEventListener('click', () => {
      if (this.maps) savePicture(this.maps, this.colouring, this.data.credit, button.getAttribute('data-picture') ?? 'png');
    }));
  }

  /** @param {number} index */
  toggleHighlight(index) {
    this.highlight = this.highlight === index ? null : index;
    this.paint();
    find(this.root, `.legend [data-class="${index}"]`).focus();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (!this.shapes) return;
    const start = this.focused ?? Math.max(0, this.codes.indexOf(this.state.region ?? this.data.mine ?? ''));
    if (arrowStep(event.key)) {
      this.focused = this.focused === null ? start : nextRegion(start, event.key, this.codes, this.shapes);
      this.spoken.textContent = this.colouring.words(this.focused).join('. ');
      this.paintOutlines();
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.change({ region: this.codes[start] });
    } else return;
    event.preventDefault();
  }
}

const mapOf = onePerRoot((/** @type {MapComponent} */ component) => new RegionMap(component));

/** @param {MapComponent} component */
export default function (component) {
  mapOf(component).update(component);
}
