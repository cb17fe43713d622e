// Which texts of a storyline are open, after its steps went to other places.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Opened } from '../../../components/stage/opened.js';

/** @param {number[]} places */
function withOpen(...places) {
  const opened = new Opened();
  for (const at of places) opened.texts('raad', at);
  return opened;
}

/** @param {Opened} opened */
const openIn = (opened) => [...opened.of('raad').openSteps].sort();

test('a storyline and the texts of a step open and close again', () => {
  const opened = withOpen(2);
  opened.story('raad');
  assert.deepEqual([opened.of('raad').isOpen, openIn(opened)], [true, [2]]);
  opened.story('raad', true);
  assert.equal(opened.of('raad').isOpen, true);
  opened.story('raad');
  opened.texts('raad', 2);
  assert.deepEqual([opened.of('raad').isOpen, openIn(opened)], [false, []]);
});

test('the texts of a step stay open where the step goes', () => {
  /** @type {[from: number, to: number, open: number[], after: number[]][]} */
  const moves = [[0, 2, [0, 1], [0, 2]], [2, 0, [2], [0]], [1, 2, [0, 2], [0, 1]], [3, 4, [1], [1]]];
  for (const [from, to, open, after] of moves) {
    const opened = withOpen(...open);
    opened.stepMoved('raad', from, to);
    assert.deepEqual(openIn(opened), after, `${from} to ${to}`);
  }
});

test('a step that goes closes its texts, and those after it stay open', () => {
  const opened = withOpen(0, 1, 3);
  opened.stepIsGone('raad', 1);
  assert.deepEqual(openIn(opened), [0, 2]);
  opened.stepIsBack('raad', 1);
  assert.deepEqual(openIn(opened), [0, 3]);
});
