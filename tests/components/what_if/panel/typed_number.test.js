// Numbers with their unit, as people type them.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { typedNumber } from '../../../../components/what_if/panel/typed_number.js';

const PLAIN = { unit: '', isMoney: false, isYearly: false };

test('numbers are read as Dutch readers write them', () => {
  const typed = {
    '2,5': 2.5, '1.234,5': 1234.5, '1.000': 1000, '-1.234.567': -1234567, '0.750': 0.75, '12.5': 12.5, '-3': -3, '\u22123': -3, '- 3': -3, '+3': 3,
    '1 234': 1234, ',5': 0.5, '½': 0.5, '1½': 1.5, '1 ½': 1.5, '2¼': 2.25, 'een half': 0.5, Half: 0.5, anderhalf: 1.5, ' 7 ': 7,
  };
  for (const [text, value] of Object.entries(typed)) assert.deepEqual(typedNumber(text), { ...PLAIN, value }, text);
});

test('the unit stands apart, and so do money and the year', () => {
  assert.deepEqual(typedNumber('€ 2,5 mln'), { value: 2.5, unit: 'mln', isMoney: true, isYearly: false });
  assert.deepEqual(typedNumber('2,5 mln €'), { value: 2.5, unit: 'mln', isMoney: true, isYearly: false });
  assert.deepEqual(typedNumber('€2,5'), { value: 2.5, unit: '', isMoney: true, isYearly: false });
  assert.deepEqual(typedNumber('1,5 miljoen euro p.j.'), { value: 1.5, unit: 'miljoen', isMoney: true, isYearly: true });
  assert.deepEqual(typedNumber('-1,5 % per jaar'), { value: -1.5, unit: '%', isMoney: false, isYearly: true });
  assert.deepEqual(typedNumber('6 mnd.'), { value: 6, unit: 'mnd', isMoney: false, isYearly: false });
  assert.deepEqual(typedNumber('anderhalf jaar'), { value: 1.5, unit: 'jaar', isMoney: false, isYearly: false });
});

test('what is no number is not read as one', () => {
  const texts = [
    '', ' ', 'veel', '1,2,3', '1.23,4', '--3', '-+3', '- €-3', '2,', '1.2.3', '1e3',
    '1 5', '1 2345', '5-6', '5/6', '=1+1', 'NaN', '€', '%', '1,5½', '5 <b>',
  ];
  for (const text of texts) assert.equal(typedNumber(text), null, text);
});
