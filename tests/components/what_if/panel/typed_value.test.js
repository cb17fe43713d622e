// What a visitor types beside a slider.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readTyped } from '../../../../components/what_if/panel/typed_value.js';

const SAVINGS = [1, 1.5, 2, 2.5], SHARES = [0, 0.1, 0.2, 0.3], CONTRIBUTIONS = [null, 0, 5, 10];
const PERCENTS = Array.from({ length: 101 }, (_, step) => step / 100);

test('an amount is read as Dutch people type it, and goes to the nearest step', () => {
  for (const text of ['1,5', ' € 1,5 ', '1,5 mln', '1.5']) assert.deepEqual(readTyped(text, 'mln', SAVINGS, 1), { index: 1 }, text);
});

const TENTHS = Array.from({ length: 91 }, (_, step) => (10 + step) / 10), MONTHS = Array.from({ length: 25 }, (_, month) => month);
const GROWTHS = Array.from({ length: 121 }, (_, step) => (step - 20) / 10);

test('every field takes its own unit, however a person writes it', () => {
  const typed = [
    ['percent', PERCENTS, 70, ['70', '70%', '70 %', '70 procent', '70 pct.', '70,0 Procent']],
    ['mln', TENTHS, 5, ['1,5', '1.5', '€ 1,5 mln', '€1,5', '1,5 mln €', '1,5 miljoen', '1,5 miljoen euro', '1,5 mln euro per jaar', '1½', '1,5 mln.', '1,5M']],
    ['maanden', MONTHS, 6, ['6', '6 maanden', '6 mnd', '6 mnd.', '6 Maanden']],
    ['groei', GROWTHS, 35, ['1,5', '1,5%', '1,5 procent', '1,5% per jaar', '1,5 procent p.j.', '1,5 %/jaar']],
    ['groei', GROWTHS, 5, ['-1,5', '\u22121,5%', '- 1,5 procent']],
  ];
  for (const [kind, values, index, texts] of /** @type {[string, number[], number, string[]][]} */ (typed)) {
    for (const text of texts) assert.deepEqual(readTyped(text, kind, values, 1), { index }, `${kind} ${text}`);
  }
});

test('another unit of the same thing is converted, and that is said', () => {
  for (const text of ['€ 1.500.000', '1500000 euro', '15 ton', '1.500 k', '1500 duizend euro']) {
    assert.deepEqual(readTyped(text, 'mln', TENTHS, 1), { index: 5, said: `“${text}” is gelezen als € 1,5 mln.` });
  }
  assert.deepEqual(readTyped('half jaar', 'maanden', MONTHS, 1), { index: 6, said: '“half jaar” is gelezen als 6 maanden.' });
  assert.deepEqual(readTyped('anderhalf jaar', 'maanden', MONTHS, 1), { index: 18, said: '“anderhalf jaar” is gelezen als 18 maanden.' });
  assert.deepEqual(readTyped('1 kwartaal', 'maanden', MONTHS, 1), { index: 3, said: '“1 kwartaal” is gelezen als 3 maanden.' });
  // A thousand is no sum of money that a field in tenths of a million could hold: which of two it was, is not guessed.
  assert.ok('fault' in readTyped('1.500', 'mln', [0, ...TENTHS], 1));
});

test('what is converted and rounded is said to be both', () => {
  const read = readTyped('6.550.000', 'mln', TENTHS, 1);
  assert.deepEqual(read, { index: 56, said: '“6.550.000” is gelezen als € 6,6 mln, afgerond.' });
  assert.deepEqual(readTyped('0,704', 'percent', PERCENTS, 1), { index: 70, said: '“0,704” is gelezen als 70%, afgerond.' });
  assert.deepEqual(readTyped('6.600.000', 'mln', TENTHS, 1), { index: 56, said: '“6.600.000” is gelezen als € 6,6 mln.' });
});

test('the unit of something else is refused, with what belongs in the field', () => {
  const foreign = [
    ['mln', TENTHS, ['5%', '5 procent', '5 maanden', '5 appels'], 'een bedrag in mln €'],
    ['percent', PERCENTS, ['€ 70', '70 mln', '6 maanden', '70% per jaar'], 'een percentage'],
    ['maanden', MONTHS, ['6%', '€ 6', '6 mln', '6 weken', '6 per jaar'], 'een aantal maanden'],
    ['groei', GROWTHS, ['€ 1', '1 mln', '1 maand'], 'een percentage per jaar'],
  ];
  for (const [kind, values, texts, held] of /** @type {[string, number[], string[], string][]} */ (foreign)) {
    for (const text of texts) {
      const read = readTyped(text, kind, values, 1);
      assert.ok('fault' in read && read.fault.startsWith(`“${text}” kan niet. Typ ${held} van `), `${kind} ${text}`);
    }
  }
});

