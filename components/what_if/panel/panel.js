// Panel of the what-if: looks up and paints in every frame of a drag; on release it reports, and Python computes anew.

import { amount } from '../../look/amounts.js';
import { onePerRoot } from '../../look/component.js';
import { fillSelect, find, h } from '../../look/dom.js';
import { drawTornado, drawWaterfall } from './bars.js';
import { CostView } from './cost_view.js';
import { askForResponses, takeResponses } from './exchange.js';
import { listenToGestures } from './gestures.js';
import { Headline } from './headline.js';
import { ControlInputs, controlOf } from './inputs.js';
import { plainSumAt, readResponses, resultAt } from './payload.js';
import { readTyped } from './typed_value.js';

/** @typedef {import('./payload.js').PanelData} PanelData */
/** @typedef {import('./payload.js').Result} Result */
/** @typedef {import('../../look/component.js').ComponentArguments<PanelData>} PanelComponent */

class WhatIfPanel {
  /** @type {number | null} Revision that `changes` and `number` count from. */
  revision = null;
  /** @type {Record<string, number>} Index of each control that the visitor moved since. */
  changes = {};
  /** Steps that the visitor made since. */
  number = 0;
  /** What the rows were drawn for. */
  plan = '';
  /** @type {string | null} Control that is being dragged, and the index it came to. */
  dragged = null;
  index = 0;
  /** What the last frame of a drag showed. */
  painted = '';
  frame = 0;
  /** @type {import('./payload.js').SentResponses | null} */
  offered = null;
  /** @type {import('./payload.js').SentResponses | null} The offer that `responses` were read from. */
  taken = null;
  /** @type {import('./payload.js').Responses | null} */
  responses = null;
  /** Step for which Python was asked what comes next. */
  asked = '';

  /** @param {PanelComponent} component */
  constructor({ parentElement, data, setStateValue, setTriggerValue }) {
    const root = find(parentElement, '.paneel');
    this.root = root;
    this.data = data;
    this.report = setStateValue;
    this.command = setTriggerValue;
    this.inputs = new ControlInputs(find(root, '.sliders'));
    this.headline = new Headline(root);
    this.costs = new CostView(root);
    this.bars = { waterfall: find(root, '.waterfall'), tornado: find(root, '.tornado') };
    this.tools = {
      preset: find(root, '[data-tool="preset"]', HTMLSelectElement),
      saved: find(root, '[data-tool="reset"] [value="saved"]', HTMLOptionElement),
      undo: find(root, '[data-tool="undo"]', HTMLButtonElement),
      redo: find(root, '[data-tool="redo"]', HTMLButtonElement),
      goal: find(root, '[data-tool="goal"]'),
    };
    listenToGestures(root, this);
    takeResponses(document, root, (offered) => {
      this.offered = offered;
      // Before its first step the panel has nothing to put them beside.
      if (this.revision !== null) this.takeOffered();
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
    } else if (data.heard < this.number) return; // Answer to an older step; the newest is on its way.
    this.data = data;
    this.drawPlan();
    this.settle();
    this.takeOffered();
  }

  get stamp() { return `${this.revision}.${this.number}`; }

  drawPlan() {
    const { measures, assumptions, years, presets } = this.data, plan = JSON.stringify([measures, assumptions, years, presets]);
    if (plan === this.plan) return;
    this.plan = plan;
    this.costs.chart.forgetScale();
    this.inputs.draw(this.data);
    fillSelect(this.tools.preset, presets);
    // Stands there when no preset fits; it cannot be chosen.
    this.tools.preset.prepend(h('option', { value: '', hidden: true }, 'eigen stand'));
  }

  // Everything as Python computed it, except a control that is being dragged.
  settle() {
    const { data, tools, bars } = this, { years, targetYear, targetCost, result } = data, target = years.indexOf(targetYear);
    this.inputs.settle(data, this.dragged);
    tools.preset.value = data.preset;
    tools.undo.disabled = !data.canUndo;
    tools.redo.disabled = !data.canRedo;
    tools.goal.textContent = `Wat is er nodig voor ${amount(targetCost)}?`;
    this.headline.settle(data, data.changed);
    find(this.root, '[data-text="waterfall-name"]').textContent = `Van de kosten in ${years[0]} naar ${targetYear}`;
    find(this.root, '[data-text="tornado-name"]').textContent = `Waar hangt ${targetYear} het meest van af? Jaarkosten bij de laagste en hoogste stand`;
    drawWaterfall(bars.waterfall, data.waterfall, targetCost);
    drawTornado(bars.tornado, data.tornado, result.cost[target]);
    this.root.classList.remove('moving');
    this.root.dataset.settled = this.stamp;
    if (this.dragged === null) this.paint(result, result.plainSum, false);
    else this.paintDrag(this.dragged);
    // After the frame that shows this step, so that nothing stands in its way.
    requestAnimationFrame(() => setTimeout(() => this.askForWhatFollows()));
  }

  // What every step of every slider would do comes after the results; a drag that starts sooner moves when it is there.
  takeOffered() {
    const { offered, stamp } = this;
    if (!offered || offered === this.taken) return;
    this.tools.saved.disabled = !offered.hasSaved;
    if (offered.of !== stamp) { this.askForWhatFollows(); return; }
    this.taken = offered;
    this.responses = readResponses(offered);
    this.root.dataset.answers = stamp;
    if (this.dragged !== null) this.paintDrag(this.dragged);
  }

  // Responses, tables, saved scenarios and address follow when the panel asks, once a step.
  askForWhatFollows() {
    const { stamp } = this;
    if (this.root.dataset.settled !== stamp || this.asked === stamp || this.offered?.of === stamp) return;
    if (askForResponses(document, stamp)) this.asked = stamp;
  }

  /** @param {string} control */
  responseOf(control) { return this.responses?.of === this.stamp ? this.responses.controls[control] : undefined; }

  /**
   * @param {Result} result
   * @param {number | null} plainSum
   * @param {boolean} isDragging
   */
  paint(result, plainSum, isDragging) {
    this.headline.paint(this.data, result, plainSum);
    this.root.classList.toggle('moving', isDragging);
    this.costs.paint(this.data, result, isDragging);
  }

  /**
   * One frame of a drag: only look up and paint.
   * @param {string} control
   */
  paintDrag(control) {
    const { data, index } = this, response = this.responseOf(control);
    this.painted = `${control} ${index}`;
    this.root.classList.add('moving');
    if (!response) return;
    const live = resultAt(data.result, response, index);
    this.paint(live, plainSumAt(data, control, response, index, live), true);
    const { effect, lost } = response, [field, code] = control.split(':');
    if (field === 'saving_mln_eur' && effect && lost) this.inputs.paintMeasure(code, [effect[index], lost[index]]);
  }

  /**
   * Moves a control for good: paints it unless the last frame did, and reports.
   * @param {string} control
   * @param {number} index
   */
  commit(control, index) {
    this.dragged = null;
    this.painted = '';
    this.changes[control] = index;
    if (control === 'delay_months') for (const key of Object.keys(this.changes)) if (key.startsWith('delay_months:')) delete this.changes[key];
    this.number += 1;
    this.report('steps', { revision: this.revision, number: this.number, changes: { ...this.changes } });
  }

  /**
   * @param {string} control
   * @param {number} index
   */
  hold(control, index) {
    this.dragged = control;
    this.index = index;
  }

  /** @param {HTMLInputElement} range */
  drag(range) {
    const control = controlOf(range), index = Number(range.value);
    this.hold(control, index);
    this.inputs.showValue(range, this.data.controls[control].values[index]);
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => { if (this.dragged !== null) this.paintDrag(this.dragged); });
  }

