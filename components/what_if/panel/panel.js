// Panel of the what-if: looks up and paints in every frame of a drag; on release it reports, and Python computes anew.

import { amount, dutch, euros, tenths, typedNumber, valueSpoken, valueText } from '../../look/amounts.js';
import { drawTornado, drawWaterfall } from './bars.js';
import { controlSections, make, nearestIndex } from './control_rows.js';
import { TrajectoryChart } from './trajectory.js';

// Rows of yearly costs from the first row and what each next row adds to it.
function runningTotals(steps) {
  if (!steps) return null;
  const rows = [steps[0]];
  for (const added of steps.slice(1)) rows.push(rows[rows.length - 1].map((cost, year) => cost + added[year]));
  return rows;
}

// A list with one entry holds for every value of the control.
const chanceAt = ({ chance, cost }, index, now) => (chance ? chance[index] ?? chance[0] : cost?.length === 1 ? now : null);

class WhatIfPanel {
  constructor(root) {
    this.root = root;
    this.find = (selector) => root.querySelector(selector);
    this.all = (selector) => [...root.querySelectorAll(selector)];
    this.chart = new TrajectoryChart(this.find('.chart'));
    this.view = 'cost';
    this.dragged = null;
    this.listen();
  }

  update(data, report, command) {
    this.report = report;
    this.command = command;
    if (data.revision !== this.revision) {
      this.revision = data.revision;
      this.changes = {};
      this.number = 0;
    } else if (data.heard < this.number) return; // Answer to an older step; the newest is on its way.
    const plan = JSON.stringify([data.measures, data.assumptions, data.years, data.presets]);
    this.data = data;
    if (plan !== this.plan) {
      this.plan = plan;
      this.chart.low = undefined;
      this.find('.sliders').replaceChildren(...controlSections(data));
      this.places = this.placesByKey();
      this.all('[data-year]').forEach((place) => { place.textContent = `op ${data.targetYear} na overlap`; });
      this.find('[data-tool="preset"]').replaceChildren(...data.presets.map(([name, label]) => new Option(label, name)));
    }
    window.schaalwijzerPanel = this;
    this.settle();
    this.takeAnswers();
  }

  // Inputs and outputs of the rows by control and by measure code: looked up once, for every settled step writes them all.
  placesByKey() {
    const places = { inputs: {}, typed: {}, effect: {}, lost: {} };
    for (const input of this.all('[data-control]')) (places.inputs[input.dataset.control] ??= []).push(input);
    for (const name of ['typed', 'effect', 'lost']) for (const place of this.all(`[data-${name}]`)) places[name][place.dataset[name]] = place;
    return places;
  }

  // What every step of every slider would do comes after the results; a drag that starts sooner moves when it is there.
  takeAnswers() {
    const given = window.schaalwijzerAnswers;
    if (!given || given === this.answers) return;
    this.find('[data-tool="reset"] [value="saved"]').disabled = !given.hasSaved;
    if (given.of !== this.stamp) { this.askForAnswers(); return; }
    for (const answer of Object.values(given.controls)) answer.cost ??= runningTotals(answer.costSteps);
    this.answers = given;
    this.root.dataset.answers = given.of;
    if (this.dragged) this.paintDrag();
  }

  answerFor(control) {
    return this.answers?.of === this.stamp ? this.answers.controls[control] : undefined;
  }

