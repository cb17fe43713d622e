import assert from 'node:assert/strict';
import { test } from 'node:test';

import { swiped } from '../../../components/frame/stage_touch.js';

const from = { x: 300, y: 300, at: 0 };

test('a finger to the left brings the next step, one to the right the previous', () => {
  assert.equal(swiped(from, { x: 150, y: 320, at: 200 }), 'next');
  assert.equal(swiped(from, { x: 450, y: 280, at: 200 }), 'previous');
});

test('a tap, a scroll and a slow drag are no steps', () => {
  assert.equal(swiped(from, { x: 290, y: 301, at: 100 }), null);
  assert.equal(swiped(from, { x: 150, y: 500, at: 200 }), null);
  assert.equal(swiped(from, { x: 100, y: 300, at: 2_000 }), null);
});
