import assert from 'node:assert/strict';
import { test } from 'node:test';

import { flatness } from '../../../components/partners/controls.js';

const NOTICES = { none: 'geen WebGL', slow: 'traag' };

test('a fast browser tilts unless someone chose flat, and nothing is said of it', () => {
  assert.deepEqual(flatness('fast', null, NOTICES), { flat: false, notice: '' });
  assert.deepEqual(flatness('fast', true, NOTICES), { flat: true, notice: '' });
});

test('a slow browser is flat and says why, until someone chose', () => {
  assert.deepEqual(flatness('slow', null, NOTICES), { flat: true, notice: 'traag' });
  assert.deepEqual(flatness('slow', false, NOTICES), { flat: false, notice: '' });
  assert.deepEqual(flatness('slow', true, NOTICES), { flat: true, notice: '' });
});

test('a browser without WebGL is flat whatever someone chose, and says so', () => {
  for (const chosen of [null, false, true]) assert.deepEqual(flatness('none', chosen, NOTICES), { flat: true, notice: 'geen WebGL' });
});
