// What the matrix shows for a state: which region and task stand where, and the words for each cell, region and task.

/** @typedef {import('../look/svg.js').Coloured & { code: string, name: string, letters: string, ink: string }} MatrixClass */
/** @typedef {[item: number, status: number, said: string, remark: string, lines: string]} MatrixCell */
/** @typedef {{ heading: string, regions: number[] }} Band Regions under a heading, by position. */
/**
 * Orders of regions and tasks, what a phone shows (one task or one region), and the cell that is looked at.
 * @typedef {{ rows: string, columns: string, show: string, task: string | null, region: string | null }} MatrixState
 */

/**
 * As matrix_payload in payload.py makes it: regions, tasks and classes by their position; cells run region by region. `alike` holds every
 * other region with its likeness to "uw regio", most alike first, and `alikeOrder` what that order goes by. The place of a cell in the
 * source is that of its region in `places`, and the row of its task in `printed`.
 * @typedef {{
 *   tasks: [code: string, name: string, short: string, explanation: string][],
 *   regions: [code: string, name: string, province: string][],
 *   classes: MatrixClass[],
 *   statuses: { code: string, name: string }[],
 *   cells: MatrixCell[],
 *   places: string[],
 *   printed: string[],
 *   rowOrders: { code: string, name: string, bands: Band[] }[],
 *   columnOrders: { code: string, name: string, tasks: number[] }[],
 *   alike: [code: string, words: string][] | null,
 *   alikeOrder: string,
 *   agreements: number[],
 *   usual: number[],
 *   agreement: { class: number, count: number, share: string, spread: string }[],
 * }} MatrixContent
 */

export class Arrangement {
  /**
   * @param {MatrixContent} content
   * @param {MatrixState} state
   * @param {string | null} mine
   */
  constructor(content, state, mine) {
    this.content = content;
    this.state = state;
    this.mine = mine;
    this.ownRegion = positionOf(content.regions, mine);
    this.region = positionOf(content.regions, state.region);
    this.task = positionOf(content.tasks, state.task);
    /** Other regions by position, most alike to "uw regio" first, with the words for it. */
    this.alike = new Map((content.alike ?? []).map(([code, words]) => [positionOf(content.regions, code) ?? 0, words]));
  }

  /**
   * @param {number} region
   * @param {number} task
   */
  cell(region, task) { return this.content.cells[region * this.content.tasks.length + task]; }

  /** Positions of the tasks in the chosen order. */
  get tasks() { return ofCode(this.content.columnOrders, this.state.columns).tasks; }

  /** Order of the regions; likeness needs a region that the others are like. */
  get rows() { return this.state.rows === 'gelijkenis' && this.ownRegion === null ? 'noord-zuid' : this.state.rows; }

  /**
   * Regions in the chosen order, "uw regio" on top.
   * @returns {Band[]}
   */
  get bands() {
    const own = this.ownRegion;
    const bands = own !== null && this.rows === 'gelijkenis'
      ? [{ heading: '', regions: [...this.alike.keys()] }]
      : ofCode(this.content.rowOrders, this.rows).bands;
    if (own === null) return bands.filter(({ regions }) => regions.length);
    const others = bands.map(({ heading, regions }) => ({
      // What a heading counts or names holds for "uw regio" as well.
      heading: heading && regions.includes(own) ? `${heading}; uw regio staat bovenaan` : heading,
      regions: regions.filter((region) => region !== own),
    }));
    return [{ heading: '', regions: [own] }, ...others.filter(({ regions }) => regions.length)];
  }

  /**
   * @param {number} region
   * @param {number} task
   */
  isChosen(region, task) { return region === this.region && task === this.task; }

  /** Task and region of the list on a phone. */
  get listTask() { return this.task ?? this.tasks[0]; }
  get listRegion() { return this.region ?? this.bands[0].regions[0]; }

