// Map of the regions: everything that a visitor changes here is painted at once; Python hears of it afterwards.

import { onePerRoot } from '../look/component.js';
import { BORDER } from '../look/colours.js';
import { around, byName, fillSelect, find, h } from '../look/dom.js';
import { isInFrame } from '../look/in_frame.js';
import { breakable } from '../look/letters.js';
import { offerPicture } from '../look/picture_buttons.js';
import { loadShapes } from '../look/region_shapes.js';
import { COUNTRY, RANDSTAD, arrowStep, classBackground, drawPatterns, drawRegions, nextRegion, svg, viewBox } from '../look/svg.js';
import { moveTip } from '../look/tip.js';
import { whileMounted } from '../look/while_mounted.js';
import { Colouring } from './colouring.js';
import { DrawnMap, filling, outlineParts, paintRegions, wantedOutlines } from './drawn_map.js';
import { ALL_NAMES_PX, lettersIn, lettersOnStage, namesOn, wantedNames } from './names.js';
import { statusSign } from './status_sign.js';

/** The country is never drawn lower than this, however little the window leaves. */
const LEAST_ROOM_PX = 340;
/** Between the map and the lower edge of the window. */
const FOOT_PX = 10;
/** On stage an enlarged part lower than so many of its letters shows nothing that the country does not show. */
const LEAST_INSET_LETTERS = 6;
/** Scale of the small maps of all tasks, at which their lines are drawn. */
const TILE_PX_PER_KM = 0.6;

/** @typedef {import('./colouring.js').MapState} MapState */
/**
 * As view.py sends it; the view starts anew from `start` when its revision differs.
 * @typedef {import('./colouring.js').MapContent & {
 *   topology: string, credit: string, mine: string | null, onStage: boolean, start: MapState & { revision: number },
 * }} MapData
 */
/** @typedef {import('../look/component.js').ComponentArguments<MapData>} MapComponent */

