import assert from 'node:assert/strict';
import { test } from 'node:test';

import { wrapped } from '../../../components/matrix/picture.js';

test('words go to the next line where they no longer fit', () => {
  assert.deepEqual(wrapped('Advies en Meldpunt', 12), ['Advies en', 'Meldpunt']);
  assert.deepEqual(wrapped('Pleegzorg', 12), ['Pleegzorg']);
});

test('a word that is too long stands on a line of its own, and none stands empty before it', () => {
  assert.deepEqual(wrapped('Gezinsvoogdijinstelling nu', 12), ['Gezinsvoogdijinstelling', 'nu']);
});

test('there are three lines at most; the last one takes what is left', () => {
  assert.deepEqual(wrapped('een twee drie vier vijf zes', 5), ['een', 'twee', 'drie vier vijf zes']);
});

test('long words that begin with Jeugd break after it', () => {
  assert.deepEqual(wrapped('Jeugdbescherming', 12), ['Jeugd-', 'bescherming']);
  assert.deepEqual(wrapped('Jeugdzorg', 12), ['Jeugdzorg']);
});