  /**
   * @param {number} region
   * @param {number} task
   */
  cellWords(region, task) {
    const { regions, tasks, statuses } = this.content, [item, status, , remark] = this.cell(region, task), said = this.sourceWords(region, task);
    const lines = [`${regions[region][1]}, ${tasks[task][1]}`, this.levelWords(item), `Status: ${statuses[status].name}`, said, remark];
    return lines.filter(Boolean);
  }

  /** @param {number} item position of a class */
  levelWords(item) {
    const { name } = this.content.classes[item];
    return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  }

  /**
   * What the source says beyond the class, marked as its words; empty where it says no more.
   * @param {number} region
   * @param {number} task
   */
  sourceWords(region, task) {
    const [, , said] = this.cell(region, task);
    return said && `In de bron: “${said}”`;
  }

  /** @param {number} task */
  agreementWords(task) {
    const item = this.content.agreement[task];
    return [
      this.content.tasks[task][1],
      `${item.count} van de ${this.content.regions.length} regio's kiezen ${this.content.classes[item.class].name} (${item.share}).`,
      `Kans dat twee regio's verschillen: ${item.spread}.`,
    ];
  }

  /** @param {number} region */
  usualWords(region) {
    return `bij ${this.content.usual[region]} van de ${this.content.tasks.length} taken het vaakst gekozen niveau`;
  }

  /**
   * @param {number} region
   * @param {number} task
   */
  sameWords(region, task) {
    const [own] = this.cell(region, task), total = this.content.regions.length, top = this.content.agreement[task];
    const same = this.content.regions.filter((_, other) => this.cell(other, task)[0] === own).length;
    const unusual = own === top.class ? '' : ` Het vaakst gekozen: ${this.content.classes[top.class].name} (${top.count}).`;
    return `${same === 1 ? 'Alleen deze regio kiest dit' : `${same} van de ${total} regio's kiezen dit`}.${unusual}`;
  }

  /**
   * What the order goes by, beside the name of the region.
   * @param {number} region
   */
  sortWords(region) {
    if (this.rows === 'afspraken') return `${this.content.agreements[region]} afspr.`;
    return this.rows === 'gelijkenis' ? this.alike.get(region) ?? '' : '';
  }

  /** What stands above the regions on their order; empty where it speaks for itself. */
  get note() {
    if (this.state.rows !== 'gelijkenis') return '';
    return this.ownRegion === null
      ? 'Kies boven aan de pagina uw gemeente of regio; dan komt wie daarop lijkt bovenaan. Tot die tijd staan de regio\'s van noord naar zuid.'
      : this.content.alikeOrder;
  }

  orderWords() {
    const rows = ofCode(this.content.rowOrders, this.rows).name, columns = ofCode(this.content.columnOrders, this.state.columns).name;
    return `Regio's: ${rows.toLowerCase()}. Taken: ${columns.toLowerCase()}.`;
  }

  /**
   * Address of a task on the map or of the page of a region; "uw regio" goes along, and the task to a region.
   * @param {'kaart' | 'regio'} page
   * @param {string} code
   */
  address(page, code) {
    const query = new URLSearchParams();
    if (page === 'kaart') query.set('taak', code);
    else {
      if (code !== this.mine) query.set('bekijk', code);
      if (this.state.task) query.set('taak', this.state.task);
    }
    if (this.mine) query.set('regio', this.mine);
    return `${page}?${query}`;
  }
}

/**
 * Position of what bears a code, or null.
 * @param {[code: string, ...rest: unknown[]][]} items
 * @param {string | null} code
 */
export function positionOf(items, code) {
  const position = items.findIndex(([own]) => own === code);
  return position < 0 ? null : position;
}

/**
 * @template {{ code: string }} Order
 * @param {Order[]} orders
 * @param {string} code
 */
function ofCode(orders, code) {
  const found = orders.find((order) => order.code === code);
  if (!found) throw new Error(`No order ${code}`);
  return found;
}

/**
 * Words read aloud as sentences: one point behind each, also where it has one already.
 * @param {string[]} parts
 */
export function spoken(parts) {
  return parts.map((part) => part.replace(/\.?$/, '.')).join(' ');
}
