import assert from 'node:assert/strict';
import { test } from 'node:test';

import { contrastWithPaper } from '../../../components/look/traced.js';
import { bandsOf, commaParts } from '../../../components/look/traced_background.js';

test('commas within brackets part nothing', () => {
  assert.deepEqual(commaParts('45deg, rgb(1, 2, 3) 0px, color(srgb 0 0 0 / 0.2) 4px'), ['45deg', 'rgb(1, 2, 3) 0px', 'color(srgb 0 0 0 / 0.2) 4px']);
});

test('stripes of a style sheet are bands along the gradient', () => {
  const image = 'repeating-linear-gradient(45deg, rgb(1, 2, 3) 0px, rgb(1, 2, 3) 4px, rgb(4, 5, 6) 4px, rgb(4, 5, 6) 8px)';
  assert.deepEqual(bandsOf(image, () => 100), { angle: 45, bands: [{ css: 'rgb(1, 2, 3)', from: 0, to: 4 }, { css: 'rgb(4, 5, 6)', from: 4, to: 8 }] });
});

test('a percentage is of the size, and two places stand for two stops', () => {
  const image = 'repeating-linear-gradient(to right, rgb(9, 9, 9) 0px 1px, rgba(0, 0, 0, 0) 1px 25%)';
  assert.deepEqual(bandsOf(image, () => 200)?.bands.map(({ from, to }) => [from, to]), [[0, 1], [1, 50]]);
});

test('a gradient without bands, and a round one, are no stripes', () => {
  assert.equal(bandsOf('linear-gradient(rgb(1, 2, 3), rgb(4, 5, 6))', () => 100), null);
  assert.equal(bandsOf('radial-gradient(circle, rgb(1, 2, 3) 1.2px, rgb(4, 5, 6) 1.4px)', () => 100), null);
});

test('contrast with paper is that of WCAG', () => {
  assert.equal(contrastWithPaper('#ffffff'), 1);
  assert.equal(contrastWithPaper('#000000'), 21);
  assert.ok(contrastWithPaper('#c9cdd6') < 3);
});
