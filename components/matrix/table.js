// The matrix as a table. Its places stay where they are: another order only gives them other contents, which spares
// the browser a new layout. Colours, letters and status marks come from style rules, one class name for each.

import { INK, PAPER } from '../look/colours.js';
import { spoken } from './arrangement.js';
import { around, find, h } from '../look/dom.js';
import { breakable } from '../look/letters.js';
import { arrowStep, classBackground } from '../look/svg.js';

/** @typedef {import('./arrangement.js').Arrangement} Arrangement */
/** @typedef {import('./arrangement.js').Band} Band */

/**
 * What a visitor does in the table. A tip comes at the pointer, or beside its target where there is no pointer event.
 * @typedef {{
 *   choose: (region: number, task: number) => void,
 *   showTip: (target: HTMLElement | SVGElement | null, pointer?: PointerEvent) => void,
 * }} Listeners
 */

/**
 * Place of a region in the table, and what stands in it now.
 * @typedef {{
 *   row: HTMLElement, head: HTMLAnchorElement, value: HTMLElement, cells: HTMLElement[], end: HTMLElement, figure: Text, part: HTMLElement,
 *   shown: string[], region: number | null, mine: string | null,
 * }} Line
 */

/**
 * Style rules of the classes: ground, ink and letters. On stripes and dots the letters get a light ground of their own.
 * @param {import('./arrangement.js').MatrixClass[]} classes
 */
export function classRules(classes) {
  return classes.map((item, index) => {
    const ground = classBackground(item), isPlain = item.colours.length === 1;
    const light = isPlain ? '' : `linear-gradient(${PAPER}e6 0 0) center / var(--ground) no-repeat, `;
    return `.c${index} { background: ${light}${ground}; color: ${isPlain ? item.ink : INK}; } .c${index}::before { content: "${item.letters}"; }`;
  }).join('\n');
}

/** @param {import('./arrangement.js').MatrixCell} cell */
export const choiceClasses = (cell) => `c${cell[0]} s${cell[1]}`;

/**
 * As many of something as asked.
 * @template Made
 * @param {number} count
 * @param {() => Made} make
 */
const many = (count, make) => Array.from({ length: count }, make);
const cell = () => h('td', { role: 'gridcell', tabindex: -1 });
/** @param {string} kind */
const link = (kind) => h('a', { tabindex: -1, 'data-ask': kind });

export class MatrixTable {
  /** @type {HTMLElement[]} */
  bandRows = [];
  /** Place in the tab order; row 0 is the first region, column 0 the first task. */
  at = { row: 0, column: 0 };
  /** @type {HTMLElement | null} */
  current = null;
  /** @type {number[]} */
  tasks = [];
  bandsShown = '';

  /**
   * @param {HTMLElement} table
   * @param {Arrangement} arrangement
   * @param {Listeners} listeners
   */
  constructor(table, arrangement, listeners) {
    const count = arrangement.content.tasks.length;
    this.table = table;
    this.body = find(table, 'tbody');
    this.listeners = listeners;
    this.heads = many(count, () => link('task'));
    this.shares = many(count, cell);
    this.spreads = many(count, cell);
    this.lines = arrangement.content.regions.map(() => newLine(count));
    this.build(count);
    this.listen();
  }

