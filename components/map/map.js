// Map of the regions: everything that a visitor changes here is painted at once; Python hears of it afterwards.

import { loadShapes } from '../look/region_shapes.js';
import { COUNTRY, RANDSTAD, classBackground, classFill, drawMarkers, drawPatterns, drawRegions, element, markerPath, nextRegion } from '../look/svg.js';
import { savePicture } from './picture.js';

const STATUS_NAMES = { gedeelde_afspraak: 'gedeelde afspraak', intentie: 'intentie', geen_opvatting: 'nog geen opvatting' };

class RegionMap {
  constructor(root) {
    this.root = root.querySelector('.kaart');
    this.find = (selector) => this.root.querySelector(selector);
    this.controls = Object.fromEntries([...this.root.querySelectorAll('[data-control]')].map((node) => [node.dataset.control, node]));
    this.maps = {};
    this.paths = [];
    this.highlight = null;
    this.focused = null;
    this.listen();
  }

  // Called on every message from Python; builds once, then only adopts what Python changed.
  update(data, report) {
    this.report = report;
    const changed = this.revision !== data.start.revision;
    this.data = data;
    if (changed) {
      this.revision = data.start.revision;
      this.state = { task: data.start.task, layer: data.start.layer, region: data.start.region, all: data.start.all };
    }
    if (!this.loading) {
      this.fillControls();
      this.loading = loadShapes(data.topology).then((shapes) => { this.shapes = shapes; this.build(); this.paint(); }, () => this.fail());
    } else if (this.shapes) this.paint();
  }

  fillControls() {
    const fill = (node, options) => { node.replaceChildren(...options.map(([value, text]) => new Option(text, value))); };
    fill(this.controls.task, this.data.tasks.map(([code, name]) => [code, name]));
    fill(this.controls.layer, this.data.layers.map(({ code, name }) => [code, name]));
    const byName = [...this.data.regions].sort((a, b) => a[1].localeCompare(b[1], 'nl'));
    fill(this.controls.region, [['', 'Kies een regio'], ...byName]);
  }

  fail() {
    this.loading = null;
    const message = this.find('.failed');
    message.textContent = 'De kaart kon niet worden geladen. Ververs de pagina; de tabel hieronder werkt ook zonder kaart.';
    message.hidden = false;
    this.find('.one').hidden = true;
  }

  build() {
    const codes = this.data.regions.map(([code]) => code);
    for (const [name, svg, box, patternKm] of [['country', this.find('.country'), COUNTRY, 6], ['randstad', this.find('.inset svg'), RANDSTAD, 2.4]]) {
      svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
      svg.replaceChildren();
      drawPatterns(svg, this.data.classes, name, patternKm);
      const paths = drawRegions(svg, codes, this.shapes);
      const outlines = element('g', { class: 'outlines' }, svg);
      this.maps[name] = { svg, paths, outlines, markers: drawMarkers(svg, codes, this.shapes), radius: box.width / 130 };
    }
    element('rect', { class: 'frame', x: RANDSTAD.x, y: RANDSTAD.y, width: RANDSTAD.width, height: RANDSTAD.height }, this.maps.country.svg);
    this.maps.randstad.svg.setAttribute('aria-hidden', 'true');
    this.root.classList.add('ready');
  }

  taskIndex(code = this.state.task) { return this.data.tasks.findIndex((task) => task[0] === code); }
  taskCode() { return this.perTask() ? this.state.task : 'samenwerking'; }
  regionIndex(code) { return this.data.regions.findIndex((region) => region[0] === code); }
  perTask() { return this.data.layers.find(({ code }) => code === this.state.layer).perTask; }
  currentClasses() { return this.data.classes[this.state.layer]; }
  cell(region, task = this.taskIndex()) { return this.data.cells[region * this.data.tasks.length + task]; }

  classOf(region, task = this.taskIndex()) {
    const column = ['niveau', 'breedst', 'status'].indexOf(this.state.layer);
    return column < 0 ? this.data.answers[this.state.layer][region] : this.cell(region, task)[column];
  }

  counts(task = this.taskIndex()) {
    const counts = this.currentClasses().map(() => 0);
    this.data.regions.forEach((_, region) => { counts[this.classOf(region, task)] += 1; });
    return counts;
  }

  title() {
    const layer = this.data.layers.find(({ code }) => code === this.state.layer).name;
    return this.perTask() ? `${this.data.tasks[this.taskIndex()][1]}: ${layer.toLowerCase()}` : layer;
  }

  statusOf(region) { return this.data.classes.status[this.cell(region)[2]].code; }

