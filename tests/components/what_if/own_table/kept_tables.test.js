// The own table in the browser, sound and damaged, and where the browser refuses.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { KEY, TableStorage, followed, storedTable, tableText } from '../../../../components/what_if/own_table/kept_tables.js';
import { storageIn } from './storage.js';

const STEPS = { assumptions: ['25%'], before: ['a', 'b'], undone: ['c'] };
const TABLE = { plan: 'p', name: 'mijn regio', files: [{ name: 'a.csv', content: 'QQ==' }, { name: 'b.csv', content: '' }],
  query: 'v=1&t=2', source: '', ...STEPS };

/**
 * @param {Map<string, string>} kept
 * @param {string | null} [refusal]
 */
const storageOf = (kept, refusal = null) => new TableStorage(storageIn(kept, refusal));

test('what was written is read again, without what does not belong to it, and can be removed', () => {
  const kept = new Map(), storage = storageOf(kept);
  storage.write(/** @type {typeof TABLE} */ ({ ...TABLE, more: 1 }));
  assert.deepEqual(storage.read(), { table: TABLE, isDamaged: false });
  storage.remove();
  assert.deepEqual([...kept], []);
  assert.deepEqual(storage.read(), { table: null, isDamaged: false });
});

test('what this version does not write is damaged', () => {
  const parsed = JSON.parse(tableText(TABLE));
  const wrong = [
    '', 'x', 'null', '7', '[]', '{}', JSON.stringify({ ...parsed, version: 2 }), JSON.stringify({ ...parsed, name: 7 }),
    JSON.stringify({ ...parsed, files: [] }), JSON.stringify({ ...parsed, before: 7 }), JSON.stringify({ ...parsed, assumptions: [7] }),
    JSON.stringify({ ...parsed, files: [{}] }), JSON.stringify({ ...parsed, files: [null] }), JSON.stringify({ ...parsed, files: [1, 2, 3] }),
    JSON.stringify({ ...parsed, query: null }), JSON.stringify({ ...parsed, name: '\ud800' }), JSON.stringify({ ...parsed, name: 'x'.repeat(3_000_000) }),
  ];
  for (const text of wrong) {
    assert.equal(storedTable(text), null, text.slice(0, 80));
    assert.deepEqual(storageOf(new Map([[KEY, text]])).read(), { table: null, isDamaged: true });
  }
});

test('a refusal is told and thrown at nobody, and is over once the browser keeps it', () => {
  const full = storageOf(new Map(), 'QuotaExceededError');
  full.write(TABLE);
  assert.equal(full.refusal, 'de ruimte van de browser is vol');
  const blocked = new TableStorage(() => { throw new DOMException('no', 'SecurityError'); });
  blocked.write(TABLE);
  blocked.remove();
  assert.equal(blocked.refusal, 'de browser staat het niet toe');
  assert.deepEqual(blocked.read(), { table: null, isDamaged: false });
  full.kept.storage = storageIn(new Map());
  full.write(TABLE);
  assert.equal(full.refusal, '');
});

test('what an older page wrote is read without steps or assumptions', () => {
  const { assumptions, before, undone, ...older } = TABLE;
  assert.deepEqual(storedTable(JSON.stringify({ version: 1, ...older })), { ...older, assumptions: [], before: [], undone: [] });
  assert.deepEqual([assumptions, before, undone], Object.values(STEPS));
});

test('steps are followed there and back, and a new one ends the way forward', () => {
  const back = followed(TABLE, 'b');
  assert.deepEqual([back.query, back.before, back.undone], ['b', ['a'], ['c', 'v=1&t=2']]);
  const forth = followed(back, 'v=1&t=2');
  assert.deepEqual(forth, TABLE);
  const on = followed(TABLE, 'd');
  assert.deepEqual([on.query, on.before, on.undone], ['d', ['a', 'b', 'v=1&t=2'], []]);
  assert.equal(followed(TABLE, TABLE.query), TABLE);
  let far = TABLE;
  for (let step = 0; step < 300; step += 1) far = followed(far, String(step));
  assert.equal(far.before.length, 100);
});
