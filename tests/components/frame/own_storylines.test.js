// Storylines in the browser: kept, bounded, told to all parts, and not lost where the browser refuses.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import * as own from '../../../components/frame/own_storylines.js';
import * as tables from '../../../components/frame/step_tables.js';

const { ASIDE, KEY, LIMITS } = own, { TABLES, VIEW_ASKED } = tables;

/** @type {Map<string, string>} */
const kept = new Map();
/** @type {string | null} */
let refused = null;

Object.assign(globalThis, {
  document: new EventTarget(),
  localStorage: {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => {
      if (refused) throw new DOMException('refused', refused);
      kept.set(key, text);
    },
    removeItem: (/** @type {string} */ key) => kept.delete(key),
  },
});

beforeEach(() => {
  refused = null;
  own.keepStorylines([]);
  kept.clear();
});

test('whoever adds a view with a region of the own hears that the region does not go along', () => {
  assert.match(own.addStep({ page: 'kaart', query: 'regio=JZ31&taak=jggz' }).words, /Uw regio gaat niet mee: de stap volgt de regio van wie presenteert\.$/);
  assert.doesNotMatch(own.addStep({ page: 'regio', query: 'regio=JZ31' }).words, /gaat niet mee/);
});

test('a step goes to a new storyline where there is none, and to the one worked on last after that', () => {
  assert.equal(own.addStep({ page: 'kaart', query: 'taak=jggz' }).words,
    'Toegevoegd als stap 1 van “Nieuwe verhaallijn”. Die staat bij Presenteren.');
  const [made] = own.ownStorylines();
  own.keepStoryline({ id: 'ouder', title: 'Ouder', changed: made.changed - 1, steps: [] });
  assert.equal(own.addStep({ page: '', title: 'Begin' }).words, 'Toegevoegd als stap 2 van “Nieuwe verhaallijn”.');
  assert.deepEqual(own.ownStoryline(made.id)?.steps, [
    { page: 'kaart', query: 'taak=jggz', title: '', sentence: '', note: '' }, { page: '', query: '', title: 'Begin', sentence: '', note: '' },
  ]);
});

test('what the browser keeps has the key and the form that later versions must read', () => {
  own.keepStoryline({ id: 'a1', title: 'T', changed: 5, steps: [{ page: 'kaart', query: 'taak=vb', title: 't', sentence: 's', note: 'n' }] });
  const text = '{"version":1,"storylines":[{"id":"a1","title":"T","changed":5,"steps":[' +
    '{"page":"kaart","query":"taak=vb","title":"t","sentence":"s","note":"n"}]}]}';
  assert.deepEqual([...kept], [['schaalwijzer-jeugd.verhaallijnen', text]]);
});

test('a step leaves out the region of the visitor and how the view was shown, but the page of a region stays about it', () => {
  assert.equal(own.stepQuery('kaart', '?regio=JZ31&taak=vb&presentatie=eigen-a&stap=2&embed=1'), 'taak=vb');
  assert.equal(own.stepQuery('regio', '?regio=JZ31'), 'bekijk=JZ31');
  assert.equal(own.stepQuery('regio', '?regio=JZ31&bekijk=JZ04'), 'bekijk=JZ04');
  assert.equal(own.stepQuery('doorrekening', 'v=1&t=524a60&a=3a~4'), 'v=1&t=524a60&a=3a~4');
});

test('a page that shows an own table says what the address cannot, and its table is kept with the step', () => {
  document.addEventListener(VIEW_ASKED, (event) => {
    Object.assign(/** @type {CustomEvent} */ (event).detail, { query: 'v=1&t=abcdef', table: '{"een":"tabel"}' });
  }, { once: true });
  own.addStep({ page: 'doorrekening' });
  assert.equal(own.ownStorylines()[0].steps[0].query, 'v=1&t=abcdef');
  assert.deepEqual(tables.tablesOfSteps(), { abcdef: '{"een":"tabel"}' });
  assert.equal(tables.markOf({ query: 'v=1&t=abcdef' }), 'abcdef');
});

test('of too many tables those go that no storyline needs', () => {
  own.keepStoryline({ id: 'a', title: 'T', changed: 1, steps: [{ page: 'doorrekening', query: 't=m0', title: '', sentence: '', note: '' }] });
  for (let mark = 0; mark < 14; mark += 1) tables.keepTable(`m${mark}`, 'x', own.neededMarks());
  assert.deepEqual(Object.keys(tables.tablesOfSteps()), ['m0', ...Array.from({ length: 11 }, (_, at) => `m${at + 3}`)]);
});

for (const [name, why] of [['QuotaExceededError', 'de ruimte van de browser is vol'], ['SecurityError', 'de browser staat het niet toe']]) {
  test(`a browser that refuses with ${name} loses nothing of this visit, and says why`, () => {
    own.addStep({ page: 'kaart' });
    refused = name;
    assert.match(own.addStep({ page: 'regio' }).words, new RegExp(`Let op: de browser bewaart dit niet \\(${why}\\)`));
    assert.deepEqual(own.ownStorylines()[0].steps.map(({ page }) => page), ['kaart', 'regio']);
    refused = null;
    own.addStep({ page: 'bronnen' });
    assert.equal(own.refusal(), '');
    assert.equal(JSON.parse(kept.get(KEY) ?? '').storylines[0].steps.length, 3);
  });
}

