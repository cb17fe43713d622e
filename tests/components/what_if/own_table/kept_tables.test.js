// The own table in the browser, sound and damaged, and where the browser refuses.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { KEY, TableStorage, storedTable, tableText } from '../../../../components/what_if/own_table/kept_tables.js';

const TABLE = { plan: 'p', name: 'mijn regio', files: [{ name: 'a.csv', content: 'QQ==' }, { name: 'b.csv', content: '' }], query: 'v=1&t=2', source: '' };

/**
 * @param {Map<string, string>} kept
 * @param {string | null} [refusal] name of the error with which the browser refuses to write
 */
function storageOf(kept, refusal = null) {
  return new TableStorage(() => /** @type {Storage} */ (/** @type {unknown} */ ({
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => {
      if (refusal) throw new DOMException('refused', refusal);
      kept.set(key, text);
    },
    removeItem: (/** @type {string} */ key) => kept.delete(key),
  })));
}

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
    JSON.stringify({ ...parsed, files: [] }),
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
  full.storage = storageOf(new Map()).storage;
  full.write(TABLE);
  assert.equal(full.refusal, '');
});
