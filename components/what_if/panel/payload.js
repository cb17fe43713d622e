// What Python sends, and how it is read: once what holds for a plan, and per scenario its results and what each control would do.
// Amounts are thousandths of a million euros; null is unknown.

/** @typedef {import('../../look/amounts.js').ValueKind} ValueKind */

/** @typedef {number | string | boolean | null} ControlValue */

/**
 * What a control can be, and what it is now. An input holds the position of a value, never the value itself. `decimals` are those of an
 * amount as it stands in its field.
 * @typedef {{ values: ControlValue[], now: ControlValue, decimals: number }} Control
 */

/**
 * Measure with the keys of its controls and where their first values come from; `facts` are headings with what the table says.
 * @typedef {{
 *   code: string, name: string, category: string, lead: string, low: number, high: number, facts: [term: string, text: string][],
 *   controls: { saving: string, on: string, delay: string, investment?: string }, origins: Record<string, string>,
 * }} MeasureRow
 */

/** @typedef {{ control: string, name: string, kind: ValueKind, origin: string, about: string }} AssumptionRow */

/**
 * Fields for what the costs really were: the control of each year, the lowest and the highest amount, and what the table itself says of its
 * first year.
 * @typedef {{ controls: string[], low: number, high: number, start: string }} RealisedFields
 */

/** @typedef {{ amounts: (number | null)[], said: string[] }} Realised What the costs really were per year, and sentences about it. */

/**
 * What is said of one table and not of another: the warning about adding up, that the start reaches its target by agreement, whose
 * overlap it begins with, and what its first cost is made of; empty where there is nothing to say.
 * @typedef {{ warning: string, agreed: string, borrowed: string, start: string }} PlanWords
 */

/**
 * What holds for every scenario of a plan. `starts` are the values that the controls start with, `baselines` the costs without
 * measures at each value of a control that moves them, `contributions` the index of the year that a control is for, `presetNotes`
 * what one must know of a preset, `targets` the values of the target, of which one of the visitor's own has no path, `certainties` the chances
 * in percent that can be wished for, `decimals` those of every amount that is computed, `digits` those of the amounts that a control sets.
 * @typedef {{
 *   id: string, years: number[], targetYear: number, certainties: number[], targets: Target[], ceilings: Ceiling[], measures: MeasureRow[],
 *   realisedFields: RealisedFields, assumptions: AssumptionRow[], presets: [name: string, label: string][], presetNotes: Record<string, string>,
 *   values: Record<string, ControlValue[]>, starts: Record<string, ControlValue>, words: PlanWords, categories: string[],
 *   baselines: Record<string, number[][]>, contributions: Record<string, number>, decimals: number, digits: Record<string, number>,
 * }} Plan
 */

/**
 * What one control would do. `at` are indices of its values, `cost` the costs per year at these, and at the target year `net` the effect of
 * all measures after overlap and `effect` the gross effect of its own measure; between two of them all run straight. Where the costs do not
 * change there is one. `chance` is that at the first value, and then in pairs from which value on it is another one, and which. What a
 * control leaves alone is left out.
 * @typedef {{ at?: number[], cost?: number[][], net?: number[], effect?: number[], chance?: number[] }} Response
 */

/** @typedef {{ name: string, amount: number, from: number, to: number, step: string }} WaterfallStep */
/** @typedef {{ name: string, low: number, high: number }} TornadoRow */
/** @typedef {{ low: number, high: number, step: number, decimals: number }} Axis Ends and step, in thousandths; decimals of its texts. */
/** @typedef {[name: string, amount: number]} Ceiling */
/** @typedef {{ name: string, path: (number | null)[] | null }} Target */

/**
 * Amounts per year as shown, in whole thousandths, `target` null in a year for which it gives none, with the name of the target; and at the
 * target year the chance in tenths, with 0 and 10 for hardly and nearly, and the sum that the source warns of. A chance or
 * sum of null is still to come. `range` are the chances with the overlap 5 points higher and lower; old in a drag that changes them in a way
 * that only Python knows.
 * @typedef {{
 *   cost: number[], baseline: number[], target: (number | null)[], targetName: string, contribution: (number | null)[], p10: number[], p90: number[],
 *   chance: number | null, range: [number, number] | null, isRangeOld: boolean, plainSum: number | null,
 * }} Result
 */

/**
 * Amounts that are still computed with, so with decimals: per year, and at the target year the plain sum of the effects and what overlap leaves.
 * @typedef {{ cost: number[], baseline: number[], gross: number, net: number }} Exact
 */
