// Matrix of regions and tasks: everything that a visitor changes here is painted at once; Python hears of it afterwards.

import { paintSheet } from './cell_sheet.js';
import { paintList } from './list.js';
import { saveMatrix } from './picture.js';
import { MatrixTable, classRules, node } from './table.js';

class ChoiceMatrix {
  constructor(root) {
    this.root = root.querySelector('.matrix');
    this.find = (selector) => this.root.querySelector(selector);
    this.controls = Object.fromEntries([...this.root.querySelectorAll('[data-control]')].map((control) => [control.dataset.control, control]));
    this.highlight = null;
  }

  // Called on every message from Python; builds once, then only adopts what Python changed.
  update(data, report, ask) {
    Object.assign(this, { data, report, ask });
    if (this.revision !== data.start.revision) {
      const { revision, ...state } = data.start;
      Object.assign(this, { revision, state });
    }
    if (!this.table) {
      this.fillControls();
      this.root.append(node('style', {}, classRules(data.classes)));
      this.narrow = this.isNarrow();
      this.table = new MatrixTable(this);
      this.buildLegend();
      this.listen();
    }
    const shown = JSON.stringify([this.state, data.mine]);
    if (shown !== this.shown) this.paint();
  }

  fillControls() {
    const fill = (control, options) => control.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
    fill(this.controls.rows, this.data.rowOrders.map(({ code, name }) => [code, name]));
    fill(this.controls.columns, this.data.columnOrders.map(({ code, name }) => [code, name]));
    fill(this.controls.task, this.data.tasks.map(([code, name]) => [code, name]));
    fill(this.controls.region, [...this.data.regions].sort((a, b) => a[1].localeCompare(b[1], 'nl')).map(([code, name]) => [code, name]));
  }

  regionIndex(code) { return this.data.regions.findIndex((region) => region[0] === code); }
  taskIndex(code) { return this.data.tasks.findIndex((task) => task[0] === code); }
  cell(region, task) { return this.data.cells[region * this.data.tasks.length + task]; }
  taskOrder() { return this.data.columnOrders.find(({ code }) => code === this.state.columns).tasks; }
  byLikeness() { return this.state.rows === 'gelijkenis' && this.data.mine; }

  // Regions in the chosen order, "mijn regio" on top.
  bands() {
    const mine = this.regionIndex(this.data.mine), order = this.state.rows === 'gelijkenis' ? 'noord-zuid' : this.state.rows;
    const bands = this.byLikeness() ? [{ heading: '', regions: this.data.alike[mine] }] : this.data.rowOrders.find(({ code }) => code === order).bands;
    const rest = bands.map(({ heading, regions }) => ({ heading, regions: regions.filter((region) => region !== mine) })).filter(({ regions }) => regions.length);
    return mine < 0 ? rest : [{ heading: '', regions: [mine] }, ...rest];
  }

  chosen() {
    const region = this.regionIndex(this.state.region), task = this.taskIndex(this.state.task);
    return { region: region < 0 ? null : region, task: task < 0 ? null : task };
  }

  isChosen(region, task) { return this.data.regions[region][0] === this.state.region && this.data.tasks[task][0] === this.state.task; }
  listTask() { return this.chosen().task ?? this.taskOrder()[0]; }
  listRegion() { return this.chosen().region ?? this.bands()[0].regions[0]; }

  cellWords(region, task) {
    const [, status, words, remark] = this.cell(region, task);
    return [`${this.data.regions[region][1]}, ${this.data.tasks[task][1]}`, words, `Status: ${this.data.statuses[status].name}`, ...(remark ? [remark] : [])];
  }

  agreementWords(task) {
    const item = this.data.agreement[task], total = this.data.regions.length;
    return [
      this.data.tasks[task][1],
      `${item.count} van de ${total} regio's kiezen ${this.data.classes[item.class].name} (${item.share}).`,
      `Kans dat twee willekeurige regio's iets anders kiezen: ${item.spread}.`,
    ];
  }

