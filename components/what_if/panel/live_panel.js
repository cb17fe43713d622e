// Panel of the what-if: looks up and paints in every frame of a drag; on release it reports, and Python computes anew.

import { euros } from '../../look/amounts.js';
import { isConnectionLost } from '../../look/connection.js';
import { fillSelect, find, h } from '../../look/dom.js';
import { whileMounted } from '../../look/while_mounted.js';
import { Offer, ask, takeOffers } from '../exchange.js';
import { marksInWords, startInWords } from './bar_words.js';
import { drawTornado, drawWaterfall } from './bars.js';
import { CostView } from './cost_view.js';
import { listenToGestures } from './gestures.js';
import { Headline, write } from './headline.js';
import { ControlInputs, controlOf } from './inputs.js';
import { effectsAt, nearestIndex, readScenario, resultAt, stepped, targetCostOf } from './payload.js';
import { Realised } from './realised.js';
import { readTyped } from './typed_value.js';

/** @typedef {import('./payload.js').PanelData} PanelData */
/** @typedef {import('./payload.js').Plan} Plan */
/** @typedef {import('./payload.js').Scenario} Scenario */
/** @typedef {import('./payload.js').Result} Result */
/** @typedef {import('../../look/component.js').ComponentArguments<PanelData>} PanelComponent */

const OVERLAP = 'overlap_share';
const LATE_MS = 2_000;
const LATE = 'Nog niet bijgewerkt: de jaarkosten volgen uw schuiven bij benadering, maar kans, band, som zonder overlap en de tabellen en grafieken ' +
  'eronder horen nog bij de vorige stand. Ze volgen zodra de server antwoordt.';
const CHANGES_ON_RELEASE = 'volgt na het loslaten.', CHANGES_ON_ANSWER = 'volgt zodra de server antwoordt.';
const ALONE = 'Zonder verbinding volgen alleen de jaarkosten en het verschil uw schuiven, bij benadering. ' +
  'Kans, band, tabellen en grafieken eronder blijven bij de stand van nu.';

