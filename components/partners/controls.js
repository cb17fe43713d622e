// Controls and legend of the partner map. The map itself is drawn by deck.gl or Vega in the container `data.container`.

import { CameraWatch, cameraText } from './camera.js';
import { savePicture } from './picture.js';

// deck.gl draws with WebGL 2 only. 'slow' is WebGL without a graphics card: a click then takes seconds.
function webGl() {
  const works = (options) => {
    const context = document.createElement('canvas').getContext('webgl2', options);
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return Boolean(context);
  };
  if (works({ failIfMajorPerformanceCaveat: true })) return 'fast';
  return works({}) ? 'slow' : 'none';
}

class PartnerControls {
  constructor(root) {
    this.root = root.querySelector('.partners');
    this.find = (selector) => this.root.querySelector(selector);
    this.controls = Object.fromEntries([...this.root.querySelectorAll('[data-control]')].map((node) => [node.dataset.control, node]));
    this.watch = new CameraWatch(() => cameraText(this.map(), this.data.camera.fields), (text) => this.look(text));
    this.listen();
  }

  // Called on every message from Python; builds once, then only adopts what Python changed.
  update(data, report) {
    this.report = report;
    const first = !this.data;
    this.data = data;
    if (first) {
      this.fill();
      this.webgl = webGl();
      this.width = Math.round(this.root.getBoundingClientRect().width);
      this.tell();
    }
    if (this.revision !== data.start.revision) {
      this.revision = data.start.revision;
      this.state = { task: data.start.task, region: data.start.region, flat: data.start.flat };
    }
    if (this.moves !== data.camera.moves) {
      this.moves = data.camera.moves;
      this.watch.forget();
    }
    this.paint();
  }

  tell() { this.report('browser', { webgl: this.webgl, width: this.width }); }

  fill() {
    const byName = [...this.data.regions].sort((a, b) => a[1].localeCompare(b[1], 'nl'));
    this.controls.task.replaceChildren(...this.data.tasks.map(([code, name]) => new Option(name, code)));
    this.controls.region.replaceChildren(...[['', 'Kies een regio'], ...byName].map(([code, name]) => new Option(name, code)));
    const [fills, lines] = this.root.querySelectorAll('.legend');
    fills.replaceChildren(...this.data.fills.map(({ words, colour }) => this.entry('swatch', words, (node) => { node.style.background = colour; })));
    lines.replaceChildren(
      ...this.data.outlines.map(({ words, colour }) => this.entry('outline', words, (node) => { node.style.borderColor = colour; })),
      ...this.data.lines.map(({ words, colour, mutual }) => this.entry('line', words, (node) => {
        node.classList.toggle('one-sided', !mutual);
        node.style.setProperty('--line', colour);
      })),
    );
  }

  entry(kind, words, style) {
    const item = document.createElement('li'), mark = document.createElement('span');
    mark.className = kind;
    style(mark);
    item.append(mark, words);
    return item;
  }

  paint() {
    const flat = this.webgl === 'none' || (this.state.flat ?? this.webgl === 'slow');
    this.controls.task.value = this.state.task;
    this.controls.region.value = this.state.region ?? '';
    this.controls.flat.value = flat ? '1' : '';
    this.controls.flat.disabled = this.webgl === 'none';
    this.find('.camera').hidden = flat;
    this.root.classList.toggle('flat', flat);
    // A slow map is only spoken of to whoever did not choose it.
    const notice = this.webgl === 'slow' && this.state.flat !== null ? undefined : this.data.notices[this.webgl];
    this.find('.notice').textContent = notice ?? '';
    this.find('.notice').hidden = !notice;
  }

  change(part) {
    Object.assign(this.state, part);
    this.paint();
    this.report('view', { ...this.state, revision: this.revision });
  }

  // The address first, as Python will write it: Streamlit then finds nothing new and adds no step to the history.
  look(text, reset = false) {
    const address = new URL(window.location.href), { key } = this.data.camera;
    if (text) address.searchParams.set(key, text);
    else address.searchParams.delete(key);
    window.history.replaceState(window.history.state, '', address);
    this.report('camera', { text, reset, moves: this.moves });
  }

  map() { return document.querySelector(`.st-key-${this.data.container}`); }

  listen() {
    const { task, region, flat } = this.controls;
    task.addEventListener('change', () => this.change({ task: task.value }));
    region.addEventListener('change', () => this.change({ region: region.value || null }));
    flat.addEventListener('change', () => this.change({ flat: flat.value === '1' }));
    this.find('[data-reset]').addEventListener('click', () => { this.watch.forget(); this.look(null, true); });
    this.find('[data-picture]').addEventListener('click', () => savePicture(this.map(), this.data, this.controls.task.selectedOptions[0].text, this.state.task));
    // deck.gl moves its camera by keys; a button presses the key, so the camera starts from where the visitor left it.
    this.root.querySelectorAll('[data-key]').forEach((button) => button.addEventListener('click', () => {
      const canvas = this.map()?.querySelector('canvas');
      const shiftKey = 'shift' in button.dataset;
      canvas?.dispatchEvent(new KeyboardEvent('keydown', { code: button.dataset.key, key: button.dataset.key, shiftKey, bubbles: true, cancelable: true }));
    }));
    this.listenToPage();
  }

  // Handlers on the whole page stop once the visitor has left for another page of the app.
  listenToPage() {
    const stop = new AbortController();
    const onMap = (event) => {
      if (!this.root.isConnected) stop.abort();
      return this.root.isConnected && this.map()?.contains(event.target);
    };
    // The wheel scrolls the page until someone clicks in the map or holds Ctrl; otherwise the map is a trap for scrolling.
    document.addEventListener('wheel', (event) => {
      if (onMap(event) && !event.ctrlKey && !this.map().contains(document.activeElement)) event.stopPropagation();
    }, { capture: true, passive: true, signal: stop.signal });
    for (const kind of ['pointerdown', 'wheel', 'keydown']) {
      document.addEventListener(kind, (event) => {
        if (!onMap(event)) return;
        this.watch.held = kind === 'pointerdown' || this.watch.held;
        this.watch.touched();
      }, { capture: true, passive: true, signal: stop.signal });
    }
    for (const kind of ['pointerup', 'pointercancel']) {
      document.addEventListener(kind, () => { this.watch.held = false; }, { capture: true, signal: stop.signal });
    }
    document.addEventListener('webglcontextlost', (event) => {
      if (!onMap(event)) return;
      this.webgl = 'none';
      this.paint();
      this.tell();
    }, { capture: true, signal: stop.signal });
  }
}

export default function ({ parentElement, data, setStateValue }) {
  parentElement.partnerControls ??= new PartnerControls(parentElement);
  parentElement.partnerControls.update(data, setStateValue);
}