  // Everything as Python computed it, except a control that is being dragged.
  settle() {
    const { data } = this;
    for (const [control, entry] of Object.entries(data.controls)) {
      if (control !== this.dragged) this.setControl(control, entry.now, nearestIndex(entry.values, entry.now));
    }
    for (const measure of data.measures) this.paintMeasure(measure.controls.saving);
    this.find('[data-tool="preset"]').value = data.preset;
    this.find('[data-tool="undo"]').disabled = !data.canUndo;
    this.find('[data-tool="redo"]').disabled = !data.canRedo;
    this.find('[data-tool="goal"]').textContent = `Wat is er nodig voor ${amount(data.targetCost)}?`;
    this.text('cost-name', `Jaarkosten ${data.targetYear}`);
    this.text('gap-name', `Afstand tot ${amount(data.targetCost)}`);
    this.text('waterfall-name', `Van de kosten in ${data.years[0]} naar ${data.targetYear}`);
    this.text('tornado-name', `Waar hangt ${data.targetYear} het meest van af? Jaarkosten bij de laagste en hoogste stand`);
    this.out('changed', data.changed || 'nog niets; beweeg een schuif.');
    drawWaterfall(this.find('.waterfall'), data.waterfall, data.targetCost);
    const at = data.years.indexOf(data.targetYear);
    drawTornado(this.find('.tornado'), data.tornado, data.result.cost[at]);
    this.root.classList.remove('moving');
    this.root.dataset.settled = this.stamp;
    if (this.dragged) this.paintDrag(); else this.paintResult(data.result, data.result.plainSum, false);
    // After the frame that shows this step, so that nothing stands in its way.
    requestAnimationFrame(() => setTimeout(() => this.askForAnswers()));
  }

  get stamp() { return `${this.revision}.${this.number}`; }

  // Answers, tables, shelf and address follow when the panel asks, once a step.
  askForAnswers() {
    const { stamp } = this;
    if (this.root.dataset.settled !== stamp || this.asked === stamp || window.schaalwijzerAnswers?.of === stamp) return;
    if (!window.schaalwijzerAsk) return;
    this.asked = stamp;
    window.schaalwijzerAsk(stamp);
  }

  text(name, value) { this.find(`[data-text="${name}"]`).textContent = value; }
  out(name, value) { const place = this.find(`[data-out="${name}"]`); if (place.textContent !== value) place.textContent = value; }

  setControl(control, value, index) {
    for (const input of this.places.inputs[control] ?? []) {
      if (input.type === 'checkbox') input.checked = Boolean(value);
      else input.value = index;
      if (input.type === 'checkbox') input.closest('.row').classList.toggle('off', !value);
      if (input.type === 'range') this.showValue(input, value);
    }
  }

  showValue(range, value) {
    const { control, kind } = range.dataset, typed = this.places.typed[control];
    const differs = control === 'delay_months' && value === null;
    if (this.root.getRootNode().activeElement !== typed) typed.value = differs ? 'verschilt' : valueText(kind, value);
    range.setAttribute('aria-valuetext', differs ? 'verschilt per maatregel' : valueSpoken(kind, value));
  }

  paintMeasure(control, index = null) {
    const code = control.split(':')[1], answer = index === null ? undefined : this.answerFor(control);
    const [effect, lost] = answer ? [answer.effect[index], answer.lost[index]] : this.data.own[code];
    const isOn = this.places.inputs[`on:${code}`][0].checked;
    this.places.effect[code].textContent = isOn ? `-${amount(effect)} mln` : 'uit';
    this.places.lost[code].textContent = isOn ? `${amount(lost)} mln` : '–';
  }

  // One frame of a drag: only look up and paint.
  paintDrag() {
    const control = this.dragged, entry = this.answerFor(control), { result } = this.data;
    this.painted = `${control} ${this.index}`;
    this.root.classList.add('moving');
    if (!entry) return;
    if (!entry.cost) {
      this.paintResult({ ...result, chance: chanceAt(entry, this.index, result.chance) }, result.plainSum, true);
      return;
    }
    const live = {
      ...result,
      cost: entry.cost[this.index] ?? entry.cost[0],
      baseline: entry.baseline ? entry.baseline[this.index] : result.baseline,
      contribution: entry.contribution ? result.contribution.map((known, year) => (year === entry.year ? entry.contribution[this.index] : known)) : result.contribution,
      chance: chanceAt(entry, this.index, result.chance),
    };
    this.paintResult(live, this.plainSum(entry, live), true);
    if (control.startsWith('saving_mln_eur:')) this.paintMeasure(control, this.index);
  }

