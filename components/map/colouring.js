// What the map shows for a task and a colour: the class of each region, how many regions have it, and the words for it.

/** @typedef {import('../look/svg.js').Coloured & { code: string, name: string }} MapClass */
/** @typedef {{ task: string, layer: string, region: string | null, all: boolean }} MapState What the visitor looks at. */
/** @typedef {[level: number, widest: number, status: number]} MapCell Positions in the classes of the layers that differ per task. */

/**
 * As map_payload in payload.py makes it. Cells and words run region by region, with the tasks in their order; a layer that
 * holds for a region as a whole has its classes in `answers`.
 * @typedef {{
 *   layers: { code: string, name: string, perTask: boolean }[],
 *   tasks: [code: string, name: string, short: string][],
 *   regions: [code: string, name: string][],
 *   classes: Record<string, MapClass[]>,
 *   cells: MapCell[],
 *   words: string[],
 *   answers: Record<string, number[]>,
 *   moved: Record<string, string>,
 * }} MapContent
 */

const TASK_LAYERS = ['niveau', 'breedst', 'status'];

export class Colouring {
  /**
   * @param {MapContent} content
   * @param {MapState} state
   */
  constructor(content, state) {
    this.content = content;
    this.state = state;
    this.task = content.tasks.findIndex(([code]) => code === state.task);
    this.layer = layerOf(content, state.layer);
    this.classes = content.classes[state.layer];
  }

  get perTask() { return this.layer.perTask; }

  /** Whether the maps of all tasks stand beside each other. */
  get showsAll() { return this.state.all && this.perTask; }

  /**
   * @param {number} region
   * @param {number} task
   */
  cell(region, task) { return this.content.cells[region * this.content.tasks.length + task]; }

  /**
   * Position of the class of a region.
   * @param {number} region
   * @param {number} [task]
   */
  classOf(region, task = this.task) {
    const column = TASK_LAYERS.indexOf(this.state.layer);
    return column < 0 ? this.content.answers[this.state.layer][region] : this.cell(region, task)[column];
  }

  /**
   * Number of regions per class.
   * @param {number} [task]
   */
  counts(task = this.task) {
    const counts = this.classes.map(() => 0);
    this.content.regions.forEach((_, region) => { counts[this.classOf(region, task)] += 1; });
    return counts;
  }

  /** Number per class in what is on the screen: one map, or the maps of all tasks together. */
  shownCounts() {
    if (!this.showsAll) return this.counts();
    const perTask = this.content.tasks.map((_, task) => this.counts(task));
    return this.classes.map((_, index) => perTask.reduce((sum, counts) => sum + counts[index], 0));
  }

  /**
   * Class that most regions have for a task, and how many do.
   * @param {number} task
   */
  mostChosenWords(task) {
    const counts = this.counts(task), count = Math.max(...counts);
    return `${this.classes[counts.indexOf(count)].name}: ${count} van de ${this.content.regions.length} regio's`;
  }

  title() {
    if (!this.perTask) return this.layer.name;
    return `${this.showsAll ? `Alle ${this.content.tasks.length} taken` : this.content.tasks[this.task][1]}: ${this.layer.name.toLowerCase()}`;
  }

  /**
   * A count of `shownCounts` in words: one map counts regions, the maps of all tasks together count choices.
   * @param {number} count
   */
  countWords(count) {
    const [one, more] = this.showsAll ? ['keuze', 'keuzes'] : ['regio', 'regio\'s'];
    return `${count} ${count === 1 ? one : more}`;
  }

  /** Classes that are on the screen, with their position and their count in words. */
  key() {
    const counts = this.shownCounts();
    return this.classes.map((item, index) => ({ item, index, count: counts[index], words: this.countWords(counts[index]) })).filter(({ count }) => count);
  }

  /**
   * Regions that are outlined, in words: "uw regio" and the one that is looked at.
   * @param {string | null} mine
   * @returns {{ kind: 'mine' | 'chosen', words: string }[]}
   */
  outlined(mine) {
    const { region } = this.state, name = (/** @type {string} */ code) => this.content.regions.find(([own]) => own === code)?.[1] ?? code;
    return [
      ...(mine ? [{ kind: /** @type {const} */ ('mine'), words: `uw regio: ${name(mine)}` }] : []),
      ...(region && region !== mine ? [{ kind: /** @type {const} */ ('chosen'), words: `gekozen regio: ${name(region)}` }] : []),
    ];
  }

  /** @param {number} region */
  status(region) { return this.content.classes.status[this.cell(region, this.task)[2]]; }

  /** Each status that a region has for the task, with their number in words; none where no sign stands on the map. */
  statusKey() {
    if (!this.perTask || this.showsAll) return [];
    const counts = this.content.classes.status.map((item) => ({
      ...item, count: this.content.regions.filter((_, region) => this.status(region).code === item.code).length,
    }));
    return counts.filter(({ count }) => count).map(({ code, name, count }) => ({ code, words: `${name}: ${this.countWords(count)}` }));
  }

  /**
   * Lines about a region, its name first.
   * @param {number} region
   */
  words(region) {
    const { regions, tasks, words, classes } = this.content, name = regions[region][1];
    if (!this.perTask) return [name, this.classes[this.classOf(region)].name];
    const level = classes.niveau[this.cell(region, this.task)[0]].name, said = words[region * tasks.length + this.task];
    return [name, level, `Status: ${this.status(region).name}`, ...(said ? [`In de bron: “${said}”`] : [])];
  }

  /** Name of the picture as a file, without its ending. */
  fileName() {
    const { task, layer } = this.state, what = this.showsAll ? 'alle-taken' : task;
    return `kaart-${this.perTask ? what : 'samenwerking'}-${layer}`;
  }
}

/**
 * @param {MapContent} content
 * @param {string} code
 */
function layerOf(content, code) {
  const found = content.layers.find((layer) => layer.code === code);
  if (!found) throw new Error(`No layer ${code}`);
  return found;
}