/**
 * In the target year, with decimals: the effect of a measure on itself, its part of the effect after overlap, and the difference.
 * @typedef {{ gross: number, contribution: number, lost: number }} MeasureEffect
 */

/**
 * One scenario as Python sends it; `own` holds per measure its gross effect, and what falls away if only that one goes; `counted` and
 * `uncounted` are measures whose investment is more than nothing, and unknown, where investments count; `realised` is left out where nobody
 * said what the costs really were.
 * @typedef {{
 *   now: Record<string, ControlValue>, own: Record<string, [gross: number, lossWithout: number]>, counted: string[], uncounted: string[],
 *   result: Exact & { contribution: (number | null)[], target: (number | null)[], p10: number[], p90: number[], chance: number },
 *   waterfall: WaterfallStep[], waterfallAxis: Axis, tornado: TornadoRow[], tornadoAxis: Axis, responses: Record<string, Response>, realised?: Realised,
 * }} SentScenario
 */

/**
 * About a step: `revision` counts what the panel has to show anew, `heard` the steps of that revision known to Python, `whose` the region or table,
 * `assumed` what was assumed when that was read, `query` is what a link to the scenario holds, `answers` the finding of each answer below the
 * panel; `follows` says whether something else there waits for the step.
 * @typedef {{
 *   revision: number, heard: number, canUndo: boolean, canRedo: boolean, preset: string, changed: string, said: string, whose: string, query: string,
 *   assumed: string[], follows: boolean, answers: Record<string, string>,
 * }} Step
 */

/** @typedef {Step & { plan: string, scenario: string }} PanelData As panel.py sends it: `id` of the plan, and a SentScenario as JSON. */

/**
 * Everything about one scenario that the panel shows.
 * @typedef {Omit<Plan, 'id' | 'values' | 'digits'> & Step & Omit<SentScenario, 'now' | 'result'> & {
 *   controls: Record<string, Control>, result: Result, exact: Exact, realised: Realised,
 * }} Scenario
 */

/**
 * Whole thousandths, half up, as model/notation.py rounds: six decimals first, for a sum misses its last binary digit.
 * @param {number} amount
 */
export const whole = (amount) => Math.floor(Math.round(amount * 1e6) / 1e6 + 0.5);

/**
 * @param {Plan} plan
 * @param {PanelData} data of a scenario of that plan
 * @returns {Scenario}
 */
export function readScenario(plan, data) {
  const { values, id, digits, ...ofPlan } = plan, { plan: planId, scenario, ...step } = data;
  if (id !== planId) throw new Error(`The scenario is of plan ${planId}, not ${id}.`);
  const { now, result, ...ofScenario } = /** @type {SentScenario} */ (JSON.parse(scenario)), { cost, baseline, gross, net, ...shown } = result;
  const at = plan.years.indexOf(plan.targetYear);
  const controls = Object.fromEntries(Object.entries(values).map(([control, ofControl]) => [
    control, { values: ofControl, now: now[control], decimals: digits[control] ?? plan.decimals }]));
  return {
    ...ofPlan, ...step, ...ofScenario, controls,
    exact: { cost, baseline, gross, net },
    realised: ofScenario.realised ?? { amounts: plan.years.map(() => null), said: [] },
    result: {
      ...shown, cost: cost.map(whole), baseline: baseline.map(whole), plainSum: whole(baseline[at] - gross),
      targetName: plan.targets[nearestIndex(values[TARGET], now[TARGET])].name,
      range: rangeAround(ofScenario.responses, controls, now[OVERLAP] ?? null), isRangeOld: false,
    },
  };
}

const OVERLAP = 'overlap_share', RANGE_SHARE = 0.05;
export const TARGET = 'target';
export const OWN_TARGET = 'own_target_mln_eur';

/**
 * Cost to reach in the target year.
 * @param {{ years: number[], targetYear: number }} scenario
 * @param {{ target: (number | null)[] }} result
 */
export function targetCostOf({ years, targetYear }, { target }) {
  const cost = target[years.indexOf(targetYear)];
  if (cost === null) throw new Error(`There is no target for ${targetYear}.`);
  return cost;
}

/**
 * The target and its name with one control at the value with this index.
 * @param {Scenario} scenario
 * @param {string} control
 * @param {number} index
 * @returns {{ target: (number | null)[], targetName: string }}
 */
