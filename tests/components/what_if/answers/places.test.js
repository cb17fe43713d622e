// Marks of "Wat eerst": none lies over another, and each stays at its own amount.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { linesOf } from '../../../../components/what_if/answers/places.js';

test('marks apart stand on one line', () => {
  assert.deepEqual(linesOf([{ centre: 200, width: 30 }, { centre: 100, width: 30 }, { centre: 20, width: 30 }]), [0, 0, 0]);
});

test('marks at one place stand below each other, and one beside them takes the first line that is free', () => {
  assert.deepEqual(linesOf([{ centre: 100, width: 30 }, { centre: 100, width: 30 }, { centre: 110, width: 30 }, { centre: 140, width: 30 }]), [0, 1, 2, 0]);
});

test('marks that would touch do not share a line', () => {
  assert.deepEqual(linesOf([{ centre: 100, width: 30 }, { centre: 131, width: 30 }]), [0, 1]);
});
