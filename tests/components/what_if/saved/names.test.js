// Names and notes of saved scenarios.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { freeName, isSameName, nameFault, normalName, normalNote, noteFault } from '../../../../components/what_if/saved/names.js';

const LIMITS = { scenarios: 6, name: 20, note: 12, starts: '=+-@', reserved: 'Gekozen doel' };

/** @param {string[]} names */
const entries = (...names) => names.map((name) => ({ name, query: '' }));

test('spaces and ways to write a letter make no other name', () => {
  assert.equal(normalName('  Mijn \n  voorstel '), 'Mijn voorstel');
  assert.ok(isSameName('Cafe\u0301', ' café'));
  assert.ok(!isSameName('cafe', 'café'));
});

test('a note keeps its lines and nothing that cannot be seen', () => {
  assert.equal(normalNote('  eerste \u00a0 regel\r\n\r\ntweede\u200b\t regel\u0000 \n'), 'eerste regel\n\ntweede regel');
  assert.equal(normalNote('=1+1 <b>'), '=1+1 <b>');
  assert.equal(noteFault(`  ${'é'.repeat(12)} `, LIMITS), null);
  assert.match(String(noteFault('é'.repeat(13), LIMITS)), /13 tekens, ten hoogste 12/);
});

for (const [name, words] of Object.entries({
  '  ': 'heeft een naam nodig',
  'abcdefghijklmnopqrstu': 'ten hoogste 20 tekens',
  'a\u200bb': 'niet te zien',
  '=1+1': 'kan niet beginnen met = + - @',
  'gekozen DOEL': 'naam van het doel',
  ' VOORSTEL': 'staat al in de lijst',
})) {
  test(`the name ${JSON.stringify(name)} is refused`, () => {
    assert.match(nameFault(name, entries('Voorstel'), LIMITS) ?? '', new RegExp(words.replaceAll('+', '\\+')));
  });
}

test('a name that nothing speaks against is free', () => {
  for (const name of ['Voorstel 2', 'a=b', '😀'.repeat(20)]) assert.equal(nameFault(name, entries('Voorstel'), LIMITS), null, name);
});

test('a taken name gets the first number that is free, within the longest name', () => {
  assert.equal(freeName('Voorstel', [], LIMITS), 'Voorstel');
  assert.equal(freeName('Voorstel', entries('voorstel', 'Voorstel (2)'), LIMITS), 'Voorstel (3)');
  assert.equal(freeName('Voorstel', entries('Voorstel'), LIMITS, 'kopie'), 'Voorstel (kopie)');
  assert.equal(freeName('Voorstel', entries('Voorstel', 'Voorstel (kopie)'), LIMITS, 'kopie'), 'Voorstel (kopie 2)');
  assert.equal(freeName('abcdefghijklmnopqrst', entries('abcdefghijklmnopqrst'), LIMITS), 'abcdefghijklmnop (2)');
});
