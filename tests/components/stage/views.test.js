// Which own tables the steps of a storyline need, and which of them this browser has.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { OWN_TABLE, TABLES } from '../../../components/frame/step_tables.js';
import { tablesToSend, neededTables } from '../../../components/stage/views.js';

const SITE = { pages: {}, names: {}, carried: [], source: '524a60' }, FILES = [{ name: 'a.csv', content: 'QQ==' }];
/** @type {Record<string, Map<string, string>>} */
const stores = { sessionStorage: new Map(), localStorage: new Map() };

for (const [name, held] of Object.entries(stores)) {
  Object.defineProperty(globalThis, name, { configurable: true, value: { getItem: (/** @type {string} */ key) => held.get(key) ?? null } });
}

/** @param {string} query */
const step = (query, page = 'doorrekening') => ({ page, query, title: '', sentence: '', note: '' });
/**
 * @param {string} mark
 * @param {string} name
 */
const table = (mark, name) => JSON.stringify({ version: 1, name, files: FILES, assumptions: [], query: `v=1&t=${mark}` });

beforeEach(() => { for (const held of Object.values(stores)) held.clear(); });

test('the files of a table go along for each step that names it, wherever this browser keeps it', () => {
  const steps = [step('v=1&t=aaaaaa'), step('v=1&t=524a60'), step('v=1&t=bbbbbb'), step('v=1&t=aaaaaa'), step('v=1&t=cccccc'), step('t=dddddd', 'kaart')];
  stores.localStorage.set(TABLES, JSON.stringify({ version: 1, tables: { aaaaaa: table('aaaaaa', 'van een stap') } }));
  stores.sessionStorage.set(OWN_TABLE, table('bbbbbb', 'van dit tabblad'));
  assert.deepEqual(tablesToSend(steps, SITE), {
    aaaaaa: { name: 'van een stap', files: FILES, assumptions: [] }, bbbbbb: { name: 'van dit tabblad', files: FILES, assumptions: [] },
  });
  assert.deepEqual(neededTables(steps, SITE).map(({ mark, numbers, table: found }) => [mark, numbers, found?.name ?? null]),
    [['aaaaaa', [1, 4], 'van een stap'], ['bbbbbb', [3], 'van dit tabblad'], ['cccccc', [5], null]]);
  stores.localStorage.set(OWN_TABLE, table('cccccc', 'van een ander tabblad'));
  assert.deepEqual(Object.keys(tablesToSend(steps, SITE)), ['aaaaaa', 'bbbbbb', 'cccccc']);
});

test('what this browser keeps and is no table does not go along', () => {
  stores.localStorage.set(TABLES, JSON.stringify({ version: 1, tables: { aaaaaa: '{"name": 3}' } }));
  stores.localStorage.set(OWN_TABLE, 'onleesbaar');
  assert.deepEqual(tablesToSend([step('v=1&t=aaaaaa'), step('v=1&t=bbbbbb')], SITE), {});
});
