import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addsUp, amount, distance, dutch, euros, shown, unbroken, valueSpoken, valueText } from '../../../components/look/amounts.js';

test('thousandths are rounded half up to tenths, below zero too', () => {
  assert.deepEqual([49, 50, 149, 150, 1234].map((each) => shown(each, 1)), [0, 0.1, 0.1, 0.2, 1.2]);
  assert.deepEqual([-49, -50, -51, -150, -151].map((each) => shown(each, 1)), [0, 0, -0.1, -0.1, -0.2]);
});

test('a small plan has finer amounts', () => {
  assert.deepEqual([1, 2, 3].map((decimals) => amount(1_045, decimals)), ['1,0', '1,05', '1,045']);
  assert.equal(amount(-1_045, 2), '−1,04', 'half up, below zero too');
  assert.equal(valueText('mln', 0.045, 3), '0,045');
});

test('what lies between an amount and one with no more digits than are shown is what the two leave', () => {
  for (const decimals of [1, 2, 3]) {
    const unit = 10 ** (3 - decimals);
    for (let goal = 0; goal < 5 * unit; goal += unit) {
      for (let cost = -300; cost < 300; cost += 1) {
        const left = Math.abs(shown(cost, decimals) - shown(goal, decimals));
        assert.equal(distance(cost - goal, decimals), euros(Math.round(1000 * left), decimals), `${cost} ${goal} ${decimals}`);
      }
    }
  }
});

test('what adds up is counted in the digits of the screen', () => {
  assert.ok(!addsUp([1_040, 1_040], 2_080, 1));
  assert.ok(addsUp([1_040, 1_040], 2_080, 2));
  assert.ok(addsUp([100, 200], 300, 1), '0.1 + 0.2 too');
});

test('nothing is written as minus zero', () => {
  assert.ok(Object.is(shown(-50, 1), 0));
  assert.equal(amount(-50, 1), '0,0');
});

test('amounts stand in Dutch notation with one decimal and a plain minus sign', () => {
  assert.equal(amount(1_234_567, 1), '1.234,6');
  assert.equal(amount(-1_250, 1), '−1,2');
  assert.equal(euros(2_000, 1), '€\u00a02,0\u00a0mln');
});

test('an amount that is not known says so', () => {
  assert.equal(amount(null, 1), 'onbekend');
  assert.equal(euros(null, 1), 'onbekend');
});

test('no line ends inside an amount of money, and other spaces stay', () => {
  assert.equal(unbroken('van € 1.234,5 mln naar € −2 in 2022'), 'van €\u00a01.234,5\u00a0mln naar €\u00a0−2 in 2022');
  assert.equal(unbroken('in mln € per jaar'), 'in mln € per jaar');
});

test('a number has as many decimals as asked', () => {
  assert.equal(dutch(1234.56, 0), '1.235');
  assert.equal(dutch(2, 1), '2,0');
});

test('a value is shown in its field as its kind asks', () => {
  assert.equal(valueText('mln', 2.5, 1), '2,5');
  assert.equal(valueText('percent', 0.125, 1), '13%');
  assert.equal(valueText('maanden', 7, 1), '7');
  assert.equal(valueText('groei', 1.5, 1), '1,5%');
  assert.equal(valueText('keuze', 3, 1), '3');
});

test('a value is spoken with its unit, of one month in the singular', () => {
  assert.equal(valueSpoken('mln', 2.5, 1), '2,5 miljoen euro');
  assert.equal(valueSpoken('percent', 0.5, 1), '50%');
  assert.equal(valueSpoken('maanden', 1, 1), '1 maand');
  assert.equal(valueSpoken('maanden', 2, 1), '2 maanden');
  assert.equal(valueSpoken('groei', 1.5, 1), '1,5% per jaar');
});

test('a value that is not known is neither shown nor spoken as a number', () => {
  for (const nothing of [null, undefined]) {
    assert.equal(valueText('mln', nothing, 1), 'onbekend');
    assert.equal(valueSpoken('percent', nothing, 1), 'onbekend');
  }
  assert.equal(valueText('maanden', 0, 1), '0');
});
