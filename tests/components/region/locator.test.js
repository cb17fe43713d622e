import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ringAround } from '../../../components/region/locator.js';

test('a small region gets a ring around its middle, seven kilometres wider than the region', () => {
  assert.deepEqual(ringAround({ x: 100, y: -500, width: 20, height: 10 }), { cx: 110, cy: -495, r: 17 });
});

test('a region that is large in one direction needs no ring', () => {
  assert.equal(ringAround({ x: 0, y: 0, width: 28, height: 5 }), null);
  assert.equal(ringAround({ x: 0, y: 0, width: 5, height: 40 }), null);
  assert.notEqual(ringAround({ x: 0, y: 0, width: 27.9, height: 27.9 }), null);
});