export class WhatIfPanel {
  /** @type {number | null} Revision that `changes` and `number` count from. */
  revision = null;
  /** @type {Record<string, number>} Index of each control that the visitor moved since. */
  changes = {};
  /** Steps that the visitor made since. */
  number = 0;
  /** @type {Plan | null} */
  plan = null;
  /** @type {Plan | null} What the rows were drawn for. */
  drawn = null;
  /** @type {PanelData | null} What still waits for its plan. */
  waiting = null;
  /** @type {Scenario | null} What Python said last. */
  known = null;
  /** @type {Scenario | null} The same after the steps that Python has still to hear of; a drag starts from here. */
  base = null;
  /** @type {string | null} Control that is being dragged, and the index it came to. */
  dragged = null;
  index = 0;
  /** What the last frame of a drag showed. */
  painted = '';
  frame = 0;
  /** Step for which Python was asked what follows below the panel. */
  asked = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} Runs from a step to its answer. */
  lateness = undefined;

  /** @param {PanelComponent} component */
  constructor({ parentElement, setStateValue, setTriggerValue }) {
    const root = find(parentElement, '.paneel');
    this.root = root;
    this.report = setStateValue;
    this.command = setTriggerValue;
    this.inputs = new ControlInputs(root);
    this.headline = new Headline(root);
    this.costs = new CostView(root);
    this.realised = new Realised(root);
    this.bars = { waterfall: find(root, '.waterfall'), tornado: find(root, '.tornado') };
    this.notes = { waterfall: find(root, '.waterfall-note'), tornado: find(root, '.tornado-note') };
    this.tools = {
      preset: find(root, '[data-tool="preset"]', HTMLSelectElement),
      saved: find(root, '[data-tool="reset"] [value="saved"]', HTMLOptionElement),
      undo: find(root, '[data-tool="undo"]', HTMLButtonElement),
      redo: find(root, '[data-tool="redo"]', HTMLButtonElement),
      goal: find(root, '[data-tool="goal"]'),
      certainty: find(root, '[data-tool="certainty"]', HTMLSelectElement),
    };
    this.presetNote = find(root, '.preset-note');
    this.answer = find(root, '.answer');
    this.late = find(root, '.late');
    listenToGestures(root, this);
    whileMounted(document, root, 'connection-lost', () => this.connect(false));
    whileMounted(document, root, 'connection-back', () => this.connect(true));
    /** @type {Offer<string>} */
    this.offer = new Offer(document, root, 'scenario');
    /** @type {Offer<Record<string, string>>} */
    this.answers = new Offer(document, root, 'answers');
    takeOffers(document, root, 'plan', /** @param {Plan} plan */ (plan) => {
      this.plan = plan;
      if (this.waiting) this.take(this.waiting);
    });
    takeOffers(document, root, 'follower', /** @param {import('./follower.js').Followed} followed */ ({ hasSaved }) => {
      this.tools.saved.disabled = !hasSaved;
      this.askForWhatFollows();
    });
  }

  /** @param {PanelComponent} component */
  update({ data, setStateValue, setTriggerValue }) {
    this.report = setStateValue;
    this.command = setTriggerValue;
    if (data.revision !== this.revision) {
      this.revision = data.revision;
      this.changes = {};
      this.number = 0;
      this.hush();
    } else if (data.heard < this.number) return; // Answer to an older step; the newest is on its way.
    this.take(data);
  }

  /** @param {PanelData} data */
  take(data) {
    if (!this.plan || this.plan.id !== data.plan) { this.waiting = data; return; }
    this.waiting = null;
    this.known = readScenario(this.plan, data);
    this.base = this.known;
    this.inTime();
    this.drawPlan(this.plan, this.known);
    this.settle(this.known);
  }

  get stamp() { return `${this.revision}.${this.number}`; }

  /**
   * Rows and presets of another plan.
   * @param {Plan} plan
   * @param {Scenario} scenario
   */
  drawPlan(plan, scenario) {
    if (plan === this.drawn) return;
    this.drawn = plan;
    this.costs.chart.forgetScale();
    this.inputs.draw(scenario);
    this.realised.draw(plan);
    fillSelect(this.tools.preset, plan.presets);
    const wished = [['all', 'met alle maatregelen'], ['active', 'alleen met wat aanstaat']].map(([which, label]) => (
      h('optgroup', { label }, ...plan.certainties.map((percent) => new Option(`${percent}%`, `${which} ${percent}`)))));
    this.tools.certainty.replaceChildren(new Option('Kies …', ''), ...wished);
    // Stands there when no preset fits; it cannot be chosen.
    this.tools.preset.prepend(h('option', { value: '', hidden: true }, 'eigen stand'));
  }

  /**
   * Everything as Python computed it, except a control that is being dragged.
   * @param {Scenario} scenario
   */
  settle(scenario) {
    const { tools, bars } = this, { years, targetYear, result, decimals } = scenario, target = years.indexOf(targetYear);
    const goal = { name: result.targetName, cost: targetCostOf(scenario, result) };
    this.inputs.settle(scenario, this.dragged);
    this.realised.settle(scenario);
    this.namePreset(scenario.preset);
    write(this.answer, scenario.said);
    this.connect(!isConnectionLost());
    tools.goal.textContent = `Wat is er nodig voor ${euros(goal.cost, decimals)}?`;
    this.headline.settle(scenario, scenario.changed);
    find(this.root, '[data-text="waterfall-name"]').textContent = `Van de kosten in ${years[0]} naar ${targetYear}, in mln €`;
    find(this.root, '[data-text="tornado-name"]').textContent = (
      `Waar hangen de kosten van ${targetYear} het meest van af? Laagste en hoogste jaarkosten in mln €`);
    drawWaterfall(bars.waterfall, scenario, goal);
    write(this.notes.waterfall, startInWords(scenario));
    drawTornado(bars.tornado, scenario, result.cost[target], goal);
    write(this.notes.tornado, scenario.tornado.length ? marksInWords(result.cost[target], goal, decimals) : '');
    this.root.classList.remove('moving');
    this.root.dataset.settled = this.stamp;
    if (this.dragged === null) this.paint(scenario, result, false);
    else this.paintDrag(this.dragged);
    this.offer.renew(scenario.query);
    this.answers.renew(scenario.answers);
    // After the frame that shows this step, so that nothing stands in its way.
    requestAnimationFrame(() => setTimeout(() => this.askForWhatFollows()));
  }

  /**
   * Without a connection the tools wait, for only Python can do what they ask; sliders go on.
   * @param {boolean} isConnected
   */
  connect(isConnected) {
    const { tools, known } = this;
    for (const tool of this.root.querySelectorAll('.tools [data-tool]')) /** @type {HTMLButtonElement} */ (tool).disabled = !isConnected;
    if (!this.root.classList.contains('is-late')) write(this.late, isConnected ? '' : ALONE);
    if (!isConnected) return;
    tools.undo.disabled = !known?.canUndo;
    tools.redo.disabled = !known?.canRedo;
  }

  // Until Python has answered a step, nothing is told of what it changed, and after a while the panel says what does not belong to the sliders.
  waitForAnswer() {
    this.headline.tell(CHANGES_ON_ANSWER, true);
    clearTimeout(this.lateness);
    this.lateness = setTimeout(() => {
      this.late.textContent = LATE;
      this.root.classList.add('is-late');
    }, isConnectionLost() ? 0 : LATE_MS);
  }

  /**
   * The field names a preset only while the scenario equals it.
   * @param {string} preset
   */
  namePreset(preset) {
    this.tools.preset.value = preset;
    write(this.presetNote, this.known?.presetNotes[preset] ?? '');
  }

  /** What was said of what was typed, and of a goal, holds no longer. */
  hush() {
    if (this.base) this.inputs.hush(this.base.controls);
    this.realised.hush();
    write(this.answer, '');
  }

  inTime() {
    clearTimeout(this.lateness);
    this.late.textContent = '';
    this.root.classList.remove('is-late');
  }

  // What stands below the panel follows when the panel asks, once a step, and only where a step changes it.
  askForWhatFollows() {
    const { known, stamp } = this;
    if (!known?.follows || this.root.dataset.settled !== stamp || this.asked === stamp) return;
    if (ask(document, 'follower', stamp)) this.asked = stamp;
  }

  /**
   * @param {Scenario} scenario
   * @param {Result} result
   * @param {boolean} isDragging
   */
  paint(scenario, result, isDragging) {
    const overlap = this.dragged === OVERLAP ? this.valuesOf(OVERLAP)[this.index] : scenario.controls[OVERLAP]?.now;
    this.headline.paint(scenario, result, typeof overlap === 'number' ? overlap : null);
    this.root.classList.toggle('moving', isDragging);
    this.costs.paint(scenario, result, isDragging);
  }

  /**
   * One frame of a drag: only look up and paint.
   * @param {string} control
   */
  paintDrag(control) {
    const { base, known, index } = this;
    this.painted = `${control} ${index}`;
    // Before anything is written, when its height is known without a layout.
    this.headline.hold();
    this.root.classList.add('moving');
    if (!base) return;
    this.paint(base, resultAt(base, control, index), true);
    this.inputs.paintEffectsLater(effectsAt(base, control, index));
    const { values, now } = base.controls[control], isBack = base === known && index === nearestIndex(values, now);
    this.namePreset(isBack ? base.preset : '');
    if (isBack) this.headline.tell(base.changed);
    else this.headline.tell(CHANGES_ON_RELEASE, true);
  }

  /**
   * Moves a control for good: paints it unless the last frame did, and reports.
   * @param {string} control
   * @param {number} index
   */
  commit(control, index) {
    if (this.base) this.base = stepped(this.base, control, index);
    this.dragged = null;
    this.painted = '';
    this.namePreset('');
    if (control === 'delay_months') for (const key of Object.keys(this.changes)) if (key.startsWith('delay_months:')) delete this.changes[key];
    this.tell(control, index);
  }

  /** @type {(control: string, index: number) => void} Reports a step, with all others since the start of this revision. */
  tell(control, index) {
    this.changes[control] = index;
    this.number += 1;
    this.waitForAnswer();
    this.report('steps', { revision: this.revision, number: this.number, plan: this.plan?.id, changes: { ...this.changes } });
  }

  /**
   * @param {string} control
   * @param {number} index
   */
  hold(control, index) {
    if (this.dragged === null) this.hush();
    this.dragged = control;
    this.index = index;
  }

  /** @param {HTMLInputElement} range */
  drag(range) {
    const control = controlOf(range), index = Number(range.value);
    this.hold(control, index);
    this.inputs.showValue(range, this.valuesOf(control)[index]);
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => { if (this.dragged !== null) this.paintDrag(this.dragged); });
  }

  /** @param {HTMLInputElement} range */
  release(range) {
    const control = controlOf(range), index = Number(range.value);
    this.hold(control, index);
    if (this.painted !== `${control} ${index}`) {
      this.inputs.showValue(range, this.valuesOf(control)[index]);
      this.paintDrag(control);
    }
    this.commit(control, index);
  }

  /** A drag that changed nothing. */
  letGo() {
    if (this.dragged === null) return;
    this.dragged = null;
    this.painted = '';
    cancelAnimationFrame(this.frame);
    if (this.known && this.base === this.known) this.settle(this.known);
    else if (this.base) {
      this.paint(this.base, this.base.result, false);
      this.headline.tell(CHANGES_ON_ANSWER, true);
    }
  }

  /** @param {import('./inputs.js').Input} input */
  choose(input) {
    const control = controlOf(input), isCheck = input instanceof HTMLInputElement, index = isCheck ? Number(input.checked) : Number(input.value);
    if (isCheck) this.inputs.check(input, input.checked);
    else this.inputs.showChoice(control, this.valuesOf(control)[index], index);
    this.hold(control, index);
    this.paintDrag(control);
    this.commit(control, index);
  }

  /** @param {HTMLInputElement} field */
  takeTyped(field) {
    const control = controlOf(field), kind = field.dataset.kind ?? '';
    const read = readTyped(field.value, kind, this.valuesOf(control), Number(field.dataset.decimals));
    if ('fault' in read) { this.inputs.say(field, read.fault); return; }
    this.inputs.say(field, '');
    const range = this.inputs.input(control, HTMLInputElement);
    range.value = String(read.index);
    field.blur();
    this.release(range);
    if (read.said) this.inputs.say(field, read.said, false);
  }

  /** @param {HTMLInputElement} field of what the costs really were: nothing that is computed changes */
  takeRealised(field) {
    const { base } = this, taken = this.realised.take(field);
    if (!taken || !base) return;
    this.base = { ...base, realised: { ...base.realised, amounts: taken.amounts } };
    this.paint(this.base, base.result, this.dragged !== null);
    this.tell(controlOf(field), taken.step);
  }

  /** @param {HTMLInputElement} field */
  dropRealised(field) { this.realised.drop(field); }

  /** @param {HTMLInputElement} field */
  dropTyped(field) {
    this.inputs.say(field, '');
    field.blur();
    if (this.known && this.base === this.known) this.settle(this.known);
    else if (this.base) this.inputs.settle(this.base, null);
  }

  /** @param {boolean} isRegional */
  showCosts(isRegional) {
    this.costs.show(isRegional);
    if (this.known) this.paint(this.known, this.known.result, false);
  }

  /** @param {string} control */
  valuesOf(control) { return this.plan?.values[control] ?? []; }

  /**
   * Something that only Python can do.
   * @param {string} name
   * @param {string} [value]
   */
  order(name, value) { this.command('command', value === undefined ? { name } : { name, value }); }
}
