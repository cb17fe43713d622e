// An amount stands near its point, and on no line.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { placeFree } from '../../../../components/what_if/panel/label_places.js';
import { FRAME, TrajectoryScale } from '../../../../components/what_if/panel/trajectory_scale.js';

/** @typedef {import('../../../../components/what_if/panel/label_places.js').Box} Box */

const SCALE = new TrajectoryScale(4, [90_000, 120_000], 1), LETTERS = 15;

/**
 * Where the amount of a year is put, and the box it takes.
 * @param {number[][]} lines the first one with the point
 * @param {number} year
 * @param {Box[]} [taken]
 */
function placed(lines, year, taken = []) {
  const label = /** @type {const} */ ({ x: SCALE.x(year), y: SCALE.y(lines[0][year]), anchor: 'middle', letters: LETTERS, words: '112,7', lines: 1 });
  const base = placeFree(SCALE, label, lines, taken);
  return { base, box: taken[taken.length - 1], point: label.y };
}

/**
 * Whether a line runs through a box: looked at every unit of its width.
 * @param {number[]} line
 * @param {Box} box
 */
function runsThrough(line, { left, right, top, foot }) {
  for (let x = Math.max(left, SCALE.x(0)); x <= Math.min(right, SCALE.x(3)); x += 1) {
    const year = line.findLastIndex((_, at) => SCALE.x(at) <= x), next = Math.min(year + 1, 3), width = SCALE.x(next) - SCALE.x(year) || 1;
    const y = SCALE.y(line[year]) + ((SCALE.y(line[next]) - SCALE.y(line[year])) * (x - SCALE.x(year))) / width;
    if (y > top && y < foot) return true;
  }
  return false;
}

const START = [112_700, 102_900, 99_900, 99_900], PATH = [114_700, 109_700, 104_700, 100_000], FLAT = [114_700, 114_700, 114_700, 114_700];

test('an amount stands on no line at the start of the source, nor with ceilings near to it', () => {
  for (const ceilings of [[], [[106_700, 106_700, 106_700, 106_700], [95_700, 95_700, 95_700, 95_700]]]) {
    const lines = [START, PATH, FLAT, ...ceilings];
    for (const year of [0, 1, 2, 3]) {
      const { box } = placed(lines, year);
      for (const line of lines) assert.ok(!runsThrough(line, box), `${year}: ${line}`);
    }
  }
});

test('it stands just above a falling line where that is free, and never on the far side of another line', () => {
  const { base, point } = placed([[110_000, 110_000, 110_000, 110_000]], 1);
  assert.ok(base < point && point - base < LETTERS);
  const under = placed([START, PATH, FLAT], 0);
  assert.ok(under.base > under.point, 'between the point and the costs without measures there is no room');
});

test('two amounts do not lie over each other', () => {
  /** @type {Box[]} */
  const taken = [];
  placed([[110_000, 110_000, 110_000, 110_000]], 1, taken);
  placed([[110_500, 110_500, 110_500, 110_500]], 1, taken);
  assert.equal(taken.length, 2);
  assert.ok(taken[1].foot <= taken[0].top || taken[1].top >= taken[0].foot);
});

test('it stays within the drawing', () => {
  for (const cost of [90_000, 120_000]) {
    const { box } = placed([[cost, cost, cost, cost]], 0);
    assert.ok(box.top >= 0 && box.foot <= FRAME.height - FRAME.bottom);
  }
});