function targetAt({ result, targets, controls, years, targetYear }, control, index) {
  if (control !== TARGET && control !== OWN_TARGET) return result;
  const { values, now } = controls[TARGET], own = controls[OWN_TARGET];
  const { name, path } = targets[control === TARGET ? index : nearestIndex(values, now)];
  if (path) return { target: path, targetName: name };
  const amount = whole(1000 * Number(control === OWN_TARGET ? own.values[index] : own.now));
  return { target: years.map((year) => (year === targetYear ? amount : null)), targetName: name };
}

/**
 * Chances with the overlap 5 points higher and lower than a value; null where the overlap makes no difference.
 * @param {Record<string, Response>} responses
 * @param {Record<string, Control>} controls
 * @param {ControlValue} overlap
 * @returns {[number, number] | null}
 */
function rangeAround(responses, controls, overlap) {
  const runs = responses[OVERLAP]?.chance;
  if (!runs || runs.length < 2 || typeof overlap !== 'number') return null;
  const { values } = controls[OVERLAP];
  return [chanceIn(runs, nearestIndex(values, overlap + RANGE_SHARE)), chanceIn(runs, nearestIndex(values, overlap - RANGE_SHARE))];
}

/**
 * Chance at the value with this index.
 * @param {number[]} runs see Response
 * @param {number} index
 */
export function chanceIn(runs, index) {
  let place = 0;
  while (place + 1 < runs.length && runs[place + 1] <= index) place += 2;
  return runs[place];
}

/**
 * What is between two indices of `at`, and how far on.
 * @param {number[]} at rising
 * @param {ControlValue[]} values
 * @param {number} index
 */
function between(at, values, index) {
  const after = at.findIndex((known) => known >= index);
  if (after < 0) return { from: at.length - 1, to: at.length - 1, share: 0 };
  if (at[after] === index || after === 0) return { from: after, to: after, share: 0 };
  const [low, here, high] = [at[after - 1], index, at[after]].map((known) => Number(values[known]));
  return { from: after - 1, to: after, share: (here - low) / (high - low) };
}

/**
 * Amount at a value of a control, along the straight line between two that are known.
 * @param {number[]} amounts
 * @param {{ from: number, to: number, share: number }} place
 */
const along = (amounts, { from, to, share }) => amounts[from] + share * (amounts[to] - amounts[from]);

/**
 * Plain sum and effect after overlap with one control at the value with this index; null where only Python knows.
 * @param {Scenario} scenario
 * @param {string} control
 * @param {number} index
 * @returns {{ gross: number, net: number, own: number | null } | null} `own` is the gross effect of the measure of the control
 */
function totalsAt({ exact, responses, controls, own: effects }, control, index) {
  const { at, net, effect } = responses[control] ?? {};
  if (control === 'delay_months') return null;
  if (!at || !net) return { gross: exact.gross, net: exact.net, own: null };
  const place = between(at, controls[control].values, index), own = effect ? along(effect, place) : null;
  return { gross: own === null ? exact.gross : exact.gross + own - effects[control.split(':')[1]][0], net: along(net, place), own };
}

/**
 * What each measure does with one control at the value with this index, by its code; null where only Python knows.
 * @param {Scenario} scenario
 * @param {string} control
 * @param {number} index
 */
export function effectsAt(scenario, control, index) {
  const totals = totalsAt(scenario, control, index);
  return totals && effectsOf(scenario.own, totals, totals.own === null ? '' : control.split(':')[1], totals.own ?? 0);
}

/**
 * What each measure does, by its code; with another gross effect for one of them.
 * @param {Record<string, [gross: number, lossWithout: number]>} own
 * @param {{ gross: number, net: number }} totals
 * @param {string} [changed]
 * @param {number} [effect]
 * @returns {Record<string, MeasureEffect>}
 */
export function effectsOf(own, { gross: sum, net }, changed = '', effect = 0) {
  return Object.fromEntries(Object.entries(own).map(([code, [before]]) => {
    const gross = code === changed ? effect : before, contribution = sum > 0 ? (gross * net) / sum : 0;
    return [code, { gross, contribution, lost: gross - contribution }];
  }));
}

/**
 * The result with one control at the value with this index.
 * @param {Scenario} scenario
 * @param {string} control
 * @param {number} index
 * @returns {Result}
 */
