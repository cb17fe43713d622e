// Matrix of regions and tasks: everything that a visitor changes here is painted at once; Python hears of it afterwards.

import { go } from '../frame/go.js';
import { onePerRoot } from '../look/component.js';
import { around, byName, fillSelect, find, h, isPlainClick } from '../look/dom.js';
import { offerPicture } from '../look/picture_buttons.js';
import { moveTip } from '../look/tip.js';
import { Arrangement, spoken } from './arrangement.js';
import { paintSheet } from './cell_sheet.js';
import { paintList } from './list.js';
import { MatrixTable, classRules } from './table.js';

/** @typedef {import('./arrangement.js').MatrixState} MatrixState */
/**
 * As view.py sends it; the view starts anew from `start` when its revision differs.
 * @typedef {import('./arrangement.js').MatrixContent & { credit: string, mine: string | null, start: MatrixState & { revision: number } }} MatrixData
 */
/** @typedef {import('../look/component.js').ComponentArguments<MatrixData>} MatrixComponent */

class ChoiceMatrix {
  /** @type {number | null} Position of the class that stands out. */
  highlight = null;
  /** @type {number | null} Frame after which Python hears of the view. */
  waiting = null;
  /** State and "uw regio" of the last paint. */
  shown = '';

  /** @param {MatrixComponent} component */
  constructor({ parentElement, data, setStateValue, setTriggerValue }) {
    const root = find(parentElement, '.matrix'), select = (/** @type {string} */ name) => find(root, `[data-control="${name}"]`, HTMLSelectElement);
    this.root = root;
    this.controls = { rows: select('rows'), columns: select('columns'), show: select('show'), task: select('task'), region: select('region') };
    this.list = find(root, '.list');
    this.sheet = find(root, '.sheet');
    this.tip = find(root, '.tip');
    this.data = data;
    this.report = setStateValue;
    this.ask = setTriggerValue;
    this.start(data.start);
    this.fillControls();
    root.append(h('style', {}, classRules(data.classes)));
    this.narrow = this.isNarrow();
    this.table = new MatrixTable(find(root, 'table'), this.arrangement, {
      choose: (region, task) => this.choose(region, task),
      showTip: (target, pointer) => this.showTip(target, pointer),
    });
    this.buildLegend();
    this.listen();
  }

  /** @param {MatrixData['start']} start */
  start({ revision, ...state }) {
    this.revision = revision;
    /** @type {MatrixState} */
    this.state = state;
  }

  /**
   * Called on every message from Python; adopts what Python changed.
   * @param {MatrixComponent} component
   */
  update({ data, setStateValue, setTriggerValue }) {
    this.data = data;
    this.report = setStateValue;
    this.ask = setTriggerValue;
    if (this.revision !== data.start.revision) this.start(data.start);
    if (JSON.stringify([this.state, data.mine]) !== this.shown) this.paint();
  }

  get arrangement() { return new Arrangement(this.data, this.state, this.data.mine); }

  fillControls() {
    fillSelect(this.controls.rows, this.data.rowOrders.map(({ code, name }) => [code, name]));
    fillSelect(this.controls.columns, this.data.columnOrders.map(({ code, name }) => [code, name]));
    fillSelect(this.controls.task, this.data.tasks);
    fillSelect(this.controls.region, byName(this.data.regions));
  }

  paint() {
    const { state, controls, root, arrangement } = this, { mine } = this.data;
    this.shown = JSON.stringify([state, mine]);
    controls.rows.value = state.rows;
    controls.columns.value = state.columns;
    controls.show.value = state.show;
    controls.task.value = this.data.tasks[arrangement.listTask][0];
    controls.region.value = this.data.regions[arrangement.listRegion][0];
    root.classList.toggle('list-taak', state.show === 'taak');
    root.classList.toggle('list-regio', state.show === 'regio');
    find(root, '.note').textContent = arrangement.note;
    root.classList.toggle('by-likeness', arrangement.rows === 'gelijkenis');
    root.querySelectorAll('.legend button').forEach((button, index) => button.setAttribute('aria-pressed', String(index === this.highlight)));
    this.table.paint(arrangement, this.highlight);
    if (this.narrow) paintList(this.list, arrangement, this.highlight);
    paintSheet(this.sheet, arrangement, () => this.close());
    root.dataset.painted = [state.rows, state.columns, state.show, state.task ?? '', state.region ?? '', mine ?? ''].join(' ');
  }

  isNarrow() { return getComputedStyle(this.list).display !== 'none'; }

  buildLegend() {
    const { classes, statuses, cells } = this.data;
    find(this.root, '.legend').replaceChildren(...classes.map((item, index) => {
      const swatch = h('span', { class: `swatch c${index}`, 'aria-hidden': 'true' }), count = cells.filter((cell) => cell[0] === index).length;
      return h('li', {}, h('button', { type: 'button', 'data-class': index, 'aria-pressed': 'false', title: 'Licht deze keuzes uit' },
        swatch, `${item.name} `, h('b', {}, count)));
    }));
    find(this.root, '.status-legend').replaceChildren(h('span', {}, 'Status:'), ...statuses.map(({ name }, index) => h(
      'span', { class: `s${index}` }, `${name}: ${cells.filter((cell) => cell[1] === index).length}`,
    )));
  }

