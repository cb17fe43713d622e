// What is read from what Python sends, and what a control would do.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { effectsAt, nearestIndex, readScenario, resultAt, stepped, targetCostOf, whole } from '../../../../components/what_if/panel/payload.js';

/** @typedef {import('../../../../components/what_if/panel/payload.js').Plan} Plan */
/** @typedef {import('../../../../components/what_if/panel/payload.js').PanelData} PanelData */

/** @type {Plan} */
const PLAN = {
  id: 'p1', years: [2019, 2020, 2021], targetYear: 2021, ceilings: [], measures: [], assumptions: [], presets: [], presetNotes: {},
  words: { warning: '', agreed: '', borrowed: '', start: '' }, categories: [], starts: {}, decimals: 1, digits: {},
  certainties: [50, 80],
  realisedFields: { controls: ['realised_cost_mln_eur:2019', 'realised_cost_mln_eur:2020', 'realised_cost_mln_eur:2021'], low: 20, high: 600, start: '' },
  targets: [{ name: 'pad', path: [110, null, 100] }, { name: 'plafond', path: [95, 95, 95] }, { name: 'eigen doel', path: null }],
  values: {
    'saving_mln_eur:1': [1, 1.5, 2, 2.5, 3], 'on:1': [false, true], delay_months: [0, 6], growth_pct: [0, 1], overlap_margin_share: [0, 0.1],
    'national_contribution_mln_eur:2021': [null, 0, 0.006], still: [0, 1], 'unknown_investment_mln_eur:1': [null, 0, 1, 2],
    target: ['Pad', 'Plafond', 'Eigen'], own_target_mln_eur: [0.09, 0.1],
    overlap_share: Array.from({ length: 11 }, (_, step) => step / 100),
  },
  baselines: { growth_pct: [[110, 112, 114], [110, 113.25, 117.5]] },
  contributions: { 'national_contribution_mln_eur:2021': 2 },
};

const AXIS = { low: 90_000, high: 120_000, step: 5000, decimals: 0 };

/** @type {import('../../../../components/what_if/panel/payload.js').SentScenario} */
const SENT = {
  own: { 1: [3, 2], 2: [20.5, 9] }, counted: [], uncounted: [], waterfall: [], waterfallAxis: AXIS, tornado: [], tornadoAxis: AXIS,
  now: {
    'saving_mln_eur:1': 1.6, 'on:1': true, delay_months: 0, growth_pct: 0, overlap_margin_share: 0.1, 'national_contribution_mln_eur:2021': null, still: 0,
    'unknown_investment_mln_eur:1': null, overlap_share: 0.05, target: 'Pad', own_target_mln_eur: 0.1,
  },
  result: {
    cost: [110, 105.4999994, 100.25], baseline: [110, 112, 114], contribution: [5, null, null], target: [110, null, 100],
    p10: [109, 103, 97], p90: [111, 107, 104],
    chance: 40, gross: 23.5, net: 14,
  },
  responses: {
    'saving_mln_eur:1': {
      at: [0, 2, 4], cost: [[110, 107, 104], [110, 105, 100], [110, 99, 88]], net: [12, 15, 18], effect: [1, 3, 9], chance: [10, 1, 20, 2, 30, 3, 40, 4, 50],
    },
    delay_months: { at: [0, 1], cost: [[110, 105.5, 100.25], [110, 108, 106]], chance: [40, 1, 5] },
    overlap_margin_share: { chance: [45, 1, 40] },
    still: { at: [0], cost: [[110, 105.5, 100.25]] },
    growth_pct: { chance: [40, 1, 3] },
    overlap_share: {
      at: [0, 10], cost: [[110, 105.5, 96], [110, 105.5, 106]], net: [18, 8],
      chance: [90, 1, 80, 2, 70, 3, 60, 4, 50, 5, 40, 6, 30, 7, 20, 8, 10, 9, 5, 10, 1],
    },
    'unknown_investment_mln_eur:1': { at: [0, 1, 3], cost: [[110, 105, 100], [110, 105, 100], [110, 107, 104]] },
  },
};

/** @type {PanelData} */
const DATA = {
  plan: 'p1', revision: 1, heard: 0, canUndo: false, canRedo: false, preset: '', changed: '', said: '', whose: 'Zuid-Holland Zuid', assumed: [], query: '',
  follows: false, answers: {}, scenario: JSON.stringify(SENT),
};