class RegionMap {
  /** @type {{ country: DrawnMap, randstad: DrawnMap } | null} */
  maps = null;
  /** What the names on the map were last placed for. */
  namedFor = '';
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
    this.stage = find(root, '.stage');
    root.classList.toggle('on-stage', data.onStage);
    root.classList.toggle('in-frame', isInFrame());
    this.country = find(root, '.country', SVGSVGElement);
    this.inset = find(root, '.inset svg', SVGSVGElement);
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
    if (this.shapes) this.paint();
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
    this.root.classList.add('ready');
    this.inset.setAttribute('aria-hidden', 'true');
    this.fit();
    this.paint();
    this.follow();
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
    this.stage.hidden = true;
  }

  /** Keeps the map as large as the window leaves it, also when what stands above it grows or the window turns. */
  follow() {
    const fit = () => { if (this.fit()) this.paint(); };
    const observer = new ResizeObserver(() => {
      if (!this.root.isConnected) observer.disconnect();
      else fit();
    });
    // A window that lies behind another one sees no sizes change; then the stage says so, after which it measures its own.
    whileMounted(globalThis, this.root, 'resize', () => { setTimeout(fit); });
    const pages = document.querySelectorAll('.stMain, .stMainBlockContainer');
    for (const seen of [this.root, this.stage, this.inset, document.documentElement, ...pages]) observer.observe(seen);
  }

  /** Height that the window leaves below what stands above the map. */
  roomBelow() {
    const main = document.querySelector('.stMain'), above = this.stage.getBoundingClientRect().top + (main?.scrollTop ?? 0);
    return Math.max(LEAST_ROOM_PX, Math.floor((main?.getBoundingClientRect().bottom ?? innerHeight) - above - FOOT_PX));
  }

  get letters() { return this.data.onStage ? lettersOnStage() : lettersIn(innerWidth, innerHeight); }

  /** Fits the maps to their room; whether that changed a drawing. */
  fit() {
    this.root.style.setProperty('--room', `${this.data.onStage ? this.stage.clientHeight : this.roomBelow()}px`);
    this.stage.classList.toggle('tight', this.data.onStage && this.inset.clientHeight < LEAST_INSET_LETTERS * this.letters.small);
    const country = this.drawn(this.maps?.country, { drawing: this.country, name: 'country', box: COUNTRY });
    const randstad = this.drawn(this.maps?.randstad, { drawing: this.inset, name: 'randstad', box: filling(RANDSTAD, this.inset.getBoundingClientRect()) });
    if (!country || !randstad || (country === this.maps?.country && randstad === this.maps?.randstad)) return false;
    this.maps = { country, randstad };
    country.drawing.querySelector('.frame')?.remove();
    country.drawing.append(svg('rect', { class: 'frame', ...randstad.box }));
    this.namedFor = '';
    return true;
  }

  /**
   * The map for the size that it has on the screen: the one there is, if it was drawn for that; none where it is not shown.
   * @param {DrawnMap | undefined} before
   * @param {{ drawing: SVGSVGElement, name: string, box: import('../look/svg.js').Box }} frame
   */
  drawn(before, frame) {
    const seen = frame.drawing.getBoundingClientRect(), pxPerKm = Math.min(seen.width / frame.box.width, seen.height / frame.box.height);
    const signPx = Math.max(4, this.letters.large / 5);
    if (before && (!pxPerKm || (before.signPx === signPx && near(before.pxPerKm, pxPerKm)
      && near(before.box.width, frame.box.width) && near(before.box.height, frame.box.height)))) return before;
    if (!this.shapes || !pxPerKm) return null;
    return new DrawnMap({ ...frame, pxPerKm, signPx }, this.data, this.shapes);
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
    this.stage.classList.toggle('all', colouring.showsAll);
    find(this.root, '.inset').hidden = colouring.showsAll;
    this.country.toggleAttribute('hidden', colouring.showsAll);
    find(this.root, '.many').hidden = !colouring.showsAll;
    if (colouring.showsAll) this.paintAll(colouring);
    this.drawnMaps.forEach((map) => map.paint(colouring, this.highlight));
    this.paintOutlines();
    this.paintNames(colouring);
    this.paintKey(colouring);
    this.paintPrinted(colouring);
    this.country.setAttribute('aria-label', `${colouring.title()}. Kaart van 42 regio's; met de pijltjestoetsen loopt u van regio naar regio, `
      + 'met Enter kiest u er een.');
    this.country.dataset.painted = `${state.task} ${state.layer} ${state.region ?? ''}`;
  }

  get outlined() {
    return wantedOutlines(this.data.mine, this.state.region, this.focused === null ? null : this.codes[this.focused]);
  }

  paintOutlines() {
    this.drawnMaps.forEach((map) => map.paintOutlines(this.outlined));
  }

  /**
   * Placing the names takes longer than painting the map, and most steps leave them where they are.
   * @param {Colouring} colouring
   */
  paintNames(colouring) {
    if (!this.maps || colouring.showsAll) return;
    const { mine, onStage } = this.data, { letters } = this;
    const wanted = wantedNames(colouring, { mine, highlight: this.highlight, letters, all: onStage || innerWidth >= ALL_NAMES_PX });
    const asked = JSON.stringify(wanted);
    if (asked === this.namedFor) return;
    this.namedFor = asked;
    const family = getComputedStyle(this.country).fontFamily, together = this.highlight !== null, { country, randstad } = this.maps;
    const caption = find(this.root, '.caption'), taken = [{
      left: 0, top: 0, right: caption.offsetLeft + caption.offsetWidth, bottom: caption.offsetTop + caption.offsetHeight,
    }];
    country.paintNames(namesOn(country, wanted, { family, together }));
    randstad.paintNames(namesOn(randstad, wanted, { family, taken, together }));
  }

  /** @param {Colouring} colouring */
  paintKey(colouring) {
    const legend = find(this.root, '.legend'), focused = legend.querySelector(':focus')?.getAttribute('data-class');
    legend.replaceChildren(...colouring.key().map(({ item, index, words }) => {
      const swatch = h('span', { class: 'swatch' });
      swatch.style.background = classBackground(item);
      return h('li', {}, h('button', {
        type: 'button', 'data-class': index, 'aria-pressed': String(this.highlight === index), title: 'Licht deze regio\'s uit',
      }, swatch, h('span', {}, `${item.name}: `, h('span', { class: 'share' }, words))));
    }));
    // Without scrolling: the map stays where it is.
    if (focused) /** @type {HTMLElement | null} */ (legend.querySelector(`[data-class="${focused}"]`))?.focus({ preventScroll: true });
    find(this.root, '.signs').replaceChildren(
      ...colouring.statusKey().map(({ code, words }) => (
        h('li', {}, svg('svg', { viewBox: '-4 -4 8 8', 'aria-hidden': 'true' }, ...statusSign(code, 2.2)), words))),
      ...colouring.outlined(this.data.mine).map(({ kind, words }) => h('li', {}, svg('svg', { viewBox: '-4 -4 8 8', 'aria-hidden': 'true' },
        ...outlineParts('M-2.6 -2.4L2.6 -2.6L2.3 2.6L-2.6 2.3Z', kind, 2.4)), words)));
  }

  /** @returns {Promise<import('../look/picture_buttons.js').Made>} */
  async picture() {
    const { mapPicture } = await import('./picture.js');
    return this.shapes ? { picture: mapPicture(this.colouring, this.shapes, this.data), name: this.colouring.fileName() } : 'De kaart is nog niet geladen.';
  }

  /**
   * What the picture is of, for paper, where no list shows what is chosen.
   * @param {Colouring} colouring
   */
  paintPrinted(colouring) {
    const outlined = colouring.outlined(this.data.mine).map(({ words }) => words);
    find(this.root, '.printed').replaceChildren(h('b', {}, colouring.title()), outlined.length ? capitalised(outlined.join('; ')) : 'Geen regio gekozen.');
  }

  /** @param {Colouring} colouring */
  paintAll(colouring) {
    const box = find(this.root, '.many'), { shapes } = this;
    if (!shapes) return;
    if (!box.children.length) box.append(...this.data.tasks.map(([code, , short]) => this.tile(code, short, shapes)));
    box.querySelectorAll('button').forEach((button, task) => {
      button.setAttribute('aria-current', String(button.dataset.task === this.state.task));
      paintRegions(button.querySelectorAll('.regions path'), colouring, { prefix: `m-${button.dataset.task}`, highlight: this.highlight, task });
      find(button, '.outlines', SVGGElement).replaceChildren(...wantedOutlines(this.data.mine, this.state.region, null)
        .flatMap(({ code, kind }) => outlineParts(shapes[code].path, kind, TILE_PX_PER_KM)));
      find(button, 'span').textContent = colouring.mostChosenWords(task);
    });
  }

  /**
   * Small map of one task, as a button that leads to it.
   * @param {string} code
   * @param {string} short
   * @param {import('../look/region_shapes.js').Shapes} shapes
   */
  tile(code, short, shapes) {
    const drawing = svg('svg', { viewBox: viewBox(COUNTRY), 'aria-hidden': 'true' });
    drawPatterns(drawing, this.data.classes, `m-${code}`, 14);
    drawRegions(drawing, this.codes, shapes).forEach((path) => path.setAttribute('stroke', BORDER));
    drawing.append(svg('g', { class: 'outlines', fill: 'none' }));
    return h('button', { type: 'button', 'data-task': code }, h('b', {}, breakable(short)), drawing, h('span'));
  }

  /** @param {Partial<MapState>} part */
  change(part) {
    Object.assign(this.state, part);
    if (part.layer || part.task) this.highlight = null;
    this.hideTip();
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
    moveTip(tip, this.stage, { x: event.clientX, y: event.clientY }, 10);
  }

  listen() {
    const { task, layer, region, all } = this.controls, { stage, country } = this;
    task.addEventListener('change', () => this.change({ task: task.value }));
    layer.addEventListener('change', () => this.change({ layer: layer.value }));
    region.addEventListener('change', () => this.change({ region: region.value || null }));
    all.addEventListener('click', () => this.change({ all: !this.state.all }));
    find(this.root, '.many').addEventListener('click', (event) => {
      const button = around(event, 'button');
      if (button) this.openTile(button.dataset.task);
    });
    find(this.root, '.legend').addEventListener('click', (event) => {
      const button = around(event, 'button');
      if (button) this.toggleHighlight(Number(button.dataset.class));
    });
    stage.addEventListener('pointermove', (event) => this.showTip(event));
    stage.addEventListener('pointerleave', () => this.hideTip());
    stage.addEventListener('click', (event) => {
      const under = around(event, '[data-region]');
      if (under) this.change({ region: this.codes[Number(under.dataset.region)] });
    });
    country.addEventListener('keydown', (event) => this.onKey(event));
    country.addEventListener('blur', () => { this.focused = null; this.paintOutlines(); });
    offerPicture(find(this.root, '.save'), { what: 'kaart', make: () => this.picture() });
  }

  /**
   * Shows the map of one task. It is much lower than the small maps, so it may lie above what the window showed of those.
   * @param {string | undefined} task
   */
  openTile(task) {
    this.change({ task, all: false });
    this.country.focus({ preventScroll: true });
    this.controls.task.scrollIntoView({ block: 'nearest' });
  }

  hideTip() { find(this.root, '.tip').hidden = true; }

  /** @param {number} index */
  toggleHighlight(index) {
    this.highlight = this.highlight === index ? null : index;
    this.paint();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (!this.shapes) return;
    const start = this.focused ?? Math.max(0, this.codes.indexOf(this.state.region ?? this.data.mine ?? ''));
    if (arrowStep(event.key)) {
      this.focused = this.focused === null ? start : nextRegion(start, event.key, this.codes, this.shapes);
      this.spoken.textContent = this.colouring.words(this.focused).join('. ');
      this.hideTip();
      this.paintOutlines();
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.change({ region: this.codes[start] });
    } else return;
    event.preventDefault();
  }
}

/**
 * Whether two sizes are the same to the eye.
 * @param {number} one
 * @param {number} other
 */
const near = (one, other) => Math.abs(one / other - 1) < 0.005;

/** @param {string} text */
const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const mapOf = onePerRoot((/** @type {MapComponent} */ component) => new RegionMap(component));

/** @param {MapComponent} component */
export default function (component) {
  mapOf(component).update(component);
}
