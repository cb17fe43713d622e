import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isOfRemote, wishOf } from '../../../components/frame/stage_keys.js';

/** @param {string} key @param {Partial<Parameters<typeof wishOf>[0]>} [more] */
const press = (key, more = {}) => (
  { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, defaultPrevented: false, ...more });

/** @param {string} list */
const selectors = (list) => list.split(/, (?![^(]*\))/);

/**
 * A stand-in for an element that matches one selector of a list, and stands in something that matches another.
 * @param {string} selector
 */
const control = (selector, around = '') => ({
  matches: (/** @type {string} */ list) => selectors(list).includes(selector),
  closest: (/** @type {string} */ list) => selectors(list).includes(around) || null,
});

test('arrows, space, the keys of a remote, Home, End and Escape have a meaning where nothing has the focus', () => {
  const meant = Object.fromEntries(
    ['ArrowRight', 'PageDown', ' ', 'ArrowLeft', 'PageUp', 'Home', 'End', 'Escape', 'n', 'f'].map((key) => [key, wishOf(press(key), null)]));
  assert.deepEqual(meant, {
    ArrowRight: 'next', PageDown: 'next', ' ': 'next', ArrowLeft: 'previous', PageUp: 'previous', Home: 'first', End: 'last', Escape: 'leave',
    n: 'windows', f: 'full',
  });
});

test('other keys, and keys of the browser and the system, mean nothing', () => {
  assert.equal(wishOf(press('x'), null), null);
  assert.equal(wishOf(press('toString'), null), null);
  assert.equal(wishOf(press('ArrowLeft', { altKey: true }), null), null);
  assert.equal(wishOf(press('f', { ctrlKey: true }), null), null);
  assert.equal(wishOf(press('n', { metaKey: true }), null), null);
});

test('the arrows up and down scroll for as long as they are held, unless a control uses them', () => {
  assert.equal(wishOf(press('ArrowDown', { repeat: true }), null), 'down');
  assert.equal(wishOf(press('ArrowUp'), control('[role=slider]')), null);
});

test('a key that is held down steps once', () => {
  assert.equal(wishOf(press('ArrowRight', { repeat: true }), null), null);
});

test('a slider keeps its arrows, Home and End, but not the keys of a remote', () => {
  for (const slider of [control('[role=slider]'), control('input:is([type=range], [type=radio])')]) {
    for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End']) assert.equal(wishOf(press(key), slider), null, key);
    assert.equal(wishOf(press('PageDown'), slider), 'next');
    assert.equal(wishOf(press('PageUp', { defaultPrevented: true }), slider), 'previous');
    assert.equal(wishOf(press('n'), slider), 'windows');
  }
  assert.ok(isOfRemote('PageDown') && isOfRemote('PageUp') && !isOfRemote('ArrowRight'));
});

test('what is typed in keeps all of its keys', () => {
  for (const key of ['ArrowRight', ' ', 'Home', 'n', 'f']) assert.equal(wishOf(press(key), control('textarea')), null, key);
});

test('a button keeps the space bar, and no other key', () => {
  const button = control('button');
  assert.equal(wishOf(press(' '), button), null);
  assert.equal(wishOf(press('ArrowRight'), button), 'next');
});

test('what a control has taken is not taken once more', () => {
  assert.equal(wishOf(press('ArrowRight', { defaultPrevented: true }), null), null);
});

test('Escape first closes what is open', () => {
  assert.equal(wishOf(press('Escape'), control('button', '[role=dialog]')), null);
  assert.equal(wishOf(press('Escape'), control('textarea')), null);
  assert.equal(wishOf(press('Escape'), control('select')), 'leave');
  assert.equal(wishOf(press('Escape'), control('button')), 'leave');
});