  /** @param {number} count */
  build(count) {
    const name = (/** @type {string} */ text) => h('th', { scope: 'row', role: 'rowheader' }, text);
    find(this.table, 'thead').replaceChildren(
      h('tr', { role: 'row', class: 'heads' },
        h('th', { scope: 'col', role: 'columnheader' }, 'Regio'),
        ...this.heads.map((head) => h('th', { scope: 'col', role: 'columnheader' }, head)),
        h('th', { scope: 'col', role: 'columnheader', title: 'Bij hoeveel taken de regio het vaakst gekozen niveau kiest' },
          h('span', {}, 'Meest gekozen'))),
      h('tr', { role: 'row', class: 'figures' }, name('Vaakst gekozen niveau'), ...this.shares, h('td', { role: 'gridcell' })),
      h('tr', { role: 'row', class: 'figures' }, name('Kans dat twee regio\'s verschillen'), ...this.spreads, h('td', { role: 'gridcell' })),
    );
    this.body.replaceChildren(...this.lines.map(({ row }) => row));
    find(this.table, 'colgroup').replaceChildren(h('col', { class: 'name' }), ...many(count, () => h('col')), h('col', { class: 'usual' }));
    find(this.table, 'caption').textContent = 'Schaalkeuzes van 42 jeugdregio\'s voor 11 taken. '
      + 'Met de pijltjestoetsen loopt u door de cellen, met Enter opent u er een.';
  }

  /**
   * @param {Arrangement} arrangement
   * @param {number | null} highlight position of the class that stands out
   */
  paint(arrangement, highlight) {
    const { tasks, bands } = arrangement;
    if (tasks !== this.tasks) this.paintTasks(arrangement, tasks);
    bands.flatMap(({ regions }) => regions).forEach((region, place) => this.paintLine(this.lines[place], region, arrangement, highlight));
    this.paintBands(bands);
    this.moveTo(this.at.row, this.at.column, false);
  }

  /**
   * @param {Arrangement} arrangement
   * @param {number[]} tasks
   */
  paintTasks(arrangement, tasks) {
    const { content } = arrangement;
    this.tasks = tasks;
    tasks.forEach((task, column) => {
      const [code, name, short] = content.tasks[task], item = content.agreement[task], words = spoken(arrangement.agreementWords(task));
      const head = this.heads[column], dab = h('span', { class: 'dab' });
      Object.assign(head, { href: arrangement.address('kaart', code), textContent: breakable(short), title: `${name}: bekijk op de kaart` });
      Object.assign(head.dataset, { code, column: String(task) });
      dab.style.background = classBackground(content.classes[item.class]);
      this.shares[column].replaceChildren(dab, h('b', {}, content.classes[item.class].letters), ` ${item.share}`);
      this.spreads[column].textContent = item.spread;
      for (const figure of [this.shares[column], this.spreads[column]]) {
        figure.dataset.task = String(task);
        figure.setAttribute('aria-label', words);
      }
    });
  }

  /**
   * @param {Line} line
   * @param {number} region
   * @param {Arrangement} arrangement
   * @param {number | null} highlight
   */
  paintLine(line, region, arrangement, highlight) {
    if (line.region !== region || line.mine !== arrangement.mine) paintName(line, region, arrangement);
    const value = arrangement.sortWords(region);
    if (line.value.textContent !== value) line.value.textContent = value;
    this.tasks.forEach((task, column) => {
      const here = line.cells[column], shown = `${region} ${task}`, choice = arrangement.cell(region, task);
      const dim = highlight !== null && highlight !== choice[0] ? ' dim' : '';
      const look = `${choiceClasses(choice)}${dim}${arrangement.isChosen(region, task) ? ' chosen' : ''}`;
      if (here.className !== look) here.className = look;
      if (line.shown[column] === shown) return;
      line.shown[column] = shown;
      here.dataset.region = String(region);
      here.dataset.task = String(task);
      here.setAttribute('aria-label', spoken(arrangement.cellWords(region, task)));
    });
  }

  /** @param {Band[]} bands */
  paintBands(bands) {
    const wanted = bands.map(({ heading, regions }) => `${heading} ${regions[0]}`).join('|');
    if (wanted === this.bandsShown) return;
    this.bandsShown = wanted;
    this.bandRows.forEach((row) => row.remove());
    this.bandRows = [];
    let place = 0;
    for (const { heading, regions } of bands) {
      if (heading) {
        const row = h('tr', { role: 'row', class: 'band' }, h('th', { role: 'rowheader', scope: 'rowgroup', colspan: this.tasks.length + 2 }, heading));
        this.lines[place].row.before(row);
        this.bandRows.push(row);
      }
      place += regions.length;
    }
  }

