// What is still open of a proposal, in words.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { stateText } from '../../../../components/what_if/own_table/proposal_words.js';

/** @typedef {import('../../../../components/what_if/own_table/proposal_words.js').Read} Read */

const ASKED = { key: 'a', text: '', group: '', place: '', options: [], proposal: null, value: null,
  isOpen: true, isCertain: false, isLasting: true, reason: '', isAssumption: false };
const FAULT = { text: '', places: [], count: 1, isAssumption: false };

/** @param {Partial<Read>} read */
const said = (read) => stateText(/** @type {Read} */ ({ questions: [], notes: [], faults: [], missing: [], canUse: false, ...read }));

test('all that is open is named, and how much of it', () => {
  assert.equal(said({ questions: [ASKED, { ...ASKED, isOpen: false }] }), 'Nog open: één keuze.');
  assert.equal(said({ questions: [ASKED, ASKED], missing: ['Kosten per jaar'] }), 'Nog open: 2 keuzes en de tabel “Kosten per jaar”.');
  assert.equal(said({ faults: [FAULT], questions: [ASKED], missing: ['x'] }), 'Nog open: één fout, één keuze en de tabel “x”.');
  assert.equal(said({ faults: [FAULT, FAULT] }), 'Nog open: 2 fouten.');
});

test('where nothing is open the visitor has the last word', () => {
  assert.match(said({ canUse: true, notes: [FAULT] }), /Vergelijk de tabel met uw blad\. Kies dan/);
  const assumed = { ...FAULT, isAssumption: true };
  assert.match(said({ canUse: true, notes: [FAULT, assumed] }), /met uw blad, en let op de aanname\. Kies dan/);
  assert.match(said({ canUse: true, notes: [assumed, assumed] }), /en let op de 2 aannames\./);
});
