// What Python sends of one scenario, and how it is read. Amounts are whole thousandths of a million euros; null is unknown.

/** @typedef {import('../../look/amounts.js').ValueKind} ValueKind */

/** @typedef {number | string | boolean | null} ControlValue */

/**
 * What a control can be, and what it is now. An input holds the position of a value, never the value itself.
 * @typedef {{ values: ControlValue[], now: ControlValue }} Control
 */

/**
 * Measure with the keys of its controls; `facts` are headings with what the source says.
 * @typedef {{
 *   code: string, name: string, category: string, lead: string, low: number, high: number, facts: [term: string, text: string][],
 *   controls: { saving: string, on: string, delay: string, investment?: string },
 * }} MeasureRow
 */

/** @typedef {{ control: string, name: string, kind: ValueKind, origin: string, about: string }} AssumptionRow */

/**
 * Amounts per year, and at the target year the chance in percent and the sum that the source warns of. A chance of null is still
 * to come.
 * @typedef {{
 *   cost: number[], baseline: number[], target: (number | null)[], contribution: (number | null)[], p10: number[], p90: number[],
 *   chance: number | null, plainSum: number,
 * }} Result
 */

/** @typedef {{ name: string, amount: number, from: number, to: number, step: string }} WaterfallStep */
/** @typedef {{ name: string, low: number, high: number }} TornadoRow */
/** @typedef {[name: string, amount: number]} Ceiling */

/**
 * Everything about one scenario that the panel shows; `own` holds per measure its effect and what it loses to overlap.
 * @typedef {{
 *   years: number[], targetYear: number, targetCost: number, measures: MeasureRow[], assumptions: AssumptionRow[],
 *   presets: [name: string, label: string][], controls: Record<string, Control>, own: Record<string, [effect: number, lost: number]>,
 *   result: Result, ceilings: Ceiling[], waterfall: WaterfallStep[], tornado: TornadoRow[],
 * }} Scenario
 */

/**
 * As panel.py sends it: `revision` counts what the panel has to show anew, `heard` the steps of that revision known to Python.
 * @typedef {Scenario & {
 *   revision: number, heard: number, canUndo: boolean, canRedo: boolean, preset: string, changed: string,
 * }} PanelData
 */

/**
 * What each value of one control would do, as sent: costs as a first row and what each next row adds. A list with one entry
 * holds for every value; `contribution` is that of the one year at `year`.
 * @typedef {{
 *   costSteps?: number[][], baseline?: number[][], year?: number, contribution?: (number | null)[], effect?: number[], lost?: number[],
 *   chance?: number[],
 * }} SentResponse
 */

/** @typedef {{ of: string, hasSaved: boolean, controls: Record<string, SentResponse> }} SentResponses For the step with stamp `of`. */

/** @typedef {Omit<SentResponse, 'costSteps'> & { cost: number[][] | null }} ControlResponse Costs per value and year. */

/** @typedef {{ of: string, controls: Record<string, ControlResponse> }} Responses */

/**
 * @param {SentResponses} sent
 * @returns {Responses}
 */
export function readResponses({ of, controls }) {
  return {
    of,
    controls: Object.fromEntries(Object.entries(controls).map(([control, { costSteps, ...others }]) => (
      [control, { ...others, cost: costSteps ? runningTotals(costSteps) : null }]))),
  };
}

/**
 * Rows from the first row and what each next row adds to the one before.
 * @param {number[][]} steps
 */
export function runningTotals(steps) {
  const rows = [steps[0]];
  for (const added of steps.slice(1)) {
    const last = rows[rows.length - 1];
    rows.push(added.map((more, year) => last[year] + more));
  }
  return rows;
}

/**
 * Chance at the value with this index; null where only Python knows. A control that leaves the costs alone leaves the chance too.
 * @param {ControlResponse} response
 * @param {number} index
 * @param {number | null} now
 */
export function chanceAt({ chance, cost }, index, now) {
  if (chance) return chance[index] ?? chance[0];
  return cost?.length === 1 ? now : null;
}

/**
 * The result with one control at the value with this index.
 * @param {Result} result
 * @param {ControlResponse} response
 * @param {number} index
 * @returns {Result}
 */
export function resultAt(result, response, index) {
  const { cost, baseline, contribution, year } = response;
  return {
    ...result,
    cost: cost ? cost[index] ?? cost[0] : result.cost,
    baseline: baseline ? baseline[index] : result.baseline,
    contribution: contribution ? result.contribution.map((known, at) => (at === year ? contribution[index] : known)) : result.contribution,
    chance: chanceAt(response, index, result.chance),
  };
}

/**
 * What the sum without overlap becomes in `live`, the result with `control` at the value with this index; null where only Python
 * knows.
 * @param {Scenario} scenario
 * @param {string} control
 * @param {ControlResponse} response
 * @param {number} index
 * @param {Result} live
 */
export function plainSumAt({ result, controls, years, targetYear }, control, { effect, lost }, index, live) {
  if (effect && lost) {
    const now = nearestIndex(controls[control].values, controls[control].now);
    return result.plainSum + effect[now] + lost[now] - effect[index] - lost[index];
  }
  if (control === 'delay_months') return null;
  const target = years.indexOf(targetYear);
  return result.plainSum + live.baseline[target] - result.baseline[target];
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