  // What the sum without overlap becomes, where the row tells; null where only Python knows.
  plainSum(entry, live) {
    const { result, years, targetYear } = this.data, at = years.indexOf(targetYear);
    if (entry.effect) {
      const { values, now: value } = this.data.controls[this.dragged];
      const now = nearestIndex(values, value), gross = (index) => entry.effect[index] + entry.lost[index];
      return result.plainSum + gross(now) - gross(this.index);
    }
    return this.dragged === 'delay_months' ? null : result.plainSum + live.baseline[at] - result.baseline[at];
  }

  paintResult(result, plainSum, dragging) {
    const { years, targetYear, targetCost, ceilings } = this.data, at = years.indexOf(targetYear);
    const cost = result.cost[at], gap = cost - targetCost, shownGap = tenths(gap);
    this.out('cost', euros(cost));
    this.out('cost-words', `met de maatregelen die aan staan, na overlap; zonder maatregelen ${amount(result.baseline[at])}`);
    this.out('gap', `${shownGap > 0 ? '+' : ''}${amount(gap)} mln`);
    this.out('gap-words', shownGap > 0 ? `boven het doel van ${amount(targetCost)}` : shownGap < 0 ? `onder het doel van ${amount(targetCost)}: gehaald` : `precies op het doel van ${amount(targetCost)}`);
    if (result.chance === null) { this.out('chance', '…'); this.out('chance-words', 'volgt na het loslaten'); } else {
      this.out('chance', `${result.chance}%`);
      this.out('chance-words', `bij ${result.chance} van de 100 mogelijke uitkomsten wordt het doel gehaald`);
    }
    this.out('sum', plainSum === null ? '…' : amount(plainSum));
    this.find('.headline').classList.toggle('met', shownGap <= 0);
    this.root.classList.toggle('moving', dragging);
    const regional = this.view === 'regional';
    const less = (values) => values.map((value, index) => (value === null || result.contribution[index] === null ? null : value - result.contribution[index]));
    const lines = { cost: result.cost, baseline: result.baseline, target: result.target, p10: result.p10, p90: result.p90 };
    if (regional) for (const name of Object.keys(lines)) lines[name] = less(lines[name]);
    this.chart.draw(years, lines, regional ? [] : ceilings, dragging);
    // Words for who does not see the line: once it has come to rest.
    if (!dragging) this.find('.chart').setAttribute('aria-label', `${regional ? 'Kosten voor de regio' : 'Jaarkosten'} per jaar in miljoen euro: ${years.map((year, index) => `${year} ${amount(lines.cost[index])}`).join(', ')}.`);
    this.legend(regional);
  }

  legend(regional) {
    const entries = [['cost', 'doorrekening'], ['band', 'waarschijnlijk: 8 van de 10 uitkomsten'], ['target', 'pad van de bron'], ['baseline', 'zonder maatregelen'], ...(!regional && this.data.ceilings.length ? [['ceiling', 'plafond van de bron']] : [])];
    if (this.legendShown === entries.length) return;
    this.legendShown = entries.length;
    this.find('.chart-legend').replaceChildren(...entries.map(([kind, words]) => make('li', {}, make('i', { className: kind }), words)));
  }

  commit(control, index) {
    this.changes[control] = index;
    this.painted = null;
    if (control === 'delay_months') for (const key of Object.keys(this.changes)) if (key.startsWith('delay_months:')) delete this.changes[key];
    this.number += 1;
    this.report('steps', { revision: this.revision, number: this.number, changes: { ...this.changes } });
  }

