// What is read from what Python sends.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { chanceAt, nearestIndex, plainSumAt, readResponses, resultAt, runningTotals } from '../../../../components/what_if/panel/payload.js';

/** @typedef {import('../../../../components/what_if/panel/payload.js').Scenario} Scenario */

const RESULT = {
  cost: [110, 105, 100], baseline: [110, 112, 114], target: [110, null, 100], contribution: [5, null, null], p10: [109, 103, 97], p90: [111, 107, 104],
  chance: 40, plainSum: 90,
};
/** @type {Scenario} */
const SCENARIO = {
  years: [2019, 2020, 2021], targetYear: 2021, targetCost: 100, measures: [], assumptions: [], presets: [], own: {}, ceilings: [], waterfall: [], tornado: [],
  controls: { 'saving_mln_eur:1': { values: [1, 1.5, 2], now: 1.6 }, delay_months: { values: [0, 6], now: 0 }, growth_pct: { values: [0, 1], now: 0 } },
  result: RESULT,
};

test('rows are the first row with all that was added since', () => {
  assert.deepEqual(runningTotals([[10, 20], [1, -2], [3, 0]]), [[10, 20], [11, 18], [14, 18]]);
  assert.deepEqual(runningTotals([[10, 20]]), [[10, 20]]);
});

test('responses are read without a change of what was sent', () => {
  const sent = { of: '1.2', hasSaved: true, controls: { a: { costSteps: [[10], [1]], chance: [3, 4] }, b: { chance: [5] } } };
  const before = structuredClone(sent);
  assert.deepEqual(readResponses(sent), { of: '1.2', controls: { a: { cost: [[10], [11]], chance: [3, 4] }, b: { cost: null, chance: [5] } } });
  assert.deepEqual(sent, before);
});

test('a chance stands for its value, or for all values where there is one', () => {
  assert.equal(chanceAt({ cost: null, chance: [10, 20, 30] }, 1, 40), 20);
  assert.equal(chanceAt({ cost: null, chance: [10] }, 2, 40), 10);
});

test('without chances only a control that leaves the costs alone keeps the chance', () => {
  assert.equal(chanceAt({ cost: [[100]] }, 2, 40), 40);
  assert.equal(chanceAt({ cost: [[100], [101]] }, 1, 40), null);
  assert.equal(chanceAt({ cost: null }, 1, 40), null);
});

test('a result takes over what the response says and keeps the rest', () => {
  const live = resultAt(RESULT, { cost: [[1, 2, 3], [4, 5, 6]], chance: [7, 8], baseline: [[9, 9, 9], [8, 8, 8]] }, 1);
  assert.deepEqual(live, { ...RESULT, cost: [4, 5, 6], baseline: [8, 8, 8], chance: 8 });
  assert.deepEqual(resultAt(RESULT, { cost: [[1, 2, 3]], chance: [7] }, 2).cost, [1, 2, 3]);
  assert.deepEqual(resultAt(RESULT, { cost: null, chance: [7] }, 0), { ...RESULT, chance: 7 });
});

test('a contribution changes in its own year only', () => {
  const live = resultAt(RESULT, { cost: [[110, 105, 100]], chance: [40], year: 2, contribution: [null, 6] }, 1);
  assert.deepEqual(live.contribution, [5, null, 6]);
});

test('the plain sum moves by what a measure saves before overlap', () => {
  const response = { cost: null, effect: [1, 2, 3], lost: [10, 20, 30] };
  assert.equal(plainSumAt(SCENARIO, 'saving_mln_eur:1', response, 2, RESULT), 90 + 22 - 33);
  assert.equal(plainSumAt(SCENARIO, 'saving_mln_eur:1', response, 1, RESULT), 90);
});

test('the plain sum follows the costs without measures, and one delay for all is for Python', () => {
  const response = { cost: [[110, 105, 100], [110, 106, 103]] };
  assert.equal(plainSumAt(SCENARIO, 'growth_pct', response, 1, { ...RESULT, baseline: [110, 113, 117] }), 93);
  assert.equal(plainSumAt(SCENARIO, 'delay_months', response, 1, RESULT), null);
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
