// The matrix as a table. Its places stay where they are: another order only gives them other contents, which spares
// the browser a new layout. Colours, letters and status marks come from style rules, one class name for each.

import { classBackground } from '../look/svg.js';

// Where a long name may break, so that a heading fits its column.
const breakable = (name) => name.replace(/(Jeugd|Crisis|Residen|Pleeg|Meld|bescher|reclas)(?=[a-z])/g, '$1\u00ad');

export function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// Style rules of the classes: ground, ink and letters. On stripes and dots the letters get a light ground of their own.
export function classRules(classes) {
  return classes.map((item, index) => {
    const ground = classBackground(item);
    const light = item.colours.length === 1 ? '' : 'linear-gradient(#ffffffe6 0 0) center / var(--ground) no-repeat, ';
    return `.c${index} { background: ${light}${ground}; color: ${item.colours.length === 1 ? item.ink : '#1c1f26'}; } .c${index}::before { content: "${item.letters}"; }`;
  }).join('\n');
}

export const choiceClasses = (cell) => `c${cell[0]} s${cell[1]}`;

export class MatrixTable {
  constructor(view) {
    this.view = view;
    this.table = view.find('table');
    this.bandRows = [];
    this.at = { row: 0, column: 0 };
    this.build();
    this.listen();
  }

  build() {
    const { data } = this.view, count = data.tasks.length, cell = () => node('td', { role: 'gridcell', tabindex: -1 });
    const link = (kind) => node('a', { tabindex: -1, 'data-ask': kind });
    const many = (make) => Array.from({ length: count }, make);
    this.heads = many(() => link('task'));
    this.shares = many(cell);
    this.spreads = many(cell);
    const name = (text) => node('th', { scope: 'row', role: 'rowheader' }, text);
    this.table.querySelector('thead').replaceChildren(
      node('tr', { role: 'row', class: 'heads' },
        node('th', { scope: 'col', role: 'columnheader' }, 'Regio'),
        ...this.heads.map((head) => node('th', { scope: 'col', role: 'columnheader' }, head)),
        node('th', { scope: 'col', role: 'columnheader', title: 'Bij hoeveel taken de regio het vaakst gekozen niveau kiest' }, node('span', {}, 'Gebrui\u00adkelijk'))),
      node('tr', { role: 'row', class: 'figures' }, name('Vaakst gekozen niveau'), ...this.shares, node('td', { role: 'gridcell' })),
      node('tr', { role: 'row', class: 'figures' }, name('Kans dat twee regio\'s verschillen'), ...this.spreads, node('td', { role: 'gridcell' })),
    );
    this.rows = data.regions.map(() => {
      const head = link('region'), value = node('span', { class: 'value' }), end = cell(), part = node('span', { class: 'part' }), figure = new Text();
      end.append(figure, node('span', { class: 'track' }, part));
      const cells = many(cell), row = node('tr', { role: 'row' }, node('th', { scope: 'row', role: 'rowheader' }, node('span', { class: 'named' }, head, value)), ...cells, end);
      return { row, head, value, cells, end, figure, part, region: null };
    });
    this.table.querySelector('tbody').replaceChildren(...this.rows.map(({ row }) => row));
    this.table.querySelector('colgroup').replaceChildren(node('col', { class: 'name' }), ...many(() => node('col')), node('col', { class: 'usual' }));
    this.table.querySelector('caption').textContent = 'Schaalkeuzes van 42 jeugdregio\'s voor 11 taken. Met de pijltjestoetsen loopt u door de cellen, met Enter opent u er een.';
  }

  paint() {
    const { view } = this, tasks = view.taskOrder(), bands = view.bands();
    if (tasks !== this.tasks) this.paintTasks(tasks);
    this.order = bands.flatMap(({ regions }) => regions);
    this.order.forEach((region, place) => this.paintRow(this.rows[place], region));
    this.paintBands(bands);
    this.moveTo(this.at.row, this.at.column, false);
  }

  paintTasks(tasks) {
    const { data } = this.view;
    this.tasks = tasks;
    tasks.forEach((task, column) => {
      const [code, name, short] = data.tasks[task], item = data.agreement[task], words = this.view.agreementWords(task).join('. ');
      const head = this.heads[column], dab = node('span', { class: 'dab' });
      Object.assign(head, { href: this.view.address('kaart', code), textContent: breakable(short), title: `${name}: bekijk op de kaart` });
      Object.assign(head.dataset, { code, column: task });
      dab.style.background = classBackground(data.classes[item.class]);
      this.shares[column].replaceChildren(dab, item.share);
      this.spreads[column].textContent = item.spread;
      for (const cell of [this.shares[column], this.spreads[column]]) {
        cell.dataset.task = task;
        cell.setAttribute('aria-label', words);
      }
    });
  }

