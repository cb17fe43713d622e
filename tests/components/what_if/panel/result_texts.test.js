// What the tiles and the charts make of a result.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { unbroken } from '../../../../components/look/amounts.js';
import { groundOf, kindOf, placeOn, stepsAddUp } from '../../../../components/what_if/panel/bars.js';
import { chanceInWords, rangeInWords } from '../../../../components/what_if/panel/chance_words.js';
import { costLines, noteOf } from '../../../../components/what_if/panel/cost_view.js';
import { headlineTexts, investmentsInWords, overlapInWords } from '../../../../components/what_if/panel/headline.js';
import { startInWords } from '../../../../components/what_if/panel/bar_words.js';

const SCENARIO = { years: [2019, 2022], targetYear: 2022, whose: 'eigen tabel “mijn regio”', decimals: 1 };

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
  assert.equal(whose, unbroken('Eigen tabel “mijn regio”. Doel voor de jaarkosten: plafond scenario 1, € 95,7 mln in 2022.'));
});

test('that the target is reached is said, and where most outcomes say otherwise that too, without the chance itself that stands beside it', () => {
  const words = [[100_050, 5], [100_049, 4], [99_000, 5], [99_000, 0], [102_000, 6]].map(([cost, chance]) => (
    headlineTexts(SCENARIO, resultWith(cost, chance))['gap-words'].replaceAll('\u00a0', ' ')));
  assert.deepEqual(words, [
    'niet gehaald bij deze stand',
    'gehaald bij deze stand, maar de kans om het te halen is kleiner dan de helft',
    'gehaald bij deze stand',
    'gehaald bij deze stand, maar de kans om het te halen is kleiner dan de helft',
    'niet gehaald bij deze stand, al is de kans om het te halen groter dan de helft',
  ]);
  assert.ok(!headlineTexts(SCENARIO, resultWith(99_000, null))['gap-words'].includes('gehaald'), 'nor while the chance is still to come');
});

test('a chance is said in tenths, and never as certain or impossible', () => {
  const said = [0, 1, 6, 9, 10].map((chance) => chanceInWords(chance).replaceAll('\u00a0', ' '));
  assert.deepEqual(said, ['vrijwel uitgesloten', 'ongeveer 1 op 10', 'ongeveer 6 op 10', 'ongeveer 9 op 10', 'vrijwel zeker']);
});

test('of the target, not of the chance, it is said that it is hardly to be or nearly certain', () => {
  const names = [0, 1, 9, 10, null].map((chance) => headlineTexts(SCENARIO, resultWith(99_000, chance))['chance-name']);
  const chance = 'Kans om het doel te halen';
  assert.deepEqual(names, ['Het doel halen', chance, chance, 'Het doel halen', chance]);
});

test('a range of the state before does not stand beside a chance of now', () => {
  assert.match(headlineTexts(SCENARIO, resultWith(99_000, 6))['chance-words'], /4 tot 8/);
  const dragged = headlineTexts(SCENARIO, { ...resultWith(99_000, 6), isRangeOld: true });
  assert.equal(dragged['chance-words'], 'bij 5 procentpunt meer of minder overlap: …');
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
  const of = (/** @type {number} */ cost, isRegional = false) => noteOf(resultWith(cost), 1, isRegional, SCENARIO);
  assert.match(of(104_100), /^De doorrekening ligt boven haar eigen band/);
  assert.match(of(94_900), /^De doorrekening ligt onder haar eigen band/);
  assert.equal(of(100_000), '');
  assert.equal(of(104_040), '', 'not where the screen shows the same digits');
  assert.match(of(100_000, true), /kosten vóór rijksbijdrage/);
  assert.match(of(100_000, true), /^De tegels en de kans blijven gaan over de jaarkosten/);
  assert.ok(of(100_000, true).includes(unbroken('Ook het doel van 2022 staat hier vóór rijksbijdrage: € 100,0 mln.')));
  const known = noteOf({ ...resultWith(100_000), contribution: [5000, 9500] }, 1, true, SCENARIO);
  assert.ok(known.includes(unbroken('Het doel van 2022 is hier min die bijdrage: € 90,5 mln.')));
});

test('an amount stands on an axis as far as it is from the ends', () => {
  assert.deepEqual([70_000, 95_000, 120_000].map((value) => placeOn({ low: 70_000, high: 120_000 }, value)), [0, 50, 100]);
});

test('bars stand at nought, or at the end of the axis that is nearest to it', () => {
  const axes = [{ low: 70_000, high: 120_000 }, { low: -3_000, high: 8_000 }, { low: -9_000, high: -6_000 }];
  assert.deepEqual(axes.map(groundOf), [70_000, 0, -6_000]);
});