  usualWords(region) {
    const [usual, named] = this.data.usual[region];
    return `bij ${usual} van ${named} taken het vaakst gekozen niveau`;
  }

  sameWords(region, task) {
    const [own] = this.cell(region, task), total = this.data.regions.length, top = this.data.agreement[task];
    const same = this.data.regions.filter((_, other) => this.cell(other, task)[0] === own).length;
    const unusual = own === top.class ? '' : ` Het vaakst gekozen: ${this.data.classes[top.class].name} (${top.count}).`;
    return `${same === 1 ? 'Alleen deze regio kiest dit' : `${same} van de ${total} regio's kiezen dit`}.${unusual}`;
  }

  // What the order goes by, beside the name of the region.
  sortWords(region) {
    if (this.state.rows === 'afspraken') return `${this.data.agreements[region]} afspr.`;
    const mine = this.regionIndex(this.data.mine);
    if (!this.byLikeness() || region === mine) return '';
    const share = this.data.likeness[mine][region];
    return share === null ? 'onbekend' : `${share}%`;
  }

  orderWords() {
    const name = (orders, code) => orders.find((order) => order.code === code).name.toLowerCase();
    const rows = this.state.rows === 'gelijkenis' && !this.data.mine ? 'noord-zuid' : this.state.rows;
    return `Regio's: ${name(this.data.rowOrders, rows)}. Taken: ${name(this.data.columnOrders, this.state.columns)}.`;
  }

  address(page, code) {
    const query = new URLSearchParams(page === 'kaart' ? { taak: code } : code === this.data.mine ? {} : { bekijk: code });
    if (this.data.mine) query.set('regio', this.data.mine);
    return `${page}?${query}`;
  }

  paint() {
    const { state, controls } = this;
    this.shown = JSON.stringify([state, this.data.mine]);
    controls.rows.value = state.rows;
    controls.columns.value = state.columns;
    controls.show.value = state.show;
    controls.task.value = this.data.tasks[this.listTask()][0];
    controls.region.value = this.data.regions[this.listRegion()][0];
    this.root.classList.toggle('list-taak', state.show === 'taak');
    this.root.classList.toggle('list-regio', state.show === 'regio');
    this.find('.note').textContent = state.rows === 'gelijkenis' && !this.data.mine ? 'Kies boven aan de pagina uw gemeente of regio; dan komt wie daarop lijkt bovenaan. Tot die tijd staan de regio\'s van noord naar zuid.' : '';
    this.root.querySelectorAll('.legend button').forEach((button) => button.setAttribute('aria-pressed', String(Number(button.dataset.class) === this.highlight)));
    this.table.paint();
    if (this.narrow) paintList(this);
    paintSheet(this);
    this.root.dataset.painted = [state.rows, state.columns, state.show, state.task ?? '', state.region ?? '', this.data.mine ?? ''].join(' ');
  }

  isNarrow() { return getComputedStyle(this.find('.list')).display !== 'none'; }

  buildLegend() {
    const counts = this.data.classes.map((_, index) => this.data.cells.filter(([item]) => item === index).length);
    this.find('.legend').replaceChildren(...this.data.classes.map((item, index) => {
      const swatch = node('span', { class: `swatch c${index}`, 'aria-hidden': 'true' });
      return node('li', {}, node('button', { type: 'button', 'data-class': index, 'aria-pressed': 'false', title: 'Licht deze keuzes uit' }, swatch, `${item.name} `, node('b', {}, counts[index])));
    }));
    const statuses = this.data.statuses.map(({ name }, index) => node('span', { class: `s${index}` }, `${name}: ${this.data.cells.filter((cell) => cell[1] === index).length}`));
    this.find('.status-legend').replaceChildren(node('span', {}, 'Status:'), ...statuses);
  }

  change(part) {
    Object.assign(this.state, part);
    this.paint();
    // First the frame, then the message: what the visitor sees does not wait for the server's part.
    if (!this.waiting) this.waiting = requestAnimationFrame(() => setTimeout(() => this.send()));
  }