  /** @param {HTMLInputElement} range */
  release(range) {
    const control = controlOf(range), index = Number(range.value);
    this.hold(control, index);
    if (this.painted !== `${control} ${index}`) {
      this.inputs.showValue(range, this.data.controls[control].values[index]);
      this.paintDrag(control);
    }
    this.commit(control, index);
  }

  /** @param {import('./inputs.js').Input} input */
  choose(input) {
    const control = controlOf(input), isCheck = input instanceof HTMLInputElement, index = isCheck ? Number(input.checked) : Number(input.value);
    if (isCheck) this.inputs.check(input, input.checked);
    this.hold(control, index);
    this.paintDrag(control);
    this.commit(control, index);
  }

  /** @param {HTMLInputElement} field */
  takeTyped(field) {
    const control = controlOf(field), read = readTyped(field.value, field.dataset.kind, this.data.controls[control].values);
    if ('fault' in read) { this.inputs.fault(field, read.fault); return; }
    this.inputs.fault(field, '');
    const range = this.inputs.input(control, HTMLInputElement);
    range.value = String(read.index);
    field.blur();
    this.release(range);
  }

  /** @param {HTMLInputElement} field */
  dropTyped(field) {
    this.inputs.fault(field, '');
    field.blur();
    this.settle();
  }

  /** @param {boolean} isRegional */
  showCosts(isRegional) {
    this.costs.show(isRegional);
    this.paint(this.data.result, this.data.result.plainSum, false);
  }

  /**
   * Something that only Python can do.
   * @param {string} name
   * @param {string} [value]
   */
  order(name, value) { this.command('command', value === undefined ? { name } : { name, value }); }
}

const panelOf = onePerRoot(/** @param {PanelComponent} component */ (component) => new WhatIfPanel(component));

/** @param {PanelComponent} component */
export default function (component) { panelOf(component).update(component); }
