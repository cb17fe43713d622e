// What the browser knows of forms of sheets, and of what was typed or opened and is not used yet.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DRAFT_KEY, Drafts, SOURCES_KEY } from '../../../../components/what_if/own_table/drafts.js';
import { FORMS_KEY, Forms } from '../../../../components/what_if/own_table/forms.js';
import { storageIn } from './storage.js';

const MONTH = { answers: { eenheid: 'duizend' }, day: '2026-12-03' };
const DRAFT = { visit: 7, typed: [], marks: ['a', 'b'], answers: { teken: 'min' }, recalled: '', kinds: [], called: 'Ons plan', origin: {} };
const [A, B] = [{ mark: 'a', name: 'a.csv', content: 'QQ==' }, { mark: 'b', text: '1\t2' }];

test('a form that was read comes back by its mark, the last reading of it', () => {
  const forms = new Forms(storageIn(new Map()));
  forms.keep({ form: 'x', ...MONTH });
  forms.keep({ form: 'y', ...MONTH });
  forms.keep({ form: 'x', answers: { eenheid: 'mln' }, day: '2027-01-02' });
  assert.deepEqual(forms.known('x'), { form: 'x', answers: { eenheid: 'mln' }, day: '2027-01-02' });
  assert.deepEqual(forms.known('z'), null);
  assert.deepEqual(forms.all().map(({ form }) => form), ['y', 'x']);
});

test('twenty forms are kept, and the oldest goes first', () => {
  const kept = new Map(), forms = new Forms(storageIn(kept));
  for (let turn = 0; turn < 25; turn += 1) forms.keep({ form: `vorm ${turn}`, ...MONTH });
  assert.equal(forms.all().length, 20);
  assert.equal(forms.all()[0].form, 'vorm 5');
  forms.keep({ form: 'lang', answers: { x: 'y'.repeat(390_000) }, day: '2026-12-03' });
  assert.equal(forms.all().at(-1)?.form, 'lang');
  assert.ok(kept.get(FORMS_KEY).length <= 400_000);
  forms.remove();
  assert.deepEqual([...kept], []);
});

test('a form that was damaged is not known', () => {
  const wrong = ['', 'x', 'null', '7', '{}', '{"version":2,"forms":[]}', '{"version":1,"forms":{}}', '{"version":1,"forms":[null,7,{"form":"x"}]}'];
  for (const text of wrong) assert.deepEqual(new Forms(storageIn(new Map([[FORMS_KEY, text]]))).all(), [], text);
});

test('a draft comes back with its sources, and only with all of them', () => {
  const kept = new Map(), drafts = new Drafts(storageIn(kept));
  assert.equal(drafts.read(), null);
  drafts.add([A, B], 0);
  drafts.keep(DRAFT, 0);
  assert.deepEqual(drafts.read(), { version: 1, ...DRAFT, sources: [{ ...A, at: 0 }, { ...B, at: 0 }] });
  drafts.keepSources(drafts.keptSources().slice(1));
  assert.deepEqual(drafts.read()?.sources, []);
  drafts.remove();
  assert.deepEqual([...kept], []);
});

test('a source that no draft needs goes, unless it was sent just now', () => {
  const kept = new Map(), drafts = new Drafts(storageIn(kept));
  drafts.add([A], 0);
  drafts.add([B], 90_000);
  drafts.keep(null, 100_000);
  assert.deepEqual(drafts.keptSources().map(({ mark }) => mark), ['b']);
  drafts.keep(null, 200_000);
  assert.equal(kept.has(SOURCES_KEY), false);
});

test('a damaged draft is handed over as such, for Python to tell', () => {
  for (const text of ['x', '{"version":2}', '7']) assert.deepEqual(new Drafts(storageIn(new Map([[DRAFT_KEY, text]]))).read(), {}, text);
});

test('a browser that keeps nothing says why', () => {
  const drafts = new Drafts(storageIn(new Map(), 'QuotaExceededError'));
  drafts.keep(DRAFT);
  assert.equal(drafts.refusal, 'de ruimte van de browser is vol');
});
