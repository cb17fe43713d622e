// What a visitor types beside a slider.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readTyped } from '../../../../components/what_if/panel/typed_value.js';

const SAVINGS = [1, 1.5, 2, 2.5], SHARES = [0, 0.1, 0.2, 0.3], CONTRIBUTIONS = [null, 0, 5, 10];

test('an amount is read as Dutch people type it, and goes to the nearest step', () => {
  for (const text of ['1,5', ' € 1,5 ', '1,5 mln', '1.5', '1,6']) assert.deepEqual(readTyped(text, 'mln', SAVINGS), { index: 1 }, text);
});

test('the ends of a slider can be typed, and nothing beyond them', () => {
  assert.deepEqual(readTyped('1', 'mln', SAVINGS), { index: 0 });
  assert.deepEqual(readTyped('2,5', 'mln', SAVINGS), { index: 3 });
  assert.deepEqual(readTyped('30%', 'percent', SHARES), { index: 3 });
  for (const text of ['0,9', '2,6', '-1', '1.000,0']) assert.ok('fault' in readTyped(text, 'mln', SAVINGS), text);
  assert.ok('fault' in readTyped('31%', 'percent', SHARES));
});

test('what is no number is refused with what was typed and what can be', () => {
  assert.deepEqual(readTyped('veel', 'mln', SAVINGS), {
    fault: '“veel” kan niet. Typ een getal van 1,0 tot en met 2,5. De schuif is blijven staan.',
  });
  assert.deepEqual(readTyped('7', 'maanden', [0, 1, 2]), { fault: '“7” kan niet. Typ een getal van 0 tot en met 2. De schuif is blijven staan.' });
  for (const text of ['', 'NaN', '=1+1', '1,2,3', 'onbekend']) assert.ok('fault' in readTyped(text, 'mln', SAVINGS), text);
});

test('an amount that may be unknown can be typed as such, or left empty', () => {
  for (const text of ['', '  ', 'Onbekend', 'onbekend ']) assert.deepEqual(readTyped(text, 'mln', CONTRIBUTIONS), { index: 0 }, text);
  assert.deepEqual(readTyped('4', 'mln', CONTRIBUTIONS), { index: 2 });
  assert.deepEqual(readTyped('11', 'mln', CONTRIBUTIONS), {
    fault: '“11” kan niet. Typ een getal van 0,0 tot en met 10,0, of “onbekend”. De schuif is blijven staan.',
  });
});
