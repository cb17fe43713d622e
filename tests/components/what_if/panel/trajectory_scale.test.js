// Where years and amounts stand in the chart of the costs per year.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { FRAME, TrajectoryScale, apart } from '../../../../components/what_if/panel/trajectory_scale.js';

const BOTTOM = FRAME.height - FRAME.bottom;

test('the scale runs over whole steps, with room at both ends', () => {
  const scale = new TrajectoryScale(4, [100_000, null, 125_000], 1);
  assert.deepEqual([scale.step, scale.low, scale.high], [5000, 95_000, 130_000]);
  assert.deepEqual(scale.grid, [95_000, 100_000, 105_000, 110_000, 115_000, 120_000, 125_000, 130_000]);
});

test('all amounts of large and of small regions fit, with at most ten lines', () => {
  for (const amounts of [[40, 90], [900, 1500], [2_000_000, 9_000_000], [-3000, 4000], [7, 7]]) {
    const scale = new TrajectoryScale(4, amounts, 1);
    assert.ok(scale.fits(amounts), `${amounts}`);
    assert.ok(scale.grid.length >= 2 && scale.grid.length <= 10, `${amounts}: ${scale.grid}`);
  }
});

test('the scale goes below zero only for an amount below zero', () => {
  assert.equal(new TrajectoryScale(4, [10, 5000], 1).low, 0);
  assert.equal(new TrajectoryScale(4, [-10, 5000], 1).low, -1000);
});

test('an unknown amount fits, one outside the scale does not', () => {
  const scale = new TrajectoryScale(4, [100_000, 125_000], 1);
  assert.ok(scale.fits([null, 95_000, 130_000]));
  assert.ok(!scale.fits([100_000, 130_001]));
  assert.ok(!scale.fits([94_999]));
});

test('years and amounts stand from edge to edge of the frame', () => {
  const scale = new TrajectoryScale(4, [100_000, 125_000], 1);
  assert.deepEqual([scale.x(0), scale.x(3)], [FRAME.left + FRAME.inset, FRAME.width - FRAME.right]);
  assert.deepEqual([scale.y(scale.high), scale.y(scale.low)], [FRAME.top, BOTTOM]);
  assert.equal(scale.y(112_500), (FRAME.top + BOTTOM) / 2);
});

test('a single year stands at the left', () => {
  assert.equal(new TrajectoryScale(1, [100], 1).x(0), FRAME.left + FRAME.inset);
});

test('a path is broken where an amount is unknown', () => {
  const scale = new TrajectoryScale(4, [100_000, 125_000], 1);
  /** @param {number} year */
  const x = (year) => scale.x(year).toFixed(1);
  assert.equal(scale.path([130_000, 95_000, null, 130_000]), `M${x(0)} 30.0L${x(1)} 326.0M${x(3)} 30.0`);
  assert.equal(scale.path([null, 130_000, 95_000, null]), `M${x(1)} 30.0L${x(2)} 326.0`);
  assert.equal(scale.path([null, null]), '');
});

test('a band runs along its upper side and back along its lower side, over the years in which both are known', () => {
  const scale = new TrajectoryScale(3, [95_000, 130_000], 1);
  const places = scale.band([95_000, null, 110_000], [130_000, 120_000, 115_000]).split(' ');
  assert.deepEqual(places, [[0, 130_000], [2, 115_000], [2, 110_000], [0, 95_000]].map(([year, amount]) => `${scale.x(year)},${scale.y(amount)}`));
});

test('labels that would lie over each other stand below one another, in the order of their lines', () => {
  const labels = [{ y: 104, text: 'c' }, { y: 100, text: 'a' }, { y: 300, text: 'd' }, { y: 101, text: 'b' }];
  assert.deepEqual(apart(labels, 14), [{ y: 100, text: 'a' }, { y: 114, text: 'b' }, { y: 128, text: 'c' }, { y: 300, text: 'd' }]);
  assert.equal(labels[0].text, 'c', 'what was given keeps its order');
});

test('the grid of a small plan is finer, and its texts have as many decimals as it needs', () => {
  const scale = new TrajectoryScale(4, [740, 760], 3);
  assert.deepEqual([scale.step, scale.decimals], [5, 3]);
  assert.deepEqual([1, 2].map((decimals) => new TrajectoryScale(4, [740, 760], decimals).step), [100, 10]);
  assert.equal(new TrajectoryScale(4, [100_000, 125_000], 1).decimals, 0);
});
