// What the tiles and the charts make of a result.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { unbroken } from '../../../../components/look/amounts.js';
import { axisOf, kindOf, placeOn } from '../../../../components/what_if/panel/bars.js';
import { chanceInWords, rangeInWords } from '../../../../components/what_if/panel/chance_words.js';
import { costLines, noteOf } from '../../../../components/what_if/panel/cost_view.js';
import { headlineTexts } from '../../../../components/what_if/panel/headline.js';

const SCENARIO = { years: [2019, 2022], targetYear: 2022, whose: 'eigen tabel “mijn regio”' };

/**
 * @param {number} cost
 * @param {number | null} [chance]
 */
function resultWith(cost, chance = 5) {
  return {
    cost: [110_000, cost], baseline: [110_000, 114_700], target: [110_000, 100_000], targetName: 'pad van het plan',
    contribution: [5000, null], p10: [109_000, 95_000], p90: [111_000, 104_000],
    chance, range: /** @type {[number, number]} */ ([4, 8]), isRangeOld: false, plainSum: 83_000,
  };
}

test('above, on and below the target are said in words, with the amount between', () => {
  const gaps = [102_345, 100_049, 99_949].map((cost) => headlineTexts(SCENARIO, resultWith(cost)));
  assert.deepEqual(gaps.map((texts) => [texts.cost, texts.gap, texts['gap-name']]), [
    ['€ 102,3 mln', '€ 2,3 mln', 'Boven het doel van € 100,0 mln'].map(unbroken),
    ['€ 100,0 mln', '€ 0,0 mln', 'Precies op het doel van € 100,0 mln'].map(unbroken),
    ['€ 99,9 mln', '€ 0,1 mln', 'Onder het doel van € 100,0 mln'].map(unbroken),
  ]);
});

test('the headline names table and target', () => {
  const { whose } = headlineTexts(SCENARIO, { ...resultWith(100_000), target: [null, 95_700], targetName: 'plafond scenario 1' });
  assert.equal(whose, unbroken('Eigen tabel “mijn regio”. Doel: plafond scenario 1, € 95,7 mln in 2022.'));
});

test('that the target is reached is said in one breath with the chance, where the screen says so', () => {
  const words = [[100_050, 5], [100_049, 4], [99_000, 5], [99_000, 0], [102_000, 6]].map(([cost, chance]) => (
    headlineTexts(SCENARIO, resultWith(cost, chance))['gap-words'].replaceAll('\u00a0', ' ')));
  assert.deepEqual(words, [
    'niet gehaald bij deze stand; kans om het toch te halen: ongeveer 5 op 10',
    'gehaald bij deze stand, maar de kans om het te halen is kleiner dan de helft',
    'gehaald bij deze stand; kans: ongeveer 5 op 10',
    'gehaald bij deze stand, maar de kans om het te halen is kleiner dan de helft',
    'niet gehaald bij deze stand, al is de kans om het te halen groter dan de helft',
  ]);
  assert.ok(!headlineTexts(SCENARIO, resultWith(99_000, null))['gap-words'].includes('gehaald'), 'nor while the chance is still to come');
});

test('a chance is said in tenths, and never as certain or impossible', () => {
  const said = [0, 1, 6, 9, 10].map((chance) => chanceInWords(chance).replaceAll('\u00a0', ' '));
  assert.deepEqual(said, ['vrijwel uitgesloten', 'ongeveer 1 op 10', 'ongeveer 6 op 10', 'ongeveer 9 op 10', 'vrijwel zeker']);
});

test('the range of a chance runs from low to high', () => {
  const ranges = /** @type {[number, number][]} */ ([[4, 8], [8, 4], [6, 6], [0, 3], [7, 10], [0, 0], [0, 10]]);
  assert.deepEqual(ranges.map((range) => rangeInWords(range).replaceAll('\u00a0', ' ')), [
    '4 tot 8 op 10', '4 tot 8 op 10', 'ook ongeveer 6 op 10', 'vrijwel uitgesloten tot 3 op 10', '7 op 10 tot vrijwel zeker', 'vrijwel uitgesloten',
    'vrijwel uitgesloten tot vrijwel zeker',
  ]);
});

test('what is still to come is not shown as a number', () => {
  const texts = headlineTexts(SCENARIO, { ...resultWith(100_000, null), plainSum: null });
  assert.deepEqual([texts.chance, texts['gap-words'], texts.sum], ['volgt nog', 'hoe zeker dat is, volgt nog', '…']);
  const known = headlineTexts(SCENARIO, { ...resultWith(100_000, 0), plainSum: 0, range: null });
  assert.deepEqual([known.chance, known['chance-words'], known.sum], ['vrijwel uitgesloten', '', unbroken('€ 0,0 mln')]);
});

test('for the region the contribution goes off every line; in a year without one the whole cost stands aside, as the source prints it', () => {
  assert.deepEqual(costLines(resultWith(100_000), true), {
    cost: [105_000, null], baseline: [105_000, null], target: [105_000, null], p10: [104_000, null], p90: [106_000, null],
    aside: [null, 100_000], targetAside: [null, 100_000],
  });
  assert.deepEqual(costLines(resultWith(100_000), false).cost, [110_000, 100_000]);
});

test('a line outside its own band is explained, and a year without a contribution where that shows', () => {
  const of = (/** @type {number} */ cost, isRegional = false) => noteOf(resultWith(cost), 1, isRegional);
  assert.match(of(104_100), /^De doorrekening ligt boven haar eigen band/);
  assert.match(of(94_900), /^De doorrekening ligt onder haar eigen band/);
  assert.equal(of(100_000), '');
  assert.equal(of(104_040), '', 'not where the screen shows the same digits');
  assert.match(of(100_000, true), /excl|exclusief rijksbijdrage/);
});

test('an axis runs from whole step to whole step, with all amounts on it', () => {
  const axis = axisOf([78_200, 114_700]), { low, high, step } = axis;
  assert.deepEqual([low, high, step], [70_000, 120_000, 10_000]);
  assert.deepEqual([70_000, 95_000, 120_000].map((value) => placeOn(axis, value)), [0, 50, 100]);
  assert.ok(Number.isFinite(placeOn(axisOf([5, 5]), 5)), 'also where all values are one');
});

test('the sum that must not be taken looks like nothing else, and what reads 0,0 has no bar', () => {
  const kinds = /** @type {const} */ ([
    ['start', 114_700], ['growth', 0], ['growth', 40], ['gross_effect', -36_500], ['gross_effect', 0], ['lost_to_overlap', 21_700], ['distance', -100],
  ]).map(([step, amount]) => kindOf({ name: '', step, amount, from: 0, to: amount }));
  assert.deepEqual(kinds, ['level', '', '', 'forbidden', '', 'worse', 'better']);
});