const SCENARIO = readScenario(PLAN, DATA);

test('whole thousandths go half up after the sixth decimal', () => {
  assert.deepEqual([1.5, 1.4999999, 1.4999994, -0.5, -0.6, 2].map(whole), [2, 2, 1, 0, -1, 2]);
});

test('a scenario is read into what the screen shows, without a change of what was sent', () => {
  const before = structuredClone(DATA), { result, exact, controls } = readScenario(PLAN, DATA);
  assert.deepEqual(DATA, before);
  assert.deepEqual(result, {
    cost: [110, 105, 100], baseline: [110, 112, 114], target: [110, null, 100], targetName: 'pad', contribution: [5, null, null], p10: [109, 103, 97],
    p90: [111, 107, 104], chance: 40, range: [1, 90], isRangeOld: false, plainSum: 91,
  });
  assert.equal(exact.cost[1], 105.4999994);
  assert.deepEqual(controls['saving_mln_eur:1'], { values: [1, 1.5, 2, 2.5, 3], now: 1.6, decimals: 1 });
});

test('what the costs really were is unknown in every year until someone says so, and stays as it is in a drag', () => {
  assert.deepEqual(SCENARIO.realised, { amounts: [null, null, null], said: [] });
  const sent = { ...SENT, realised: { amounts: [null, 113, null], said: ['In 2020'] } };
  const scenario = readScenario(PLAN, { ...DATA, scenario: JSON.stringify(sent) });
  assert.deepEqual(stepped(scenario, 'saving_mln_eur:1', 4).realised, sent.realised);
  assert.deepEqual(resultAt(scenario, 'saving_mln_eur:1', 4), resultAt(SCENARIO, 'saving_mln_eur:1', 4));
});

test('a scenario of another plan is refused', () => {
  assert.throws(() => readScenario({ ...PLAN, id: 'p2' }, DATA), /of plan p1, not p2/);
});

test('between two values costs run straight, at them they are as sent', () => {
  assert.deepEqual([0, 1, 2, 3, 4].map((index) => resultAt(SCENARIO, 'saving_mln_eur:1', index).cost), [
    [110, 107, 104], [110, 106, 102], [110, 105, 100], [110, 102, 94], [110, 99, 88],
  ]);
});

test('contributions share the effect after overlap by gross effect, and add up to it', () => {
  // At 2.5 measure 1 saves 6 and the sum is 26.5; after overlap 16.5 is left.
  const effects = effectsAt(SCENARIO, 'saving_mln_eur:1', 3);
  assert.deepEqual(effects?.[1], { gross: 6, contribution: 6 * 16.5 / 26.5, lost: 6 - 6 * 16.5 / 26.5 });
  assert.equal((effects?.[1].contribution ?? 0) + (effects?.[2].contribution ?? 0), 16.5);
  assert.deepEqual(effectsAt(SCENARIO, 'growth_pct', 1)?.[2].contribution, 20.5 * 14 / 23.5);
});

test('an unknown lies on no line', () => {
  assert.deepEqual([0, 1, 2, 3].map((index) => resultAt(SCENARIO, 'unknown_investment_mln_eur:1', index).cost[2]), [100, 100, 102, 104]);
});

test('a control that leaves the costs alone leaves the rest alone too', () => {
  assert.deepEqual(resultAt(SCENARIO, 'still', 1), { ...SCENARIO.result, cost: [110, 106, 100] });
  assert.deepEqual(resultAt(SCENARIO, 'overlap_margin_share', 0), { ...SCENARIO.result, chance: 45, isRangeOld: true });
});

test('costs move by as much as those without measures', () => {
  const live = resultAt(SCENARIO, 'growth_pct', 1);
  assert.deepEqual([live.baseline, live.cost, live.chance, live.plainSum], [[110, 113, 118], [110, 107, 104], 3, 94]);
});

test('a contribution changes in its own year only, and can be unknown', () => {
  const of = (/** @type {number} */ index) => resultAt(SCENARIO, 'national_contribution_mln_eur:2021', index);
  assert.deepEqual([of(0), of(1), of(2)].map(({ contribution }) => contribution), [[5, null, null], [5, null, 0], [5, null, 6]]);
  assert.deepEqual(of(2).cost, SCENARIO.result.cost);
});