export function resultAt(scenario, control, index) {
  const { result, contributions } = scenario, { cost, baseline } = exactAt(scenario, control, index);
  const amount = scenario.controls[control].values[index], own = typeof amount === 'number' ? whole(1000 * amount) : null;
  const isOfOverlap = control === OVERLAP && (scenario.responses[OVERLAP]?.chance?.length ?? 0) > 1;
  const { target, targetName } = targetAt(scenario, control, index);
  return {
    ...result, target, targetName,
    cost: cost.map(whole),
    baseline: baseline.map(whole),
    contribution: result.contribution.map((known, year) => (year === contributions[control] ? own : known)),
    chance: chanceAt(scenario, control, index),
    range: isOfOverlap ? rangeAround(scenario.responses, scenario.controls, amount) : result.range,
    isRangeOld: !isOfOverlap && (result.isRangeOld || movesChance(scenario, control)),
    plainSum: plainSumAt(scenario, control, index),
  };
}

/**
 * Costs with one control at the value with this index, and those without measures.
 * @param {Scenario} scenario
 * @param {string} control
 * @param {number} index
 */
function exactAt({ exact, baselines, responses, controls }, control, index) {
  const baseline = baselines[control]?.[index], { at, cost } = responses[control] ?? {};
  if (baseline) return { baseline, cost: exact.cost.map((now, year) => now + baseline[year] - exact.baseline[year]) };
  if (!at || !cost) return exact;
  const place = between(at, controls[control].values, index);
  return { baseline: exact.baseline, cost: exact.cost.map((_, year) => along(cost.map((row) => row[year]), place)) };
}

/**
 * Chance with one control at the value with this index; null where only Python knows. A control that leaves the costs alone
 * leaves the chance too.
 * @param {Scenario} scenario
 * @param {string} control
 * @param {number} index
 */
function chanceAt({ result, responses, contributions }, control, index) {
  const { at, chance } = responses[control] ?? {};
  if (chance) return chanceIn(chance, index);
  return control in contributions || at?.length === 1 ? result.chance : null;
}

/**
 * Whether a control moves the chance, as far as the browser knows.
 * @param {Scenario} scenario
 * @param {string} control
 */
function movesChance({ responses, contributions }, control) {
  const { at, chance } = responses[control] ?? {};
  return chance ? chance.length > 1 : !(control in contributions || at?.length === 1);
}

/**
 * The sum without overlap with one control at the value with this index; null where only Python knows.
 * @param {Scenario} scenario
 * @param {string} control
 * @param {number} index
 */
function plainSumAt(scenario, control, index) {
  const totals = totalsAt(scenario, control, index);
  return totals && whole(exactAt(scenario, control, index).baseline[scenario.years.indexOf(scenario.targetYear)] - totals.gross);
}

/**
 * The scenario after a step that Python has still to hear of, so that a next drag goes on from there. What the other controls do
 * is as it was before the step, which is near; the chance is left to Python.
 * @param {Scenario} scenario
 * @param {string} control
 * @param {number} index
 * @returns {Scenario}
 */
export function stepped(scenario, control, index) {
  const { responses, controls, exact, own } = scenario, result = resultAt(scenario, control, index), live = exactAt(scenario, control, index);
  const { gross, net, own: effect } = totalsAt(scenario, control, index) ?? { ...exact, own: null }, code = control.split(':')[1];
  const moved = live.cost.map((cost, year) => cost - exact.cost[year]);
  /** @param {number[]} row */
  const onward = (row) => row.map((cost, year) => cost + moved[year]);
  return {
    ...scenario, result,
    controls: { ...controls, [control]: { ...controls[control], now: controls[control].values[index] } },
    exact: { ...live, gross, net },
    own: effect === null ? own : { ...own, [code]: [effect, own[code][1]] },
    responses: Object.fromEntries(Object.entries(responses).map(([key, { at, cost, net: nets, effect: effects }]) => [key, {
      at, effect: effects, net: key === control ? nets : nets?.map((known) => known + net - exact.net),
      cost: key === control ? cost : cost?.map(onward),
    }])),
  };
}

/**
 * Index of the value nearest to `value`; exact for what is no number.
 * @param {ControlValue[]} values
 * @param {ControlValue} value
 */
export function nearestIndex(values, value) {
  if (typeof value !== 'number') return Math.max(0, values.indexOf(value));
  let best = 0, shortest = Infinity;
  values.forEach((candidate, index) => {
    const distance = typeof candidate === 'number' ? Math.abs(candidate - value) : Infinity;
    if (distance < shortest) { best = index; shortest = distance; }
  });
  return best;
}