  /**
   * All places that the arrow keys reach: headings, figures, and the rows of regions.
   * @returns {(HTMLElement | null)[][]}
   */
  places() {
    return [
      [null, ...this.heads, null],
      [null, ...this.shares, null],
      [null, ...this.spreads, null],
      ...this.lines.map(({ head, cells, end }) => [head, ...cells, end]),
    ];
  }

  /**
   * One place at a time is in the tab order, as the grid pattern asks.
   * @param {number} row
   * @param {number} column
   */
  moveTo(row, column, focus = true) {
    const target = this.places()[row + 3]?.[column + 1];
    if (!target) return;
    if (this.current && this.current !== target) this.current.tabIndex = -1;
    this.current = target;
    this.at = { row, column };
    if (target.tabIndex !== 0) target.tabIndex = 0;
    if (focus) target.focus();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const step = arrowStep(event.key), { row, column } = this.at, last = this.heads.length, { region, task } = around(event, '*')?.dataset ?? {};
    if (step) this.moveTo(row + step[1], column + step[0]);
    else if (event.key === 'Home') this.moveTo(event.ctrlKey ? 0 : row, row < 0 ? 0 : -1);
    else if (event.key === 'End') this.moveTo(event.ctrlKey ? this.lines.length - 1 : row, row < 0 ? last - 1 : last);
    else if ((event.key === 'Enter' || event.key === ' ') && region) this.listeners.choose(Number(region), Number(task));
    else return;
    event.preventDefault();
  }

  listen() {
    const { table } = this, { choose, showTip } = this.listeners;
    table.addEventListener('keydown', (event) => this.onKey(event));
    table.addEventListener('focusin', (event) => {
      const target = around(event, '*');
      this.places().forEach((line, row) => {
        const column = line.findIndex((place) => place && place === target);
        if (column >= 0) this.moveTo(row - 3, column - 1, false);
      });
      showTip(target);
    });
    table.addEventListener('focusout', () => showTip(null));
    table.addEventListener('pointermove', (event) => showTip(around(event, 'td, a'), event));
    table.addEventListener('pointerleave', () => showTip(null));
    table.addEventListener('click', (event) => {
      const chosen = around(event, 'td[data-region]');
      if (chosen) choose(Number(chosen.dataset.region), Number(chosen.dataset.task));
    });
  }
}

/**
 * @param {number} count number of tasks
 * @returns {Line}
 */
function newLine(count) {
  const head = link('region'), value = h('span', { class: 'value' }), part = h('span', { class: 'part' }), figure = new Text();
  const cells = many(count, cell), end = cell();
  end.append(figure, h('span', { class: 'track' }, part));
  const row = h('tr', { role: 'row' }, h('th', { scope: 'row', role: 'rowheader' }, h('span', { class: 'named' }, head, value)), ...cells, end);
  return { row, head, value, cells, end, figure, part, shown: [], region: null, mine: null };
}

/**
 * Name and total of a region at both ends of its row.
 * @param {Line} line
 * @param {number} region
 * @param {Arrangement} arrangement
 */
function paintName(line, region, arrangement) {
  const { content, mine } = arrangement, [code, name] = content.regions[region], usual = content.usual[region], all = content.tasks.length;
  Object.assign(line, { region, mine });
  line.row.className = code === mine ? 'mine' : '';
  line.row.dataset.region = code;
  Object.assign(line.head, { textContent: name, href: arrangement.address('regio', code) });
  line.head.dataset.code = code;
  line.end.className = 'usual';
  line.end.dataset.usual = String(region);
  line.end.setAttribute('aria-label', `${name}: ${arrangement.usualWords(region)}`);
  line.figure.data = `${usual}/${all}`;
  line.part.style.width = `${(100 * usual) / all}%`;
}
