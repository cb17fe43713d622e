// Controls and legend of the partner map. The map itself is drawn by deck.gl or Vega in the container `data.container`.

import { onePerRoot } from '../look/component.js';
import { byName, fillSelect, find, h } from '../look/dom.js';
import { offerPicture } from '../look/picture_buttons.js';
import { CameraWatch, cameraText, isComplete } from './camera.js';

/** @typedef {'fast' | 'slow' | 'none'} WebGl Slow is WebGL without a graphics card: a click then takes seconds. */
/**
 * What the visitor looks at; `flat` is the kind of map that was chosen, null leaves it to what the browser can do.
 * @typedef {{ task: string, region: string | null, flat: boolean | null }} PartnerState
 */
/**
 * As view.py sends it. The view starts anew from `start` when its revision differs; `camera.moves` counts how often Python
 * moved the camera.
 * @typedef {{
 *   tasks: [code: string, name: string][],
 *   regions: [code: string, name: string][],
 *   container: string,
 *   credit: string,
 *   notices: Partial<Record<WebGl, string>>,
 *   fills: { words: string, colour: string, edged: boolean }[],
 *   outlines: { words: string, colour: string }[],
 *   lines: { words: string, colour: string, mutual: boolean }[],
 *   start: PartnerState & { revision: number },
 *   camera: { key: string, fields: import('./camera.js').CameraField[], moves: number },
 * }} PartnerData
 */
/** @typedef {import('../look/component.js').ComponentArguments<PartnerData>} PartnerComponent */

/** @returns {WebGl} */
function webGl() {
  const works = (/** @type {WebGLContextAttributes} */ options) => {
    // deck.gl draws with WebGL 2 only.
    const context = h('canvas').getContext('webgl2', options);
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return Boolean(context);
  };
  if (works({ failIfMajorPerformanceCaveat: true })) return 'fast';
  return works({}) ? 'slow' : 'none';
}

/**
 * Whether the flat map is shown, and what is said of it. A slow map is only spoken of to whoever did not choose it.
 * @param {WebGl} can
 * @param {boolean | null} chosen
 * @param {PartnerData['notices']} notices
 */
export function flatness(can, chosen, notices) {
  return {
    flat: can === 'none' || (chosen ?? can === 'slow'),
    notice: (can === 'slow' && chosen !== null ? undefined : notices[can]) ?? '',
  };
}

const LOOK_MS = 100, LONGEST_WAIT_MS = 60_000;

class PartnerControls {
  waiting = false;

  /** @param {PartnerComponent} component */
  constructor({ parentElement, data, setStateValue }) {
    const root = find(parentElement, '.partners'), select = (/** @type {string} */ name) => find(root, `[data-control="${name}"]`, HTMLSelectElement);
    this.root = root;
    this.controls = { task: select('task'), region: select('region'), flat: select('flat') };
    this.watch = new CameraWatch(() => cameraText(this.map, this.data.camera.fields), (text) => this.look(text));
    this.data = data;
    this.report = setStateValue;
    this.moves = data.camera.moves;
    this.start(data.start);
    fillSelect(this.controls.task, data.tasks);
    fillSelect(this.controls.region, [['', 'Kies een regio'], ...byName(data.regions)]);
    this.listen();
    this.webgl = webGl();
    this.width = Math.round(root.getBoundingClientRect().width);
    this.tell();
  }

  /** @param {PartnerData['start']} start */
  start({ revision, task, region, flat }) {
    this.revision = revision;
    /** @type {PartnerState} */
    this.state = { task, region, flat };
  }

  /**
   * Called on every message from Python; adopts what Python changed.
   * @param {PartnerComponent} component
   */
  update({ data, setStateValue }) {
    this.report = setStateValue;
    this.data = data;
    if (this.revision !== data.start.revision) this.start(data.start);
    if (this.moves !== data.camera.moves) {
      this.moves = data.camera.moves;
      this.watch.forget();
    }
    this.paint();
  }

  /** The lines come with the page and the borders after it: the canvas, out of sight by map.py, waits until both can be drawn. */
  awaitMap() {
    if (this.waiting) return;
    this.waiting = true;
    const end = performance.now() + LONGEST_WAIT_MS;
    const look = () => {
      const canvas = this.map?.querySelector('canvas');
      const isShown = Boolean(canvas && (canvas.hasAttribute('data-complete') || isComplete(canvas)));
      if (isShown) requestAnimationFrame(() => requestAnimationFrame(() => canvas?.setAttribute('data-complete', '')));
      this.waiting = !isShown && this.root.isConnected && performance.now() < end;
      if (this.waiting) setTimeout(look, LOOK_MS);
    };
    setTimeout(look);
  }

  tell() { this.report('browser', { webgl: this.webgl, width: this.width }); }

  /** What the colours mean follows from the task and the region. */
  paintLegends() {
    const { fills, outlines, lines } = this.data, [areas, strokes] = this.root.querySelectorAll('.legend');
    areas.replaceChildren(...fills.map(({ words, colour, edged }) => this.entry(edged ? 'swatch edged' : 'swatch', words, { background: colour })));
    strokes.replaceChildren(
      ...outlines.map(({ words, colour }) => this.entry('outline', words, { 'border-color': colour })),
      ...lines.map(({ words, colour, mutual }) => this.entry(mutual ? 'line' : 'line one-sided', words, { '--line': colour })),
    );
  }

