// The panel on stage: the same panel, with few sliders, a chart that takes all room there is, and the last step to play again for the hall.

import { onePerRoot } from '../../look/component.js';
import { find } from '../../look/dom.js';
import { whileMounted } from '../../look/while_mounted.js';
import { hear, isHall, tell } from '../../look/windows.js';
import { write } from './headline.js';
import { WhatIfPanel } from './live_panel.js';
import { nearestIndex, resultAt } from './payload.js';
import { Replay, frameAt, indexAt } from './replay.js';

/** @typedef {import('./payload.js').Scenario} Scenario */
/** @typedef {import('./payload.js').Result} Result */
/** @typedef {{ rows: string[], fault: string, step: { why: string } | import('./replay.js').Step }} StageParts As stage.py sends it, in a text. */
/** @typedef {import('./payload.js').PanelData & { stage: string }} StageData */
/** @typedef {import('../../look/component.js').ComponentArguments<StageData>} StageComponent */

/** What the speaker's window tells that of the hall: the last step, which is played again, or that it is no more. */
const REPLAYED = 'replayed';
const REPLAY = 'Herhaal de laatste stap', STOP = 'Stop de herhaling';
/** Around the lines of the chart, as times the height of its letters; the width of a letter as a share of that. */
const AROUND = { left: 2.9, right: .9, top: 1.6, bottom: 1.9, inset: 1.6 }, LETTER = .53;
/** Least width of the lines, as times the height of the letters, beside which their names still stand. */
const LEAST_LINES = 9;
const TYPED_IN = 'input:not([type="range"], [type="checkbox"], [type="radio"]), select, textarea, [contenteditable]';
const LINES = ['doorrekening', 'zonder maatregelen'];

class StagePanel extends WhatIfPanel {
  /** @type {StageParts} */
  stage = { rows: [], fault: '', step: { why: '' } };
  /** What rows stand there, so that they are put there once. */
  placed = '';
  /** @type {import('./replay.js').Step | undefined} What is played again, or was last. */
  played;
  /** How far the words above are faded, as their style has it. */
  faded = '';

  /** @param {StageComponent} component */
  constructor(component) {
    super(component);
    const { root } = this;
    root.classList.add('on-stage');
    this.sliders = find(root, '.sliders');
    const [chosen, wrong, told, foot] = ['.chosen', '.wrong', '.told', '.foot'].map((part) => find(component.parentElement, part));
    this.chosen = chosen;
    this.wrong = wrong;
    this.told = told;
    this.again = find(foot, '.again');
    this.sliders.before(chosen);
    // Below the chart, which gives way: the sliders cannot.
    this.costs.legend.replaceWith(wrong, foot);
    foot.append(this.costs.legend);
    this.replay = new Replay((share) => this.showShare(share), () => this.afterReplay());
    this.again.onclick = () => this.toggleReplay();
    // Who takes a slider in hand while it plays takes it where it really stands.
    for (const name of ['pointerdown', 'keydown']) {
      root.addEventListener(name, ({ target }) => { if (target !== this.again) this.hushReplay(); }, { capture: true });
    }
    whileMounted(document, root, 'keydown', (event) => this.hearKey(/** @type {KeyboardEvent} */ (event)));
    new ResizeObserver(() => this.fillRoom()).observe(this.costs.drawing);
    whileMounted(globalThis, root, 'resize', () => this.fillRoom());
    const endHearing = hear(REPLAYED, (step) => {
      if (!root.isConnected) endHearing();
      else if (isHall()) this.follow(step);
    });
  }

  /** @param {StageComponent} component */
  update(component) {
    this.hushReplay();
    this.stage = JSON.parse(component.data.stage);
    super.update(component);
    // What is wrong with the link is for who can mend it.
    write(this.wrong, isHall() ? '' : this.stage.fault);
    if (this.drawn) this.placeRows();
  }

  /**
   * @param {import('./payload.js').Plan} plan
   * @param {Scenario} scenario
   */
  drawPlan(plan, scenario) {
    if (plan !== this.drawn) {
      this.chosen.replaceChildren();
      this.placed = '';
    }
    super.drawPlan(plan, scenario);
    this.placeRows();
    this.fillRoom();
  }

  /** The rows that were asked for stand in their order; the others keep their values out of sight. */
  placeRows() {
    const wanted = this.stage.rows.join();
    if (this.placed === wanted) return;
    this.placed = wanted;
    this.sliders.append(...this.chosen.children);
    this.chosen.append(...this.stage.rows.flatMap((key) => this.root.querySelector(`.row[data-row="${CSS.escape(key)}"]`) ?? []));
  }

