import assert from 'node:assert/strict';
import { test } from 'node:test';

import { countWords, fold, holdsWords, searchText } from '../../../components/frame/entry_list.js';

test('texts are compared without accents, capitals and signs', () => {
  assert.equal(fold('  Súdwest-Fryslân (2011) '), 'sudwest fryslan 2011');
  assert.equal(fold('’s-Hertogenbosch'), 's hertogenbosch');
});

test('an entry is searched in all its texts, those that are not shown included', () => {
  const text = searchText({ title: 'Crisisdienst', mark: 'Taak', said: 'Dag en nacht', small: ['bron 3'], keywords: 'nood' });
  assert.equal(text, ' crisisdienst taak dag en nacht nood bron 3');
  assert.equal(searchText({ title: 'Alleen' }), ' alleen');
});

test('a short word counts at the start of a word, a long one anywhere', () => {
  const text = searchText({ title: 'Jeugdbescherming en toezicht' });
  assert.equal(holdsWords(text, ['jeu']), true);
  assert.equal(holdsWords(text, ['sch']), false);
  assert.equal(holdsWords(text, ['scherm']), true);
});

test('every word must be found; without words everything is', () => {
  const text = searchText({ title: 'Pleegzorg in Drenthe' });
  assert.equal(holdsWords(text, ['pleegzorg', 'drenthe']), true);
  assert.equal(holdsWords(text, ['pleegzorg', 'zeeland']), false);
  assert.equal(holdsWords(text, []), true);
});

test('the count says how many of how many, or how to find more', () => {
  assert.equal(countWords(7, 7, 'begrippen'), '7 begrippen');
  assert.equal(countWords(2, 7, 'begrippen'), '2 van 7 begrippen');
  assert.match(countWords(0, 7, 'begrippen'), /^Niets past/);
});