  /**
   * @param {string} kind
   * @param {string} words
   * @param {Record<string, string>} style
   */
  entry(kind, words, style) {
    const mark = h('span', { class: kind });
    for (const [name, value] of Object.entries(style)) mark.style.setProperty(name, value);
    return h('li', {}, mark, words);
  }

  paint() {
    this.paintLegends();
    this.awaitMap();
    const { flat, notice } = flatness(this.webgl, this.state.flat, this.data.notices);
    this.controls.task.value = this.state.task;
    this.controls.region.value = this.state.region ?? '';
    this.controls.flat.value = flat ? '1' : '';
    this.controls.flat.disabled = this.webgl === 'none';
    find(this.root, '.camera').hidden = flat;
    this.root.classList.toggle('flat', flat);
    find(this.root, '.notice').textContent = notice;
    find(this.root, '.notice').hidden = !notice;
  }

  /** @param {Partial<PartnerState>} part */
  change(part) {
    Object.assign(this.state, part);
    this.paint();
    this.report('view', { ...this.state, revision: this.revision });
  }

  /**
   * The address first, as Python will write it: Streamlit then finds nothing new and adds no step to the history.
   * @param {string | null} text
   */
  look(text, reset = false) {
    const address = new URL(location.href), { key } = this.data.camera;
    if (text) address.searchParams.set(key, text);
    else address.searchParams.delete(key);
    history.replaceState(history.state, '', address);
    this.report('camera', { text, reset, moves: this.moves });
  }

  get map() { return document.querySelector(`.st-key-${this.data.container}`); }

  listen() {
    const { root, controls: { task, region, flat } } = this;
    task.addEventListener('change', () => this.change({ task: task.value }));
    region.addEventListener('change', () => this.change({ region: region.value || null }));
    flat.addEventListener('change', () => this.change({ flat: flat.value === '1' }));
    find(root, '[data-reset]').addEventListener('click', () => { this.watch.forget(); this.look(null, true); });
    offerPicture(find(root, '.save'), { what: 'kaart', make: (kind) => this.picture(kind) });
    root.querySelectorAll('button[data-key]').forEach((button) => button.addEventListener('click', () => {
      this.press(button.getAttribute('data-key') ?? '', button.hasAttribute('data-shift'));
    }));
    this.listenToPage();
  }

  /**
   * @param {import('../look/picture_buttons.js').PictureKind} kind
   * @returns {Promise<import('../look/picture_buttons.js').Made>}
   */
  async picture(kind) {
    const { map, controls: { task, region } } = this, name = task.selectedOptions[0].text;
    if (!map?.querySelector('canvas, svg.marks')) return 'De kaart is nog niet geladen.';
    if (kind === 'svg' && map.querySelector('canvas')) return 'Van de kantelbare kaart is er alleen een PNG. Kies de platte kaart voor een SVG.';
    const { partnerPicture } = await import('./picture.js');
    const chosen = this.state.region ? region.selectedOptions[0].text : '';
    return { picture: partnerPicture(map, this.data, name, chosen), name: `samenwerking-${this.state.task}-${chosen}` };
  }

  /**
   * deck.gl moves its camera by keys; a button presses the key, so the camera starts from where the visitor left it.
   * @param {string} key
   * @param {boolean} shiftKey
   */
  press(key, shiftKey) {
    this.map?.querySelector('canvas')?.dispatchEvent(new KeyboardEvent('keydown', { code: key, key, shiftKey, bubbles: true, cancelable: true }));
  }

  /** Handlers on the whole page stop once the visitor has left for another page of the app. */
  listenToPage() {
    const stop = new AbortController(), { signal } = stop;
    const onMap = (/** @type {Event} */ event) => {
      if (!this.root.isConnected) stop.abort();
      return this.root.isConnected && event.target instanceof Node && Boolean(this.map?.contains(event.target));
    };
    // The wheel scrolls the page until someone clicks in the map or holds Ctrl; otherwise the map is a trap for scrolling.
    document.addEventListener('wheel', (event) => {
      if (onMap(event) && !event.ctrlKey && !this.map?.contains(document.activeElement)) event.stopPropagation();
    }, { capture: true, passive: true, signal });
    for (const kind of ['pointerdown', 'wheel', 'keydown']) {
      document.addEventListener(kind, (event) => {
        if (!onMap(event)) return;
        this.watch.held = kind === 'pointerdown' || this.watch.held;
        this.watch.touched();
      }, { capture: true, passive: true, signal });
    }
    for (const kind of ['pointerup', 'pointercancel']) {
      document.addEventListener(kind, () => { this.watch.held = false; }, { capture: true, signal });
    }
    document.addEventListener('webglcontextlost', (event) => {
      if (!onMap(event)) return;
      this.webgl = 'none';
      this.paint();
      this.tell();
    }, { capture: true, signal });
  }
}

const controlsOf = onePerRoot((/** @type {PartnerComponent} */ component) => new PartnerControls(component));

/** @param {PartnerComponent} component */
export default function (component) {
  controlsOf(component).update(component);
}