  words(region) {
    const name = this.data.regions[region][1];
    const item = this.currentClasses()[this.classOf(region)];
    if (!this.perTask()) return [name, item.name];
    const level = this.data.words[region * this.data.tasks.length + this.taskIndex()] || this.data.classes.niveau[this.cell(region)[0]].name;
    return [name, level, `Status: ${STATUS_NAMES[this.statusOf(region)]}`];
  }

  paint() {
    const { state } = this, classes = this.currentClasses(), perTask = this.perTask();
    this.controls.task.value = state.task;
    this.controls.task.disabled = !perTask;
    this.controls.layer.value = state.layer;
    this.controls.region.value = state.region ?? '';
    this.controls.all.setAttribute('aria-pressed', String(state.all && perTask));
    this.controls.all.disabled = !perTask;
    const showAll = state.all && perTask;
    this.find('.one').hidden = showAll;
    this.find('.many').hidden = !showAll;
    if (showAll) this.paintAll();
    for (const [name, map] of Object.entries(this.maps)) {
      map.paths.forEach((path, region) => {
        const index = this.classOf(region);
        path.setAttribute('fill', classFill(classes[index], state.layer, index, name));
        path.classList.toggle('dim', this.highlight !== null && this.highlight !== index);
      });
      map.markers.forEach((marker, region) => {
        marker.style.display = perTask ? '' : 'none';
        marker.dataset.status = this.statusOf(region);
        marker.setAttribute('d', markerPath(this.statusOf(region), map.radius));
      });
      this.paintOutlines(map);
    }
    this.paintLegend();
    const svg = this.maps.country.svg;
    svg.setAttribute('aria-label', `${this.title()}. Kaart van 42 regio's; met de pijltjestoetsen loopt u van regio naar regio, met Enter kiest u er een.`);
    svg.dataset.painted = `${state.task} ${state.layer} ${state.region ?? ''}`;
  }

  paintOutlines(map) {
    const wanted = [[this.data.mine, 'mine'], [this.state.region, 'chosen']].filter(([code]) => code && this.shapes[code]);
    if (this.focused !== null) wanted.push([this.data.regions[this.focused][0], 'focus']);
    map.outlines.replaceChildren();
    for (const [code, kind] of wanted) {
      if (kind === 'mine' && code === this.state.region) continue;
      const d = this.shapes[code].path;
      if (kind !== 'focus') element('path', { d, class: 'casing' }, map.outlines);
      element('path', { d, class: code === this.data.mine && kind === 'chosen' ? 'mine' : kind }, map.outlines);
    }
  }

  paintLegend() {
    const classes = this.currentClasses(), all = this.state.all && this.perTask();
    const counts = all ? this.data.tasks.map((_, task) => this.counts(task)).reduce((a, b) => a.map((count, i) => count + b[i])) : this.counts();
    const present = classes.map((item, index) => ({ item, index, count: counts[index] })).filter(({ count }) => count);
    this.find('.bar').replaceChildren(...present.map(({ item, count }) => {
      const part = document.createElement('span');
      part.style.cssText = `flex: ${count}; background: ${classBackground(item)}`;
      return part;
    }));
    this.find('.legend').replaceChildren(...present.map(({ item, index, count }) => {
      const entry = document.createElement('li'), button = document.createElement('button');
      const swatch = document.createElement('span'), share = document.createElement('span');
      button.type = 'button';
      button.dataset.class = index;
      button.setAttribute('aria-pressed', String(this.highlight === index));
      button.title = 'Licht deze regio\'s uit';
      swatch.className = 'swatch';
      swatch.style.background = classBackground(item);
      share.className = 'share';
      share.textContent = count;
      button.append(swatch, `${item.name} `, share);
      entry.append(button);
      return entry;
    }));
    const statuses = this.data.classes.status.map(({ code, name }) => ({
      code, name, count: this.data.regions.filter((_, region) => this.statusOf(region) === code).length,
    }));
    this.find('.pictures').hidden = all;
    this.find('.status-legend').replaceChildren(...(this.perTask() && !all ? statuses.filter(({ count }) => count).map(({ code, name, count }) => {
      const entry = document.createElement('span');
      const svg = element('svg', { viewBox: '-4 -4 8 8', 'aria-hidden': 'true', class: 'markers' });
      const marker = element('path', { d: markerPath(code, 2.4) }, svg);
      marker.dataset.status = code;
      entry.append(svg, `${name}: ${count}`);
      return entry;
    }) : []));
  }

