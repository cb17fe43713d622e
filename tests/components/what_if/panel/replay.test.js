// The last step played again: where it stands at each moment, and that it always ends.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Replay, WHOLE_MS, frameAt, indexAt, shareAt } from '../../../../components/what_if/panel/replay.js';

test('it stays at the beginning, goes on without going back, and stays at the end', () => {
  const shares = Array.from({ length: 101 }, (_, at) => shareAt((WHOLE_MS * at) / 100, false));
  assert.deepEqual([shares[0], shares[10], shares[90], shares[100]], [0, 0, 1, 1]);
  assert.deepEqual(shares, [...shares].sort((a, b) => a - b));
  assert.ok(shares.filter((share) => share > 0 && share < 1).length > 50);
  assert.ok(WHOLE_MS >= 3500 && WHOLE_MS <= 5000, 'slow enough for a hall');
});

test('with reduced motion there is before, and then after', () => {
  const shares = Array.from({ length: 101 }, (_, at) => shareAt((WHOLE_MS * at) / 100, true));
  assert.deepEqual([...new Set(shares)], [0, 1]);
});

test('a control goes from its index to the other, up or down', () => {
  assert.deepEqual([0, 0.5, 1].map((share) => indexAt([70, 30], share)), [70, 50, 30]);
  assert.deepEqual([0, 0.49, 0.5, 1].map((share) => indexAt([0, 1], share)), [0, 0, 1, 1]);
});

test('the pictures of several controls begin with the first, and the end has none: it is what stands there', () => {
  const frames = [1, 2, 3].map((cost) => ({ cost: [cost], baseline: [], target: [], chance: null }));
  assert.deepEqual([0, 0.4, 0.7].map((share) => frameAt(frames, share)?.cost[0]), [1, 2, 3]);
  assert.equal(frameAt(frames, 1), null);
});

/** A clock that the test moves on. */
function clock() {
  let now = 0;
  /** @type {(() => void)[]} */
  let waiting = [];
  Object.assign(globalThis, {
    matchMedia: () => ({ matches: false }),
    requestAnimationFrame: (/** @type {() => void} */ next) => waiting.push(next),
    cancelAnimationFrame: () => { waiting = []; },
  });
  performance.now = () => now;
  return (/** @type {number} */ ms) => {
    now += ms;
    const due = waiting;
    waiting = [];
    due.forEach((next) => next());
  };
}

test('it plays to the end once, and puts everything back', () => {
  const go = clock(), shown = /** @type {number[]} */ ([]);
  let ended = 0;
  const replay = new Replay((share) => shown.push(share), () => { ended += 1; });
  replay.start();
  for (let at = 0; at < 60; at += 1) go(100);
  assert.equal(shown[0], 0);
  assert.equal(shown.at(-1), 1);
  assert.equal(new Set(shown).size, shown.length, 'no picture is painted twice');
  assert.deepEqual([ended, replay.isPlaying], [1, false]);
});

test('stopped halfway it ends at once, and begins anew when asked', () => {
  const go = clock(), shown = /** @type {number[]} */ ([]);
  let ended = 0;
  const replay = new Replay((share) => shown.push(share), () => { ended += 1; });
  replay.start();
  go(2000);
  replay.stop();
  replay.stop();
  const seen = shown.length;
  go(5000);
  assert.deepEqual([ended, replay.isPlaying, shown.length], [1, false, seen]);
  replay.start();
  assert.equal(shown.at(-1), 0);
});