test('what is rounded is said, and a half goes up', () => {
  assert.deepEqual(readTyped('1,6', 'mln', SAVINGS, 1), { index: 1, said: '“1,6” is afgerond op 1,5.' });
    for (const [text, shown] of [['6,55', '6,6'], ['6,54', '6,5'], ['1,05', '1,1'], ['9,95', '10,0']]) {
    const read = readTyped(text, 'mln', TENTHS, 1);
    assert.deepEqual(read, { index: TENTHS.indexOf(Number(shown.replace(',', '.'))), said: `“${text}” is afgerond op ${shown}.` });
  }
  assert.deepEqual(readTyped('70,4', 'percent', PERCENTS, 1), { index: 70, said: '“70,4” is afgerond op 70%.' });
});

test('a share that is typed for percents is understood, and that is said', () => {
  assert.deepEqual(readTyped('0,7', 'percent', PERCENTS, 1), { index: 70, said: '“0,7” is gelezen als 70%.' });
  assert.deepEqual(readTyped('0.25', 'percent', PERCENTS, 1), { index: 25, said: '“0.25” is gelezen als 25%.' });
  assert.deepEqual(readTyped('0,7%', 'percent', PERCENTS, 1), { index: 1, said: '“0,7%” is afgerond op 1%.' });
  assert.deepEqual(readTyped('1', 'percent', PERCENTS, 1), { index: 1, said: '“1” is gelezen als 1%.' });
  assert.deepEqual(readTyped('1%', 'percent', PERCENTS, 1), { index: 1 });
  assert.deepEqual(readTyped('2', 'percent', PERCENTS, 1), { index: 2 });
  assert.deepEqual(readTyped('0', 'percent', PERCENTS, 1), { index: 0 });
  assert.ok('fault' in readTyped('0,7', 'percent', SHARES, 1), 'no share beyond the end');
});

test('the ends of a slider can be typed, and nothing beyond them', () => {
  assert.deepEqual(readTyped('1', 'mln', SAVINGS, 1), { index: 0 });
  assert.deepEqual(readTyped('2,5', 'mln', SAVINGS, 1), { index: 3 });
  assert.deepEqual(readTyped('30%', 'percent', SHARES, 1), { index: 3 });
  for (const text of ['0,9', '2,6', '-1', '1.000,0']) assert.ok('fault' in readTyped(text, 'mln', SAVINGS, 1), text);
  assert.ok('fault' in readTyped('31%', 'percent', SHARES, 1));
});

test('what is no number is refused with what was typed and what can be', () => {
  assert.deepEqual(readTyped('veel', 'mln', SAVINGS, 1), {
    fault: '“veel” kan niet. Typ een bedrag in mln € van 1,0 tot en met 2,5. De schuif is blijven staan.',
  });
  assert.deepEqual(readTyped('7', 'maanden', [0, 1, 2], 1), { fault: '“7” kan niet. Typ een aantal maanden van 0 tot en met 2. De schuif is blijven staan.' });
  for (const text of ['', '  ']) {
    const read = readTyped(text, 'mln', SAVINGS, 1);
    assert.deepEqual(read, { fault: 'Er staat niets. Typ een bedrag in mln € van 1,0 tot en met 2,5. De schuif is blijven staan.' });
  }
  for (const text of ['NaN', '=1+1', '1,2,3', 'onbekend', 'pm', '?']) assert.ok('fault' in readTyped(text, 'mln', SAVINGS, 1), text);
});

test('an amount that may be unknown can be typed as such, or left empty', () => {
  for (const text of ['', '  ', 'Onbekend', 'onbekend ']) assert.deepEqual(readTyped(text, 'mln', CONTRIBUTIONS, 1), { index: 0 }, text);
  assert.deepEqual(readTyped('5', 'mln', CONTRIBUTIONS, 1), { index: 2 });
  assert.deepEqual(readTyped('11', 'mln', CONTRIBUTIONS, 1), {
    fault: '“11” kan niet. Typ een bedrag in mln € van 0,0 tot en met 10,0, of “onbekend”. De schuif is blijven staan.',
  });
});

test('other words for unknown are read as such, and none as 0; what can mean either is asked', () => {
  for (const text of ['pm', 'PM', 'p.m.', '?', 'Nog niet bekend']) {
    assert.deepEqual(readTyped(text, 'mln', CONTRIBUTIONS, 1), { index: 0, said: `“${text}” is gelezen als onbekend.` });
  }
  for (const text of ['geen', 'Nul']) {
    assert.deepEqual(readTyped(text, 'mln', CONTRIBUTIONS, 1), { index: 1, said: `“${text}” is gelezen als € 0,0 mln.` });
  }
  assert.deepEqual(readTyped('geen', 'maanden', MONTHS, 1), { index: 0, said: '“geen” is gelezen als 0 maanden.' });
  for (const text of ['n.v.t.', '-', 'geen idee']) assert.match(/** @type {any} */ (readTyped(text, 'mln', CONTRIBUTIONS, 1)).fault, /of “onbekend”/);
  assert.ok('fault' in readTyped('geen', 'mln', SAVINGS, 1), 'no 0 below the low end');
});

test('what is typed in a small plan is answered in its digits', () => {
  const read = readTyped('0,0452', 'mln', [0.04, 0.045, 0.05], 3);
  assert.deepEqual(read, { index: 1, said: '“0,0452” is afgerond op 0,045.' });
});
