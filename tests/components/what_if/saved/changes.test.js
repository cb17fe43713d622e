// Changes of the list of saved scenarios.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isSameList, withAdded, withCopy, withNote, withRenamed, withRestored, without } from '../../../../components/what_if/saved/changes.js';

const LIMITS = { scenarios: 3, name: 20, note: 30, starts: '=', reserved: 'Pad' };
const A = { name: 'A', query: 'a' }, B = { name: 'B', query: 'b' }, C = { name: 'C', query: 'c' };
const FULL = "De lijst is vol: er passen 3 scenario's in. Verwijder er eerst een.";

test('lists are the same with the same entries in the same order', () => {
  assert.ok(isSameList([A, B], [Object.assign({ facts: '' }, A), B]));
  for (const other of [[B, A], [A], [A, B, C], [A, { ...B, query: 'x' }], [A, { ...B, name: 'x' }]]) assert.ok(!isSameList([A, B], other));
});

test('an added entry comes last, and the same one is not added twice', () => {
  assert.deepEqual(withAdded([A], [A, B], LIMITS), [A, B]);
  assert.equal(withAdded([A], [{ name: 'a', query: 'other' }], LIMITS), 'De naam “a” staat al in de lijst.');
  assert.equal(withAdded([A, B], [C, { name: 'D', query: 'd' }], LIMITS), FULL);
});

test('another name keeps the place and the scenario', () => {
  assert.deepEqual(withRenamed([A, B], 'A', ' nieuw ', LIMITS), [{ name: 'nieuw', query: 'a' }, B]);
  assert.deepEqual(withRenamed([A, B], 'A', 'a', LIMITS), [{ name: 'a', query: 'a' }, B], 'its own name in capitals is free');
  assert.match(String(withRenamed([A, B], 'A', 'b', LIMITS)), /staat al in de lijst/);
  assert.equal(withRenamed([A], 'X', 'Y', LIMITS), '“X” staat niet meer in de lijst.');
});

test('a copy comes last under a name of its own', () => {
  assert.deepEqual(withCopy([A, B], 'A', LIMITS), [A, B, { name: 'A (kopie)', query: 'a' }]);
  assert.equal(withCopy([A, B, C], 'A', LIMITS), FULL);
  assert.equal(withCopy([A], 'X', LIMITS), '“X” staat niet meer in de lijst.');
});

test('what is removed comes back where it stood', () => {
  assert.deepEqual(without([A, B, C], 'B'), [A, C]);
  assert.equal(without([A], 'X'), '“X” staat niet meer in de lijst.');
  assert.deepEqual(withRestored([A, C], B, 1, LIMITS), [A, B, C]);
  assert.deepEqual(withRestored([A], B, 5, LIMITS), [A, B], 'the list may have become shorter');
  assert.deepEqual(withRestored([{ name: 'b', query: 'x' }], B, 0, LIMITS), [{ name: 'B (2)', query: 'b' }, { name: 'b', query: 'x' }]);
  assert.equal(withRestored([A, B, C], B, 1, LIMITS), FULL);
});

test('the line of an entry comes back with it, unless another has it by then; a copy gets one of its own', () => {
  const b = { ...B, style: 1 }, c = { ...C, style: 1 };
  assert.deepEqual(withRestored([A], b, 1, LIMITS), [A, b]);
  assert.deepEqual(withRestored([c], b, 0, LIMITS), [B, c]);
  assert.deepEqual(withCopy([b], 'B', LIMITS), [b, { name: 'B (kopie)', query: 'b' }]);
});

test('a note comes, changes and goes, and stays with its entry', () => {
  const noted = { ...A, note: 'voor het college' };
  assert.deepEqual(withNote([A, B], 'A', '  voor   het college ', LIMITS), [noted, B]);
  assert.deepEqual(withNote([noted, B], 'A', ' ', LIMITS), [A, B]);
  assert.equal(withNote([A], 'X', 'n', LIMITS), '“X” staat niet meer in de lijst.');
  assert.match(String(withNote([A], 'A', 'x'.repeat(31), LIMITS)), /31 tekens, ten hoogste 30/);
  assert.ok(!isSameList([A], [noted]));
  assert.deepEqual(withRenamed([noted], 'A', 'C', LIMITS), [{ ...noted, name: 'C' }]);
  assert.deepEqual(withCopy([noted], 'A', LIMITS), [noted, { ...noted, name: 'A (kopie)' }]);
  assert.deepEqual(withRestored([B], noted, 0, LIMITS), [noted, B]);
  assert.deepEqual(withAdded([B], [noted], LIMITS), [B, noted]);
  assert.deepEqual(withAdded([noted], [noted], LIMITS), [noted]);
});

test('no change touches the list it starts from', () => {
  const list = Object.freeze([A, B]);
  withAdded([...list], [C], LIMITS);
  assert.deepEqual([without(/** @type {typeof A[]} */ (list), 'A'), list], [[B], [A, B]]);
});
