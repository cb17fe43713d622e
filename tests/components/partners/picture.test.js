import assert from 'node:assert/strict';
import { test } from 'node:test';

import { legendEntries } from '../../../components/partners/picture.js';

const DATA = {
  fills: [{ words: 'bovenregionaal', colour: '#000000', edged: true }, { words: 'regionaal', colour: '#111111', edged: false }],
  outlines: [{ words: 'uw regio: Aa', colour: '#222222' }],
  lines: [{ words: 'noemen elkaar', colour: '#333333', mutual: true }, { words: 'een noemt', colour: '#444444', mutual: false }],
};

test('the legend of the picture lists areas, outlines and lines as the page does', () => {
  assert.deepEqual(legendEntries(DATA, 'fading'), [
    { words: 'bovenregionaal', colour: '#000000', kind: 'edged' },
    { words: 'regionaal', colour: '#111111', kind: 'area' },
    { words: 'uw regio: Aa', colour: '#222222', kind: 'outline' },
    { words: 'noemen elkaar', colour: '#333333', kind: 'line' },
    { words: 'een noemt', colour: '#444444', kind: 'fading' },
  ]);
});

test('what only one region says is dashed on the flat map', () => {
  assert.deepEqual(legendEntries(DATA, 'dashed').map(({ kind }) => kind), ['edged', 'area', 'outline', 'line', 'dashed']);
});
