// What the tiles and the charts make of a result.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { unbroken } from '../../../../components/look/amounts.js';
import { scaleOf } from '../../../../components/what_if/panel/bars.js';
import { costLines } from '../../../../components/what_if/panel/cost_view.js';
import { headlineTexts, reachesTarget } from '../../../../components/what_if/panel/headline.js';

const SCENARIO = { years: [2019, 2022], targetYear: 2022, targetCost: 100_000 };

/**
 * @param {number} cost
 * @param {number | null} [chance]
 */
function resultWith(cost, chance = 48) {
  return {
    cost: [110_000, cost], baseline: [110_000, 114_700], target: [110_000, null], contribution: [5000, null], p10: [109_000, 95_000], p90: [111_000, 104_000],
    chance, plainSum: 83_000,
  };
}

test('above, on and below the target are said in words, with the amount between', () => {
  const gaps = [102_345, 100_049, 99_949].map((cost) => headlineTexts(SCENARIO, resultWith(cost)));
  assert.deepEqual(gaps.map((texts) => [texts.cost, texts.gap, texts['gap-words']]), [
    ['€ 102,3 mln', '€ 2,3 mln', 'boven het doel van € 100,0 mln'].map(unbroken),
    ['€ 100,0 mln', '€ 0,0 mln', 'precies op het doel van € 100,0 mln'].map(unbroken),
    ['€ 99,9 mln', '€ 0,1 mln', 'onder het doel van € 100,0 mln: gehaald'].map(unbroken),
  ]);
});

test('the target is reached where the screen says so, not where hidden digits do', () => {
  assert.deepEqual([100_050, 100_049, 99_000].map((cost) => reachesTarget(SCENARIO, resultWith(cost))), [false, true, true]);
});

test('what is still to come is not shown as a number', () => {
  const texts = headlineTexts(SCENARIO, { ...resultWith(100_000, null), plainSum: null });
  assert.deepEqual([texts.chance, texts['chance-words'], texts.sum], ['…', 'volgt na het loslaten', '…']);
  const known = headlineTexts(SCENARIO, { ...resultWith(100_000, 0), plainSum: 0 });
  assert.deepEqual([known.chance, known.sum], ['0%', unbroken('€ 0,0 mln')]);
});

test('for the region the contribution goes off every line, and a year without one is unknown', () => {
  assert.deepEqual(costLines(resultWith(100_000), true), {
    cost: [105_000, null], baseline: [105_000, null], target: [105_000, null], p10: [104_000, null], p90: [106_000, null],
  });
  assert.deepEqual(costLines(resultWith(100_000), false).cost, [110_000, 100_000]);
});

test('bars keep a little room at both ends', () => {
  const scale = scaleOf([100, 200]);
  assert.deepEqual([100, 150, 200].map((value) => scale(value).toFixed(2)), ['2.83', '50.00', '97.17']);
  assert.ok(Number.isFinite(scaleOf([5, 5])(5)), 'also where all values are one');
});