  send() {
    if (!this.waiting) return;
    cancelAnimationFrame(this.waiting);
    this.waiting = null;
    this.report('view', { ...this.state, revision: this.revision });
  }

  choose(region, task) {
    this.change({ region: this.data.regions[region][0], task: this.data.tasks[task][0] });
    this.find('.tip').hidden = true;
    // The sheet must not cover what it is about.
    this.find(this.narrow ? '.list [aria-pressed="true"]' : 'td.chosen').scrollIntoView({ block: 'nearest' });
    this.find('.spoken[aria-live]').textContent = [...this.cellWords(region, task), this.sameWords(region, task)].join('. ');
  }

  close() {
    const { region, task } = this.chosen(), { narrow } = this;
    this.change(narrow ? { [this.state.show === 'taak' ? 'region' : 'task']: null } : { region: null, task: null });
    this.find(`${narrow ? '.list button' : 'td'}[data-region="${region}"][data-task="${task}"]`)?.focus();
  }

  tipWords(target) {
    if (target?.dataset.region) return this.cellWords(Number(target.dataset.region), Number(target.dataset.task));
    if (target?.dataset.task) return this.agreementWords(Number(target.dataset.task));
    if (target?.dataset.column) return [...this.agreementWords(Number(target.dataset.column)), this.data.tasks[Number(target.dataset.column)][3]];
    if (target?.dataset.usual) return [this.data.regions[Number(target.dataset.usual)][1], this.usualWords(Number(target.dataset.usual))];
    return null;
  }

  showTip(target, event) {
    const tip = this.find('.tip'), words = this.tipWords(target);
    tip.hidden = !words;
    if (!words) return;
    tip.replaceChildren(node('b', {}, words[0]), ...words.slice(1).map((line) => node('div', {}, line)));
    const stage = this.find('.stage').getBoundingClientRect(), box = target.getBoundingClientRect();
    const x = (event ? event.clientX : box.right) - stage.left, y = (event ? event.clientY : box.bottom) - stage.top;
    tip.style.left = `${Math.max(0, Math.min(x + 14, stage.width - tip.offsetWidth))}px`;
    tip.style.top = `${y + tip.offsetHeight + 20 > stage.height ? y - tip.offsetHeight - 30 : y + 16}px`;
  }

  listen() {
    const { rows, columns, show, task, region } = this.controls;
    rows.addEventListener('change', () => this.change({ rows: rows.value }));
    columns.addEventListener('change', () => this.change({ columns: columns.value }));
    show.addEventListener('change', () => this.change({ show: show.value }));
    task.addEventListener('change', () => this.change({ task: task.value }));
    region.addEventListener('change', () => this.change({ region: region.value }));
    this.root.addEventListener('keydown', (event) => { if (event.key === 'Escape' && !this.find('.sheet').hidden) this.close(); });
    this.root.addEventListener('click', (event) => this.onClick(event));
    this.root.querySelectorAll('[data-picture]').forEach((button) => button.addEventListener('click', () => saveMatrix(this, button.dataset.picture)));
    new ResizeObserver(() => {
      if (this.narrow !== this.isNarrow()) { this.narrow = !this.narrow; this.paint(); }
    }).observe(this.root);
  }

  onClick(event) {
    const asked = event.target.closest('[data-ask]'), legend = event.target.closest('[data-class]'), entry = event.target.closest('.list button');
    if (asked && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      // A plain click stays within this visit; a click for a new tab or window follows the address.
      event.preventDefault();
      this.send();
      this.ask('asked', { kind: asked.dataset.ask, code: asked.dataset.code });
      if (asked.dataset.ask === 'beside') document.getElementById('naast')?.scrollIntoView({ behavior: 'smooth' });
    } else if (legend) {
      const index = Number(legend.dataset.class);
      this.highlight = this.highlight === index ? null : index;
      this.paint();
    } else if (entry) this.choose(Number(entry.dataset.region), Number(entry.dataset.task));
  }
}

export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  parentElement.choiceMatrix ??= new ChoiceMatrix(parentElement);
  parentElement.choiceMatrix.update(data, setStateValue, setTriggerValue);
}