test('a chance stands for its value, and is left to Python where it was not sent and the costs move', () => {
  assert.equal(resultAt(SCENARIO, 'saving_mln_eur:1', 3).chance, 40);
  assert.equal(resultAt(SCENARIO, 'unknown_investment_mln_eur:1', 3).chance, null);
  assert.equal(resultAt(SCENARIO, 'still', 1).chance, 40);
});

test('the plain sum moves by what a measure saves before overlap; one delay for all is for Python', () => {
  // The measure saves 3 now, and 9 at the high end.
  assert.equal(resultAt(SCENARIO, 'saving_mln_eur:1', 4).plainSum, whole(90.5 - 6));
  assert.equal(resultAt(SCENARIO, 'delay_months', 1).plainSum, null);
});

test('contributions follow the overlap too; what a later start of all does to each is for Python', () => {
  assert.equal(effectsAt(SCENARIO, 'overlap_share', 10)?.[2].contribution, 20.5 * 8 / 23.5);
  assert.equal(effectsAt(SCENARIO, 'delay_months', 1), null);
});

test('the target follows what is chosen, and one of one’s own its amount, in its year only', () => {
  const of = (/** @type {typeof SCENARIO} */ scenario, /** @type {string} */ control, /** @type {number} */ index) => {
    const { target, targetName, chance } = resultAt(scenario, control, index);
    return [target, targetName, chance];
  };
  assert.deepEqual(of(SCENARIO, 'target', 1), [[95, 95, 95], 'plafond', null]);
  assert.deepEqual(of(SCENARIO, 'target', 2), [[null, null, 100], 'eigen doel', null]);
  assert.deepEqual(of(stepped(SCENARIO, 'target', 2), 'own_target_mln_eur', 0), [[null, null, 90], 'eigen doel', null]);
  assert.deepEqual(of(SCENARIO, 'own_target_mln_eur', 0).slice(0, 2), [[110, null, 100], 'pad'], 'not while another target is chosen');
  assert.deepEqual(of(SCENARIO, 'still', 1).slice(0, 2), [[110, null, 100], 'pad']);
  assert.equal(targetCostOf(SCENARIO, resultAt(SCENARIO, 'target', 1)), 95);
});

test('the range of the chance goes along with the overlap, and is old where something else moves the chance', () => {
  const { range, isRangeOld } = resultAt(SCENARIO, 'overlap_share', 8);
  assert.deepEqual([range, isRangeOld], [[1, 60], false]);
  const other = resultAt(SCENARIO, 'saving_mln_eur:1', 4);
  assert.deepEqual([other.range, other.isRangeOld], [[1, 90], true]);
  assert.equal(resultAt(SCENARIO, 'still', 1).isRangeOld, false);
});

test('a drag that starts before Python has answered goes on from the step before it', () => {
  const after = stepped(SCENARIO, 'saving_mln_eur:1', 4);
  assert.deepEqual(after.result.cost, [110, 99, 88]);
  assert.equal(after.controls['saving_mln_eur:1'].now, 3);
  assert.deepEqual(resultAt(after, 'saving_mln_eur:1', 2).cost, [110, 105, 100]);
  // The delay costs 5.75 more in 2021, as it did before the step.
  assert.deepEqual(resultAt(after, 'delay_months', 1).cost[2], whole(88 + 5.75));
  assert.deepEqual(resultAt(after, 'growth_pct', 1).cost[2], whole(88 + 3.5));
  assert.equal(resultAt(after, 'delay_months', 1).chance, null);
  assert.equal(resultAt(after, 'saving_mln_eur:1', 0).chance, null);
  assert.deepEqual(SCENARIO.result.cost, [110, 105, 100], 'the scenario itself stays');
});

test('the nearest value is found between steps, at the ends and beyond them', () => {
  const values = [1, 1.5, 2];
  assert.deepEqual([1.6, 1.8, 1.75, 0, 9].map((value) => nearestIndex(values, value)), [1, 2, 1, 0, 2]);
});

test('an unknown among the values is never near to a number, and is found as itself', () => {
  assert.equal(nearestIndex([null, 10, 20], 0), 1);
  assert.equal(nearestIndex([0, 10, null], null), 2);
  assert.equal(nearestIndex([0, 10], null), 0);
});

test('words and switches are found as they are', () => {
  assert.equal(nearestIndex(['Niet', 'Elk jaar'], 'Elk jaar'), 1);
  assert.equal(nearestIndex([false, true], true), 1);
});