test('the sum that must not be taken looks like nothing else, and what reads 0,0 has no bar', () => {
  const kinds = /** @type {const} */ ([
    ['start', 114_700], ['growth', 0], ['growth', 40], ['gross_effect', -36_500], ['gross_effect', 0], ['lost_to_overlap', 21_700], ['distance', -100],
  ]).map(([step, amount]) => kindOf({ name: '', step, amount, from: 0, to: amount }, 1));
  assert.deepEqual(kinds, ['level', '', '', 'forbidden', '', 'worse', 'better']);
});

test('cost, target and what lies between fit on the screen, with the same digits in a small plan', () => {
  const tiles = headlineTexts(SCENARIO, resultWith(97_850));
  assert.deepEqual([tiles.cost, tiles.gap, tiles['gap-name']], ['€ 97,9 mln', '€ 2,1 mln', 'Onder het doel van € 100,0 mln'].map(unbroken));
  const small = headlineTexts({ ...SCENARIO, decimals: 3 }, { ...resultWith(731), target: [760, 735], baseline: [760, 760] });
  assert.deepEqual([small.cost, small.gap], ['€ 0,731 mln', '€ 0,004 mln'].map(unbroken));
  assert.ok(small['cost-words'].endsWith(unbroken('€ 0,760 mln')));
});

test('a target with more digits than are shown can leave another distance, and that is said', () => {
  const tiles = headlineTexts(SCENARIO, { ...resultWith(99_960), target: [110_000, 100_040] });
  assert.deepEqual([tiles.cost, tiles.gap], ['€ 100,0 mln', '€ 0,1 mln'].map(unbroken));
  assert.match(tiles['gap-words'], /afgerond/);
  assert.ok(!headlineTexts(SCENARIO, resultWith(97_850))['gap-words'].includes('afgerond'));
});

test('the waterfall knows whether its rounded steps lead to the result', () => {
  const of = (/** @type {[string, number][]} */ steps) => steps.map(([step, amount]) => ({ name: '', step, amount, from: 0, to: amount }));
  assert.ok(stepsAddUp(of([['start', 114_700], ['gross_effect', -36_500], ['lost_to_overlap', 21_700], ['result', 99_900], ['distance_to_target', -100]]), 1));
  const missed = of([['start', 100_000], ['gross_effect', -1_040], ['lost_to_overlap', -1_040], ['result', 97_920]]);
  assert.ok(!stepsAddUp(missed, 1));
  assert.ok(stepsAddUp(missed, 2));
});

test('that the start reaches the amount of the path by agreement is said at its overlap under every name of that amount, and only there', () => {
  const words = { warning: 'Tel ze niet op.', agreed: 'Afgesproken.', borrowed: '', start: '' };
  const of = { ...SCENARIO, words, starts: { overlap_share: 0.7 }, targets: [{ name: 'pad van het plan', path: [114_700, 100_000] }] };
  const said = (/** @type {number} */ goal, /** @type {number} */ overlap) => overlapInWords(of, { target: [null, goal] }, overlap);
  assert.deepEqual([said(100_000, 0.7), said(95_700, 0.7), said(100_000, 0.66)], ['Afgesproken.', '', '']);
  assert.equal(said(100_000, 0), 'Let op: met 0% overlap telt de pagina de besparingen gewoon op. Tel ze niet op.');
  assert.equal(overlapInWords({ ...of, words: { ...words, agreed: '', borrowed: 'Geleend.' } }, { target: [null, 95_700] }, 0.7), 'Geleend.');
});

test('which investments count stands beside those that are unknown', () => {
  assert.equal(investmentsInWords(['3a', '5'], ['1']), 'Investeringen: meegeteld van maatregelen 3a en 5; onbekend en niet meegeteld van maatregel 1.');
  assert.equal(investmentsInWords([], ['1', '4', '6']), 'Investeringen: onbekend en niet meegeteld van maatregelen 1, 4 en 6.');
  assert.equal(investmentsInWords(['3a'], []), '');
});

test('the chart begins elsewhere for the reason that moves it there', () => {
  const axis = { low: 70_000, high: 120_000, step: 10_000, decimals: 0 };
  const said = (/** @type {number} */ own) => startInWords(/** @type {any} */ ({
    ...SCENARIO, words: { start: '' }, waterfall: [{ step: 'result', amount: 0 }], waterfallAxis: axis, result: { cost: [own], baseline: [114_700] },
  }));
  assert.match(said(112_600), /begint op €.112,6.mln, omdat een deel van de maatregelen in 2019 al werkt\./u);
  assert.match(said(114_800), /begint op €.114,8.mln, omdat investeringen in 2019 meer kosten dan de maatregelen dan besparen\./u);
  assert.doesNotMatch(said(114_700), /De doorrekening in de grafiek/);
});