test('another part of the page knows what the browser refused to keep, also when it comes later', async () => {
  refused = 'QuotaExceededError';
  own.addStep({ page: 'kaart' });
  const later = await import(`../../../components/frame/own_storylines.js?${'later'}`);
  assert.deepEqual(later.ownStorylines(), own.ownStorylines());
  later.addStep({ page: 'regio' });
  assert.equal(own.ownStorylines()[0].steps.length, 2);
  assert.equal(own.refusal(), 'de ruimte van de browser is vol');
});

test('parts hear of a change in this window and in another, and of no other key', () => {
  let heard = 0;
  const root = { isConnected: true };
  Object.assign(globalThis, { addEventListener: EventTarget.prototype.addEventListener.bind(document) });
  own.hearOwnStorylines(root, () => { heard += 1; });
  own.addStep({ page: 'kaart' });
  document.dispatchEvent(Object.assign(new Event('storage'), { key: KEY }));
  document.dispatchEvent(Object.assign(new Event('storage'), { key: 'iets.anders' }));
  root.isConnected = false;
  own.addStep({ page: 'kaart' });
  assert.equal(heard, 2);
});

const STEP = { page: 'kaart', query: '', title: '', sentence: '', note: '' };
for (const [what, value] of Object.entries({
  'no JSON': '{"version":1,',
  'another version': '{"version":2,"storylines":[]}',
  'no list': '{"version":1,"storylines":{}}',
  'a step that is none': JSON.stringify({ version: 1, storylines: [{ id: 'a', title: '', changed: 1, steps: [null] }] }),
  'a text too long': JSON.stringify({ version: 1, storylines: [{ id: 'a', title: '', changed: 1, steps: [{ ...STEP, note: 'x'.repeat(LIMITS.note + 1) }] }] }),
  'half a sign': '{"version":1,"storylines":[{"id":"a","title":"\\ud800","changed":1,"steps":[]}]}',
  'an id that is no part of an address': JSON.stringify({ version: 1, storylines: [{ id: 'a&b', title: '', changed: 1, steps: [] }] }),
  'an id twice': JSON.stringify({ version: 1, storylines: [1, 2].map((changed) => ({ id: 'a', title: '', changed, steps: [] })) }),
})) {
  test(`what the browser kept with ${what} is set aside and not thrown away`, () => {
    kept.set(KEY, value);
    assert.deepEqual(own.ownStorylines(), []);
    assert.equal(own.setAside(), value);
    assert.equal(kept.has(KEY), false);
    kept.set(KEY, 'nog iets');
    own.ownStorylines();
    assert.equal(kept.get(ASIDE), `${value}\nnog iets`);
    own.removeAside();
    assert.equal(own.setAside(), null);
  });
}

test('a full storyline, a full list and an address that is too long are told', () => {
  own.keepStoryline({ id: 'a', title: 'Vol', changed: 1, steps: Array.from({ length: LIMITS.steps }, () => STEP) });
  assert.deepEqual(own.addStep(STEP), { words: '“Vol” is vol: er passen 60 stappen in. Haal er bij Presenteren een weg.', isFault: true, id: 'a' });
  own.keepStorylines(Array.from({ length: LIMITS.storylines }, (_, at) => ({ id: `a${at}`, title: '', changed: at, steps: [] })));
  assert.equal(own.keepStoryline({ id: 'nog', title: '', changed: 1, steps: [] }), null);
  assert.equal(own.addStep({ page: 'presenteren' }).words, 'De pagina Presenteren zelf kan geen stap zijn.');
  assert.equal(own.addStep({ page: 'kaart', query: `taak=${'x'.repeat(LIMITS.query)}` }).isFault, true);
});

test('texts are cut to what fits, and never in the middle of a sign', () => {
  own.addStep({ page: 'kaart', title: `${'x'.repeat(LIMITS.title - 1)}😀`, note: 'n'.repeat(9000) });
  const [step] = own.ownStorylines()[0].steps;
  assert.equal(step.title, 'x'.repeat(LIMITS.title - 1));
  assert.equal(step.note.length, LIMITS.note);
});

test('names in addresses differ and are plain', () => {
  const ids = new Set(Array.from({ length: 200 }, own.newId));
  assert.equal(ids.size, 200);
  assert.ok([...ids].every((id) => /^[a-z0-9]{8}$/.test(id)));
});

test('tables that are none are left out', () => {
  kept.set(TABLES, '{"version":1,"tables":{"een":"x","twee":2}}');
  assert.deepEqual(tables.tablesOfSteps(), { een: 'x' });
  kept.set(TABLES, '[]');
  assert.deepEqual(tables.tablesOfSteps(), {});
});

test('a text that is too long ends with a whole word, and one that nobody sees is empty', () => {
  assert.equal(own.cutAtWord('een lange titel', 9), 'een lange');
  assert.equal(own.cutAtWord('een lange titel', 11), 'een lange');
  assert.equal(own.cutAtWord('een lange titel', 15), 'een lange titel');
  assert.equal(own.cutAtWord('jeugdhulpregio', 5), 'jeugd');
  assert.deepEqual(own.fitted({ page: 'kaart', query: '', title: '  ', sentence: ' een zin', note: '\n' }),
    { page: 'kaart', query: '', title: '', sentence: ' een zin', note: '' });
});
