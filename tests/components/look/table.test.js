import assert from 'node:assert/strict';
import { test } from 'node:test';

import { cellText, compareKeys, countWords, shownRows } from '../../../components/look/table.js';

/** @type {import('../../../components/look/table.js').Cell[][]} */
const ROWS = [['Zeeland', ['1.200,0', 1200]], ['’t Gooi', ['9,5', 9.5]], ['Ämsterdam', ''], ['Regio 10', ['80,0', 80]], ['Regio 9', ['100,0', 100]]];
const BOTH = [0, 1];
/** @param {import('../../../components/look/table.js').Cell[][]} rows */
const names = (rows) => rows.map(([name]) => name);

test('amounts sort by their value, not by how they are written', () => {
  assert.deepEqual(names(shownRows(ROWS, '', { column: 1, down: false }, BOTH)), ['Ämsterdam', '’t Gooi', 'Regio 10', 'Regio 9', 'Zeeland']);
  assert.equal(shownRows(ROWS, '', { column: 1, down: true }, BOTH)[0][0], 'Zeeland');
});

test('texts sort as Dutch does, with numbers inside them by their value', () => {
  assert.deepEqual(names(shownRows(ROWS.slice(2), '', { column: 0, down: false }, BOTH)), ['Ämsterdam', 'Regio 9', 'Regio 10']);
  assert.ok(compareKeys(null, 'a') < 0);
  assert.equal(compareKeys(2, 10), -8);
});

test('rows stay as they came where nobody sorts, and sorting leaves the data alone', () => {
  const before = names(ROWS);
  assert.deepEqual(names(shownRows(ROWS, '', null, BOTH)), before);
  shownRows(ROWS, '', { column: 0, down: true }, BOTH);
  assert.deepEqual(names(ROWS), before);
});

test('a search keeps the rows with the text in any cell, whatever its capitals', () => {
  assert.deepEqual(names(shownRows(ROWS, ' REGIO ', null, BOTH)), ['Regio 10', 'Regio 9']);
  assert.deepEqual(names(shownRows(ROWS, '1.200', null, BOTH)), ['Zeeland']);
  assert.deepEqual(shownRows(ROWS, 'nergens', null, BOTH), []);
});

test('a search reads what is shown, not what a cell sorts by', () => {
  assert.deepEqual(names(shownRows(ROWS, '1200', null, BOTH)), []);
});

test('a search leaves out the columns that do not show', () => {
  assert.deepEqual(names(shownRows(ROWS, '9,5', null, [0])), []);
});

test('an empty cell shows nothing', () => {
  assert.deepEqual([cellText(null), cellText(['', 3]), cellText(0)], ['', '', '0']);
});

test('the count says how many of how many rows, or how to find more', () => {
  assert.equal(countWords(5, 5), '5 rijen');
  assert.equal(countWords(2, 5), '2 van 5 rijen');
  assert.equal(countWords(0, 5), 'Geen rij past bij deze zoekterm.');
});
