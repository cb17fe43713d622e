// What the browser keeps of saved scenarios, sound and damaged.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { ASIDE, STORED, ScenarioStorage, storedEntries, storedText, withStyles } from '../../../../components/what_if/saved/storage.js';

const LIMITS = { kept: 3, text: 20 };
const ENTRIES = [{ name: 'Café', query: 'v=1&t=1' }, { name: 'B', query: '' }];

/** @type {Map<string, string>} */
let kept = new Map();

/** @param {string | null} refusal name of the error with which the browser refuses to write */
function browserThatKeeps(refusal = null) {
  kept = new Map();
  Object.assign(globalThis, {
    localStorage: {
      getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {string} */ text) => {
        if (refusal) throw new DOMException('refused', refusal);
        kept.set(key, text);
      },
      removeItem: (/** @type {string} */ key) => kept.delete(key),
    },
  });
}

beforeEach(() => browserThatKeeps());

test('what was written is read again', () => {
  new ScenarioStorage().write(ENTRIES);
  assert.deepEqual(new ScenarioStorage().read(LIMITS, []), ENTRIES);
  assert.deepEqual(storedEntries(storedText(ENTRIES), LIMITS), ENTRIES);
});

test('a browser that kept nothing has an empty list, also when Python knows of entries', () => {
  assert.deepEqual(new ScenarioStorage().read(LIMITS, ENTRIES), []);
});

test('the key and the form of what is kept stay as earlier versions wrote them', () => {
  new ScenarioStorage().write(ENTRIES);
  assert.deepEqual([...kept], [['schaalwijzer-jeugd.scenarios', '{"version":1,"entries":[{"name":"Café","query":"v=1&t=1"},{"name":"B","query":""}]}']]);
});

test('a note is kept where there is one', () => {
  const noted = [{ name: 'A', query: 'q', note: 'eerste\ntweede', style: 1 }, { name: 'B', query: 'q' }];
  assert.deepEqual(storedEntries(storedText(noted), LIMITS), noted);
  assert.deepEqual(withStyles(noted, 3), [noted[0], { ...noted[1], style: 0 }]);
  assert.deepEqual(storedEntries('{"version":1,"entries":[{"name":"A","query":"q","note":""}]}', LIMITS), [{ name: 'A', query: 'q' }]);
});

test('more than name, query and note is not taken over', () => {
  assert.deepEqual(storedEntries('{"version":1,"entries":[{"name":"A","query":"q","extra":1}]}', LIMITS), [{ name: 'A', query: 'q' }]);
});

for (const [what, text] of Object.entries({
  'no JSON': '{"version":1,',
  'another version': '{"version":2,"entries":[]}',
  'no object': 'null',
  'a bare list': '[]',
  'no list': '{"version":1,"entries":{}}',
  'too many entries': storedText(Array.from({ length: 4 }, (_, at) => ({ name: `${at}`, query: '' }))),
  'an entry of nothing': '{"version":1,"entries":[null]}',
  'an entry that is text': '{"version":1,"entries":["name"]}',
  'a name that is no text': '{"version":1,"entries":[{"name":1,"query":""}]}',
  'a note that is no text': '{"version":1,"entries":[{"name":"A","query":"","note":7}]}',
  'too long a note': storedText([{ name: 'A', query: '', note: 'q'.repeat(21) }]),
  'no query': '{"version":1,"entries":[{"name":"A"}]}',
  'too long a text': storedText([{ name: 'A', query: 'q'.repeat(21) }]),
  'half a sign': '{"version":1,"entries":[{"name":"\\ud83d","query":""}]}',
})) {
  test(`stored text with ${what} is set aside, not thrown away`, () => {
    kept.set(STORED, text);
    const storage = new ScenarioStorage();
    assert.deepEqual(storage.read(LIMITS, ENTRIES), []);
    assert.equal(storage.aside(), text);
    assert.equal(kept.has(STORED), false);
    storage.removeAside();
    assert.equal(storage.aside(), null);
  });
}

test('what is set aside later stands below what was', () => {
  for (const text of ['first', 'second']) {
    kept.set(STORED, text);
    new ScenarioStorage().read(LIMITS, []);
  }
  assert.equal(kept.get(ASIDE), 'first\nsecond');
});

test('a full browser keeps the list in memory and says why', () => {
  browserThatKeeps('QuotaExceededError');
  const storage = new ScenarioStorage();
  storage.write(ENTRIES);
  assert.deepEqual(storage.read(LIMITS, []), ENTRIES);
  assert.equal(storage.whyMemory, 'de ruimte van de browser is vol');
});

test('a browser without storage starts from what Python knows', () => {
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: () => { throw new DOMException('refused', 'SecurityError'); } });
  try {
    const storage = new ScenarioStorage();
    assert.deepEqual(storage.read(LIMITS, ENTRIES), ENTRIES);
    assert.equal(storage.whyMemory, 'de browser staat het niet toe');
    assert.equal(storage.aside(), null);
    storage.write([]);
    assert.deepEqual(storage.read(LIMITS, ENTRIES), []);
  } finally {
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, writable: true, value: undefined });
  }
});

test('each entry keeps the line that it has, and another gets the first that is free', () => {
  const [a, b, c] = ['A', 'B', 'C'].map((name, style) => ({ name, query: name, style })), bare = { name: 'D', query: 'D' };
  assert.deepEqual(withStyles([a, c], 3), [a, c], 'one that goes changes no other');
  assert.deepEqual(withStyles([a, c, bare], 3), [a, c, { ...bare, style: 1 }]);
  assert.deepEqual(withStyles([bare, a, b], 3), [{ ...bare, style: 2 }, a, b]);
  assert.deepEqual(withStyles([a, { ...b, style: 0 }, { ...c, style: 7 }], 3).map(({ style }) => style), [0, 1, 2]);
  assert.deepEqual(withStyles([a, b, c, bare], 3)[3], bare, 'where there is none left, none');
  assert.deepEqual(storedEntries(storedText([a, bare]), LIMITS), [a, bare]);
});