  /** The chart is drawn as large as its place, with room for its letters as they are. */
  fillRoom() {
    const { drawing, chart } = this.costs, { width, height } = drawing.getBoundingClientRect(), letters = parseFloat(getComputedStyle(drawing).fontSize);
    if (!width || !height || !this.base) return;
    const longest = Math.max(...[...LINES, this.base.result.targetName].map((name) => name.length));
    const [left, top, bottom, inset] = [AROUND.left, AROUND.top, AROUND.bottom, AROUND.inset].map((times) => times * letters);
    const least = AROUND.right * letters, named = least + LETTER * longest * letters, isNarrow = width - left - inset - named < LEAST_LINES * letters;
    this.root.classList.toggle('is-narrow', isNarrow);
    // The amount of the last year stands left of its point; half of its year does not.
    chart.resize({ width, height, left, top, bottom, inset, right: isNarrow ? inset : named });
    if (this.replay.isPlaying) this.showShare(this.replay.shown);
    else this.paint(this.base, this.base.result, this.dragged !== null);
  }

  /**
   * Without the ceilings that are not the target: a hall has one line to look at beside the costs.
   * @param {Scenario} scenario
   * @param {Result} result
   * @param {boolean} isDragging
   */
  paint(scenario, result, isDragging) {
    super.paint({ ...scenario, ceilings: [] }, result, isDragging);
    this.fadeWords();
  }

  /** Title, sentence and code above are of the scenario as it stood, until Python has answered; of one that is played again they are the end. */
  fadeWords() {
    const { classList, dataset } = this.root, isOld = classList.contains('moving') || dataset.settled !== this.stamp;
    const faded = classList.contains('replaying') ? '0' : isOld ? '.3' : '';
    if (faded === this.faded) return;
    this.faded = faded;
    for (const words of document.querySelectorAll('.st-key-stage_words')) /** @type {HTMLElement} */ (words).style.opacity = faded;
  }

  /** @param {KeyboardEvent} event */
  hearKey(event) {
    const [focused] = event.composedPath();
    if (event.key.toLowerCase() !== 'h' || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
    if (focused instanceof Element && focused.matches(TYPED_IN)) return;
    event.preventDefault();
    this.toggleReplay();
  }

  toggleReplay() {
    const { step } = this.stage;
    if (this.replay.isPlaying) this.replay.stop();
    else if ('why' in step) write(this.told, step.why);
    else this.play(step);
  }

  /** What the speaker's window plays, in the hall's, which may have been opened after that step. @param {unknown} step null where it has ended */
  follow(step) {
    this.replay.stop();
    if (isStep(step)) this.play(step);
  }

  /** @param {import('./replay.js').Step} step */
  play(step) {
    if (!this.base) return;
    write(this.told, step.said);
    this.again.textContent = STOP;
    this.root.classList.add('replaying');
    this.played = step;
    this.replay.start();
    if (!isHall()) tell(REPLAYED, step);
  }

  /**
   * Everything that the step moved, that far on; nothing of it is reported.
   * @param {number} share
   */
  showShare(share) {
    const { base, played: step } = this;
    if (!base || !step) return;
    /** @type {Result} */
    let result = base.result;
    for (const [control, move] of Object.entries(step.moves)) {
      const index = indexAt(move, share), values = this.valuesOf(control);
      this.inputs.set(control, values[index], index);
      if (!step.frames.length) result = resultAt(base, control, index);
    }
    const frame = step.frames.length ? frameAt(step.frames, share) : null;
    if (frame) result = { ...result, ...frame, plainSum: null, range: null, isRangeOld: true };
    this.paint(base, result, true);
  }

  /** Nothing is played any more, and nothing said of it. */
  hushReplay() {
    this.replay.stop();
    write(this.told, '');
  }

  afterReplay() {
    if (!isHall()) tell(REPLAYED, null);
    this.again.textContent = REPLAY;
    write(this.told, '');
    this.root.classList.remove('replaying');
    if (!this.base) return;
    this.inputs.settle(this.base, null);
    this.paint(this.base, this.base.result, false);
  }

  /**
   * @param {string} control
   * @param {number} index
   */
  commit(control, index) {
    const before = this.base?.controls[control];
    super.commit(control, index);
    // Until Python has answered, and for as long as there is no connection, this is the last step.
    if (before) this.stage.step = this.stepOf(control, before, index);
  }

  /**
   * @param {string} control
   * @param {import('./payload.js').Control} before
   * @param {number} index
   * @returns {import('./replay.js').Step}
   */
  stepOf(control, { values, now }, index) {
    return { said: '', moves: { [control]: [nearestIndex(values, now), index] }, frames: [] };
  }
}

/**
 * @param {unknown} told
 * @returns {told is import('./replay.js').Step}
 */
function isStep(told) { return typeof told === 'object' && told !== null && 'said' in told && 'moves' in told && 'frames' in told; }

const panelOf = onePerRoot(/** @param {StageComponent} component */ (component) => new StagePanel(component));

/** @param {StageComponent} component */
export default function (component) { panelOf(component).update(component); }
