// A table as it was understood, beside what the sheet shows.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { columnOf } from '../../../../components/what_if/own_table/shown_tables.js';

/** @typedef {import('../../../../components/what_if/own_table/proposal_words.js').ShownCell} ShownCell */

/** @param {ShownCell[]} cells */
const column = (...cells) => columnOf(['Effect 2027 laag (mln €)', '2027'], cells)[0];

test('a column in another unit is marked once, also where some of it is 0', () => {
  assert.equal(column(['0,2', '200', 'C4', 0], ['0', '0', 'C5', 1], ['0,1', '100', 'C6', 0]).isAllOther, true);
  assert.equal(column(['0,2', '200', 'C4', 0], ['0,1', '0,1', 'C6', 1]).isAllOther, false);
});

test('what cannot be read stands out, and a single cell is no column of its own unit', () => {
  assert.equal(column(['0,2', '200', 'C4', 0], ['', 'PM', 'C5', 0], ['0,1', '100', 'C6', 0]).isAllOther, false);
  assert.equal(column(['0,2', '200', 'C4', 0]).isAllOther, false);
});

test('amounts that wait for a choice are marked once, as a column of numbers', () => {
  const { isNumber, isAllOther } = column(['nog te kiezen', '200', 'C4', 0], ['nog te kiezen', '100', 'C5', 0]);
  assert.deepEqual([isNumber, isAllOther], [true, true]);
});

test('a column without anything in it is left out, and texts are no numbers', () => {
  assert.deepEqual(columnOf(['Risico', ''], [['', '', '', 1]]), []);
  assert.equal(column(['1', '1', 'A4', 1], ['3a', '3a', 'A5', 1]).isNumber, false);
  assert.equal(columnOf(['Nummer', 'nummer'], [['1', '1', 'A4', 1]])[0].seen, '');
});