  /** @param {Partial<MatrixState>} part */
  change(part) {
    Object.assign(this.state, part);
    this.paint();
    // First the frame, then the message: what the visitor sees does not wait for the server's part.
    this.waiting ??= requestAnimationFrame(() => setTimeout(() => this.send()));
  }

  send() {
    if (this.waiting === null) return;
    cancelAnimationFrame(this.waiting);
    this.waiting = null;
    this.report('view', { ...this.state, revision: this.revision });
  }

  /**
   * @param {number} region
   * @param {number} task
   */
  choose(region, task) {
    this.change({ region: this.data.regions[region][0], task: this.data.tasks[task][0] });
    this.tip.hidden = true;
    // The sheet must not cover what it is about.
    find(this.root, this.narrow ? '.list [aria-pressed="true"]' : 'td.chosen').scrollIntoView({ block: 'nearest' });
    const { arrangement } = this;
    find(this.root, '.spoken[aria-live]').textContent = spoken([...arrangement.cellWords(region, task), arrangement.sameWords(region, task)]);
  }

  close() {
    const { arrangement: { region, task }, narrow } = this;
    if (!narrow) this.change({ region: null, task: null });
    else this.change(this.state.show === 'taak' ? { region: null } : { task: null });
    const left = this.root.querySelector(`${narrow ? '.list button' : 'td'}[data-region="${region}"][data-task="${task}"]`);
    if (left instanceof HTMLElement) left.focus();
  }

  /**
   * Lines about what someone points at; null where there is nothing to say.
   * @param {DOMStringMap} at
   */
  tipWords({ region, task, column, usual }) {
    const { arrangement } = this, { regions, tasks } = this.data;
    if (region) return arrangement.cellWords(Number(region), Number(task));
    if (task) return arrangement.agreementWords(Number(task));
    if (column) return [...arrangement.agreementWords(Number(column)), tasks[Number(column)][3]];
    if (usual) return [regions[Number(usual)][1], arrangement.usualWords(Number(usual))];
    return null;
  }

  /**
   * @param {HTMLElement | SVGElement | null} target
   * @param {PointerEvent} [pointer]
   */
  showTip(target, pointer) {
    const words = target && this.tipWords(target.dataset);
    this.tip.hidden = !words;
    if (!words) return;
    this.tip.replaceChildren(h('b', {}, words[0]), ...words.slice(1).map((line) => h('div', {}, line)));
    const box = target.getBoundingClientRect();
    moveTip(this.tip, find(this.root, '.stage'), pointer ? { x: pointer.clientX, y: pointer.clientY } : { x: box.right, y: box.bottom }, 30);
  }

  listen() {
    const { root, controls: { rows, columns, show, task, region } } = this;
    rows.addEventListener('change', () => this.change({ rows: rows.value }));
    columns.addEventListener('change', () => this.change({ columns: columns.value }));
    show.addEventListener('change', () => this.change({ show: show.value }));
    task.addEventListener('change', () => this.change({ task: task.value }));
    region.addEventListener('change', () => this.change({ region: region.value }));
    root.addEventListener('keydown', (event) => { if (event.key === 'Escape' && !this.sheet.hidden) this.close(); });
    root.addEventListener('click', (event) => this.onClick(event));
    offerPicture(find(root, '.save'), {
      what: 'matrix',
      make: async () => ({
        picture: (await import('./picture.js')).matrixPicture(this.arrangement, this.data.credit), name: `vergelijking-matrix-${this.arrangement.state.rows}`,
      }),
    });
    new ResizeObserver(() => {
      if (this.narrow !== this.isNarrow()) { this.narrow = !this.narrow; this.paint(); }
    }).observe(root);
  }

  /** @param {MouseEvent} event */
  onClick(event) {
    const asked = around(event, '[data-ask]'), legend = around(event, '[data-class]'), entry = around(event, '.list button');
    if (asked && isPlainClick(event)) {
      // A plain click stays within this visit; a click for a new tab or window follows the address.
      event.preventDefault();
      this.send();
      const href = asked.getAttribute('href');
      if (href) { go(href); return; }
      this.ask('asked', { kind: asked.dataset.ask, code: asked.dataset.code });
      document.getElementById('naast')?.scrollIntoView({ behavior: 'smooth' });
    } else if (legend) {
      const index = Number(legend.dataset.class);
      this.highlight = this.highlight === index ? null : index;
      this.paint();
    } else if (entry) this.choose(Number(entry.dataset.region), Number(entry.dataset.task));
  }
}

const matrixOf = onePerRoot((/** @type {MatrixComponent} */ component) => new ChoiceMatrix(component));

/** @param {MatrixComponent} component */
export default function (component) {
  matrixOf(component).update(component);
}
