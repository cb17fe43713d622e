import assert from 'node:assert/strict';
import { test } from 'node:test';

import { amount, dutch, euros, tenths, unbroken, valueSpoken, valueText } from '../../../components/look/amounts.js';

test('thousandths are rounded half up to tenths, below zero too', () => {
  assert.deepEqual([49, 50, 149, 150, 1234].map(tenths), [0, 0.1, 0.1, 0.2, 1.2]);
  assert.deepEqual([-49, -50, -51, -150, -151].map(tenths), [0, 0, -0.1, -0.1, -0.2]);
});

test('nothing is written as minus zero', () => {
  assert.ok(Object.is(tenths(-50), 0));
  assert.equal(amount(-50), '0,0');
});

test('amounts stand in Dutch notation with one decimal and a plain minus sign', () => {
  assert.equal(amount(1_234_567), '1.234,6');
  assert.equal(amount(-1_250), '-1,2');
  assert.equal(euros(2_000), '€\u00a02,0\u00a0mln');
});

test('an amount that is not known says so', () => {
  assert.equal(amount(null), 'onbekend');
  assert.equal(euros(null), 'onbekend');
});

test('no line ends inside an amount of money, and other spaces stay', () => {
  assert.equal(unbroken('van € 1.234,5 mln naar € -2 in 2022'), 'van €\u00a01.234,5\u00a0mln naar €\u00a0-2 in 2022');
  assert.equal(unbroken('in mln € per jaar'), 'in mln € per jaar');
});

test('a number has as many decimals as asked', () => {
  assert.equal(dutch(1234.56, 0), '1.235');
  assert.equal(dutch(2, 1), '2,0');
});

test('a value is shown in its field as its kind asks', () => {
  assert.equal(valueText('mln', 2.5), '2,5');
  assert.equal(valueText('percent', 0.125), '13%');
  assert.equal(valueText('maanden', 7), '7');
  assert.equal(valueText('groei', 1.5), '1,5%');
  assert.equal(valueText('keuze', 3), '3');
});

test('a value is spoken with its unit, of one month in the singular', () => {
  assert.equal(valueSpoken('mln', 2.5), '2,5 miljoen euro');
  assert.equal(valueSpoken('percent', 0.5), '50%');
  assert.equal(valueSpoken('maanden', 1), '1 maand');
  assert.equal(valueSpoken('maanden', 2), '2 maanden');
  assert.equal(valueSpoken('groei', 1.5), '1,5% per jaar');
});

test('a value that is not known is neither shown nor spoken as a number', () => {
  for (const nothing of [null, undefined]) {
    assert.equal(valueText('mln', nothing), 'onbekend');
    assert.equal(valueSpoken('percent', nothing), 'onbekend');
  }
  assert.equal(valueText('maanden', 0), '0');
});