  paintAll() {
    const box = this.find('.many'), codes = this.data.regions.map(([code]) => code), { layer } = this.state;
    if (!box.children.length) {
      box.append(...this.data.tasks.map(([code, , short]) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.dataset.task = code;
        const svg = element('svg', { viewBox: `${COUNTRY.x} ${COUNTRY.y} ${COUNTRY.width} ${COUNTRY.height}`, 'aria-hidden': 'true' });
        drawPatterns(svg, this.data.classes, `m-${code}`, 14);
        drawRegions(svg, codes, this.shapes);
        const most = document.createElement('span');
        button.append(short, svg, most);
        return button;
      }));
    }
    [...box.children].forEach((button, task) => {
      const classes = this.currentClasses(), counts = this.counts(task), top = counts.indexOf(Math.max(...counts));
      button.setAttribute('aria-current', String(button.dataset.task === this.state.task));
      button.querySelectorAll('.regions path').forEach((path, region) => {
        const index = this.classOf(region, task);
        path.setAttribute('fill', classFill(classes[index], layer, index, `m-${button.dataset.task}`));
        path.classList.toggle('dim', this.highlight !== null && this.highlight !== index);
      });
      button.lastChild.textContent = `${classes[top].name}: ${counts[top]} van ${codes.length}`;
    });
  }

  change(part) {
    Object.assign(this.state, part);
    if (part.layer || part.task) this.highlight = null;
    this.paint();
    this.report('view', { ...this.state, revision: this.revision });
  }

  showTip(region, event) {
    const tip = this.find('.tip');
    tip.hidden = region === null;
    if (region === null) return;
    const [name, ...rest] = this.words(region), heading = document.createElement('b');
    heading.textContent = name;
    const moved = this.data.moved[this.data.regions[region][0]];
    tip.replaceChildren(heading, ...[...rest, ...(moved ? ['Grens veranderd sinds 2013'] : [])].map((line) => Object.assign(document.createElement('div'), { textContent: line })));
    const stage = this.find('.stage').getBoundingClientRect();
    const x = event.clientX - stage.left, y = event.clientY - stage.top;
    tip.style.left = `${Math.max(0, Math.min(x + 14, stage.width - tip.offsetWidth))}px`;
    tip.style.top = `${y + tip.offsetHeight + 20 > stage.height ? y - tip.offsetHeight - 10 : y + 16}px`;
  }

  listen() {
    const { task, layer, region, all } = this.controls;
    task.addEventListener('change', () => this.change({ task: task.value }));
    layer.addEventListener('change', () => this.change({ layer: layer.value }));
    region.addEventListener('change', () => this.change({ region: region.value || null }));
    all.addEventListener('click', () => this.change({ all: !this.state.all }));
    this.find('.many').addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (button) this.change({ task: button.dataset.task, all: false });
    });
    this.find('.legend').addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (!button) return;
      const index = Number(button.dataset.class);
      this.highlight = this.highlight === index ? null : index;
      this.paint();
      this.find(`.legend [data-class="${index}"]`).focus();
    });
    const stage = this.find('.stage');
    const under = (event) => event.target.closest('[data-region]');
    stage.addEventListener('pointermove', (event) => this.showTip(under(event) ? Number(under(event).dataset.region) : null, event));
    stage.addEventListener('pointerleave', () => this.showTip(null));
    stage.addEventListener('click', (event) => {
      if (under(event)) this.change({ region: this.data.regions[Number(under(event).dataset.region)][0] });
    });
    const svg = this.find('.country');
    svg.addEventListener('keydown', (event) => this.onKey(event));
    svg.addEventListener('blur', () => { this.focused = null; this.repaintOutlines(); });
    this.root.querySelectorAll('[data-picture]').forEach((button) => button.addEventListener('click', () => savePicture(this, button.dataset.picture)));
  }

  onKey(event) {
    if (!this.shapes) return;
    const start = this.focused ?? Math.max(0, this.regionIndex(this.state.region ?? this.data.mine));
    if (event.key.startsWith('Arrow')) {
      this.focused = this.focused === null ? start : nextRegion(start, event.key, this.data.regions.map(([code]) => code), this.shapes);
      this.find('.spoken').textContent = this.words(this.focused).join('. ');
      this.repaintOutlines();
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.change({ region: this.data.regions[start][0] });
    } else return;
    event.preventDefault();
  }

  repaintOutlines() { Object.values(this.maps).forEach((map) => this.paintOutlines(map)); }
}

export default function ({ parentElement, data, setStateValue }) {
  parentElement.regionMap ??= new RegionMap(parentElement);
  parentElement.regionMap.update(data, setStateValue);
}
