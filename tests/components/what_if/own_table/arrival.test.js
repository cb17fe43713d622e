import assert from 'node:assert/strict';
import test from 'node:test';
import { isNewArrival } from '../../../../components/what_if/own_table/arrival.js';

test('a step leads to its place once, and a reload to none', () => {
  const known = new Map();
  assert.equal(isNewArrival('result', '', known), false);
  assert.equal(isNewArrival('result', '7.1', known), true);
  assert.equal(isNewArrival('result', '7.1', known), false);
  assert.equal(isNewArrival('proposal', '7.1', known), true);
  assert.equal(isNewArrival('result', '7.2', known), true);
  assert.equal(isNewArrival('result', '8.2', known), true);
});