  paintRow(line, region) {
    const { view } = this, { data } = view, [code, name] = data.regions[region];
    const mine = code === data.mine;
    if (line.region !== region || line.mine !== data.mine) {
      const [usual, named] = data.usual[region];
      Object.assign(line, { region, mine: data.mine });
      line.row.className = mine ? 'mine' : '';
      line.row.dataset.region = code;
      Object.assign(line.head, { textContent: name, href: view.address('regio', code) });
      line.head.dataset.code = code;
      line.end.className = 'usual';
      line.end.dataset.usual = region;
      line.end.setAttribute('aria-label', `${name}: ${view.usualWords(region)}`);
      line.figure.data = `${usual}/${named}`;
      line.part.style.width = `${named ? (100 * usual) / named : 0}%`;
    }
    const value = view.sortWords(region);
    if (line.value.textContent !== value) line.value.textContent = value;
    this.tasks.forEach((task, column) => {
      const cell = line.cells[column], place = `${region} ${task}`, choice = view.cell(region, task);
      const dim = view.highlight !== null && view.highlight !== choice[0] ? ' dim' : '';
      const look = `${choiceClasses(choice)}${dim}${view.isChosen(region, task) ? ' chosen' : ''}`;
      if (cell.className !== look) cell.className = look;
      if (cell.place === place) return;
      cell.place = place;
      cell.dataset.region = region;
      cell.dataset.task = task;
      cell.setAttribute('aria-label', view.cellWords(region, task).join('. '));
    });
  }

  paintBands(bands) {
    const body = this.table.querySelector('tbody'), wanted = bands.map(({ heading }) => heading).join('|');
    const places = bands.map(({ regions }) => regions[0]);
    if (wanted === this.headings && places.join() === this.bandPlaces) return;
    Object.assign(this, { headings: wanted, bandPlaces: places.join() });
    this.bandRows.forEach((row) => row.remove());
    this.bandRows = [];
    let place = 0;
    for (const { heading, regions } of bands) {
      if (heading) {
        const row = node('tr', { role: 'row', class: 'band' }, node('th', { role: 'rowheader', scope: 'rowgroup', colspan: this.tasks.length + 2 }, heading));
        body.insertBefore(row, this.rows[place].row);
        this.bandRows.push(row);
      }
      place += regions.length;
    }
  }

  // All places that the arrow keys reach: headings, figures, and the rows of regions.
  places() {
    return [
      [null, ...this.heads, null],
      [null, ...this.shares, null],
      [null, ...this.spreads, null],
      ...this.rows.map(({ head, cells, end }) => [head, ...cells, end]),
    ];
  }

  // One place at a time is in the tab order, as the grid pattern asks. Row 0 is the first region, column 0 the first task.
  moveTo(row, column, focus = true) {
    const target = this.places()[row + 3]?.[column + 1];
    if (!target) return;
    if (this.current && this.current !== target) this.current.tabIndex = -1;
    this.current = target;
    this.at = { row, column };
    if (target.tabIndex !== 0) target.tabIndex = 0;
    if (focus) target.focus();
  }

  onKey(event) {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    const { row, column } = this.at, last = this.heads.length, { region, task } = event.target.dataset;
    if (step) this.moveTo(row + step[0], column + step[1]);
    else if (event.key === 'Home') this.moveTo(event.ctrlKey ? 0 : row, row < 0 ? 0 : -1);
    else if (event.key === 'End') this.moveTo(event.ctrlKey ? this.rows.length - 1 : row, row < 0 ? last - 1 : last);
    else if ((event.key === 'Enter' || event.key === ' ') && region) this.view.choose(Number(region), Number(task));
    else return;
    event.preventDefault();
  }

  listen() {
    this.table.addEventListener('keydown', (event) => this.onKey(event));
    this.table.addEventListener('focusin', (event) => {
      this.places().forEach((line, row) => {
        const column = line.indexOf(event.target);
        if (column >= 0) this.moveTo(row - 3, column - 1, false);
      });
      this.view.showTip(event.target, null);
    });
    this.table.addEventListener('focusout', () => this.view.showTip(null));
    this.table.addEventListener('pointermove', (event) => this.view.showTip(event.target.closest('td, a'), event));
    this.table.addEventListener('pointerleave', () => this.view.showTip(null));
    this.table.addEventListener('click', (event) => {
      const cell = event.target.closest('td[data-region]');
      if (cell) this.view.choose(Number(cell.dataset.region), Number(cell.dataset.task));
    });
  }
}
