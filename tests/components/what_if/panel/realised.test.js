// What a visitor types for the costs as they really were.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readRealised, stepOf } from '../../../../components/what_if/panel/realised.js';

const RANGE = { low: 20_000, high: 574_000, decimals: 1 };

test('an amount is kept to the thousand euros, as Dutch people type it', () => {
  for (const text of ['113,4', ' € 113,4 ', '113,4 mln', '113.4', '113,400']) assert.deepEqual(readRealised(text, RANGE), { amount: 113_400 }, text);
  assert.deepEqual(readRealised('113,412', RANGE), { amount: 113_412 });
  assert.deepEqual([readRealised('20', RANGE), readRealised('574', RANGE)], [{ amount: 20_000 }, { amount: 574_000 }]);
});

test('a finer amount is rounded, and that is said', () => {
  assert.deepEqual(readRealised('113,4126', RANGE), { amount: 113_413, said: '“113,4126” is afgerond op 113,413.' });
});

test('nothing is unknown and not 0', () => {
  for (const text of ['', '  ', 'Onbekend']) assert.deepEqual(readRealised(text, RANGE), { amount: null }, text);
  assert.ok('fault' in readRealised('0', RANGE));
});

test('an amount in euros, with its comma in the wrong place, or none at all is refused with what can be', () => {
  assert.deepEqual(readRealised('1134', RANGE), {
    fault: '“1134” kan niet. Typ een bedrag in mln € van 20,0 tot en met 574,0, of “onbekend”. Wat er stond, geldt nog.',
  });
  for (const text of ['113.400', '113400', '11,34', '-113,4', 'veel', '=1+1', 'NaN', '1e2', '113,4,1']) assert.ok('fault' in readRealised(text, RANGE), text);
});

test('another unit of money is converted, and that is said; the unit of something else is refused', () => {
  for (const text of ['€ 113.412.000', '113412000', '0,113412 mld', '113.412 duizend euro']) {
    assert.deepEqual(readRealised(text, RANGE), { amount: 113_412, said: `“${text}” is gelezen als € 113,412 mln.` }, text);
  }
  assert.deepEqual(readRealised('113,4%', RANGE), {
    fault: '“113,4%” kan niet. Typ een bedrag in mln € van 20,0 tot en met 574,0, of “onbekend”. Wat er stond, geldt nog.',
  });
});

test('in a small plan an amount has at least the digits of that plan', () => {
  const small = { low: 0, high: 16_000, decimals: 2 };
  assert.deepEqual(readRealised('3,1004', small), { amount: 3_100, said: '“3,1004” is afgerond op 3,10.' });
  const beyond = readRealised('17', small);
  assert.ok('fault' in beyond && beyond.fault.includes('van 0,00 tot en met 16,00'));
});

test('a report counts steps of a thousand euros from the lowest amount, after unknown', () => {
  assert.deepEqual([null, 20_000, 20_001, 113_400].map((amount) => stepOf(amount, RANGE)), [0, 1, 2, 93_401]);
});
