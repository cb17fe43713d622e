import assert from 'node:assert/strict';
import { test } from 'node:test';

import { wantedOutlines } from '../../../components/map/drawn_map.js';

/** @param {string | null} mine @param {string | null} chosen @param {string | null} focused */
const kinds = (mine, chosen, focused) => wantedOutlines(mine, chosen, focused).map(({ code, kind }) => `${code} ${kind}`);

test('own, chosen and focused region are outlined in that order, the last on top', () => {
  assert.deepEqual(kinds('A', 'B', 'C'), ['A mine', 'B chosen', 'C focus']);
});

test('a chosen region that is my own looks like my own, once', () => {
  assert.deepEqual(kinds('A', 'A', null), ['A mine']);
});

test('the focus is outlined also where it is the chosen or the own region', () => {
  assert.deepEqual(kinds('A', 'B', 'B'), ['A mine', 'B chosen', 'B focus']);
});

test('without any there are no outlines', () => {
  assert.deepEqual(kinds(null, null, null), []);
  assert.deepEqual(kinds(null, 'B', null), ['B chosen']);
});
