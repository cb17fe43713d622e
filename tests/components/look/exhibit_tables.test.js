import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bandStarts, classWords } from '../../../components/look/exhibit_tables.js';

test('a gap stands before each band but the first', () => {
  assert.deepEqual([...bandStarts([['', 1], ['Drenthe', 1], ['Gelderland', 7]])], [1, 2]);
  assert.deepEqual([...bandStarts([])], []);
});

test('a cell says its class without how often that occurs', () => {
  assert.equal(classWords('regionaal en bovenregionaal: 16'), 'regionaal en bovenregionaal');
  assert.equal(classWords('afspraak, doel niet genoemd'), 'afspraak, doel niet genoemd');
});