  drag(range, index) {
    this.dragged = range.dataset.control;
    this.index = index;
    this.showValue(range, this.data.controls[this.dragged].values[index]);
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => { if (this.dragged) this.paintDrag(); });
  }

  release(range) {
    const { control } = range.dataset, index = Number(range.value);
    this.dragged = control;
    this.index = index;
    if (this.painted !== `${control} ${index}`) {
      this.showValue(range, this.data.controls[control].values[index]);
      this.paintDrag();
    }
    this.dragged = null;
    this.commit(control, index);
  }

  fault(input, message) {
    const place = input.closest('.row').querySelector('.fault');
    place.textContent = message;
    place.hidden = !message;
    place.setAttribute('role', message ? 'alert' : 'none');
    input.setAttribute('aria-invalid', String(Boolean(message)));
  }

  typedIn(input) {
    const { typed: control, kind } = input.dataset, { values } = this.data.controls[control];
    const text = input.value.trim().toLowerCase(), known = values.filter((value) => value !== null);
    const scale = kind === 'percent' ? 100 : 1, low = known[0] * scale, high = known[known.length - 1] * scale;
    const decimals = kind === 'mln' || kind === 'groei' ? 1 : 0;
    const mayBeUnknown = values.includes(null);
    const value = typedNumber(input.value);
    if (mayBeUnknown && (text === 'onbekend' || text === '')) this.fault(input, '');
    else if (Number.isNaN(value) || value < low - 1e-9 || value > high + 1e-9) {
      this.fault(input, `“${input.value}” kan niet. Typ een getal van ${dutch(low, decimals)} tot en met ${dutch(high, decimals)}${mayBeUnknown ? ', of “onbekend”' : ''}. De schuif is blijven staan.`);
      return;
    } else this.fault(input, '');
    const range = this.find(`[type="range"][data-control="${CSS.escape(control)}"]`);
    range.value = nearestIndex(values, Number.isNaN(value) ? null : value / scale);
    input.blur();
    this.release(range);
  }

  listen() {
    const { root } = this;
    root.addEventListener('input', (event) => {
      const { target } = event;
      if (target.type === 'range') this.drag(target, Number(target.value));
    });
    root.addEventListener('change', (event) => {
      const { target } = event;
      if (target.name === 'view') { this.view = target.value; this.chart.low = undefined; this.legendShown = null; this.paintResult(this.data.result, this.data.result.plainSum, false); return; }
      if (target.dataset.typed) { this.typedIn(target); return; }
      if (target.dataset.tool === 'preset') { this.command('command', { name: 'preset', value: target.value }); return; }
      if (target.dataset.tool === 'reset' && target.value) { this.command('command', { name: 'reset', value: target.value }); target.value = ''; return; }
      if (target.type === 'range') this.release(target);
      else if (target.type === 'checkbox' || target.dataset.control) this.choose(target);
    });
    root.addEventListener('keydown', (event) => {
      const { target } = event, jump = { PageUp: 10, PageDown: -10 }[event.key];
      if (target.type === 'range' && jump) {
        event.preventDefault();
        target.value = Number(target.value) + jump;
        this.release(target);
      }
      if (target.dataset.typed && event.key === 'Enter') this.typedIn(target);
      if (target.dataset.typed && event.key === 'Escape') { this.fault(target, ''); target.blur(); this.settle(); }
    });
    root.addEventListener('click', (event) => {
      const { tool } = event.target.dataset ?? {};
      if (tool === 'undo' || tool === 'redo') this.command('command', { name: tool });
      if (tool === 'goal') this.command('command', { name: 'goal', value: 'all' });
      if (tool === 'goal-active') this.command('command', { name: 'goal', value: 'active' });
    });
  }

  choose(input) {
    const { control } = input.dataset, index = input.type === 'checkbox' ? Number(input.checked) : Number(input.value);
    if (input.type === 'checkbox') input.closest('.row').classList.toggle('off', !input.checked);
    this.dragged = control;
    this.index = index;
    this.paintDrag();
    this.dragged = null;
    this.commit(control, index);
  }
}

export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  parentElement.whatIf ??= new WhatIfPanel(parentElement.querySelector('.paneel'));
  parentElement.whatIf.update(data, setStateValue, setTriggerValue);
}
