import assert from 'node:assert/strict';
import { test } from 'node:test';

import { tipPlace } from '../../../components/look/tip.js';

const STAGE = { width: 400, height: 300 }, TIP = { width: 100, height: 50 };

test('a tip stands right of the point and under it', () => {
  assert.deepEqual(tipPlace({ x: 50, y: 60 }, TIP, STAGE, 10), { left: 64, top: 76 });
});

test('a tip stays within the stage at its right and left', () => {
  assert.equal(tipPlace({ x: 390, y: 60 }, TIP, STAGE, 10).left, 300);
  assert.equal(tipPlace({ x: 10, y: 60 }, { width: 500, height: 50 }, STAGE, 10).left, 0);
});

test('without room below a tip stands over the point', () => {
  assert.equal(tipPlace({ x: 50, y: 230 }, TIP, STAGE, 10).top, 246);
  assert.equal(tipPlace({ x: 50, y: 231 }, TIP, STAGE, 10).top, 171);
  assert.equal(tipPlace({ x: 50, y: 231 }, TIP, STAGE, 30).top, 151);
});
