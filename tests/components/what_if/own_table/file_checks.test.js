// What is told of chosen files before a byte leaves the browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fileFault, inMegabytes, pasteFault } from '../../../../components/what_if/own_table/file_checks.js';

const LIMITS = { mostFiles: 2, mostBytes: 2 * 1048576 };

/** @param {number[]} sizes */
const files = (...sizes) => sizes.map((size, at) => ({ name: `tabel${at + 1}.csv`, size }));

test('as many and as large as allowed is sent', () => {
  assert.equal(fileFault(files(1048576, 1048576), LIMITS), null);
  assert.equal(fileFault(files(0), LIMITS), null);
});

test('one file too many is refused with the number that may', () => {
  assert.equal(fileFault(files(1, 1, 1), LIMITS), '3 bestanden tegelijk kan niet; kies er hooguit 2. Er is niets verstuurd.');
});

test('files count together, and the refusal names them and their size', () => {
  assert.equal(
    fileFault(files(1048576, 1048576 + 52429), LIMITS),
    '“tabel1.csv”, “tabel2.csv”: 2.149.581 bytes is te groot; toegestaan is hooguit 2.097.152 bytes (2 MB). Er is niets verstuurd.',
  );
});

test('of one byte too many, and of a file without a name, the truth is told', () => {
  assert.equal(
    fileFault([{ name: '', size: 2 * 1048576 + 1 }], LIMITS),
    'een bestand zonder naam: 2.097.153 bytes is te groot; toegestaan is hooguit 2.097.152 bytes (2 MB). Er is niets verstuurd.',
  );
});

test('sizes are written as in Dutch, to a hundredth', () => {
  assert.deepEqual([0, 1048576, 1572864, 1048576 * 1234].map(inMegabytes), ['0', '1', '1,5', '1.234']);
});

test('cells that are pasted have a size too, and an empty field says what belongs there', () => {
  assert.equal(pasteFault('1\t2', LIMITS), null);
  assert.match(pasteFault(' \n', LIMITS) ?? '', /nog niets in het vak/);
  assert.match(pasteFault('x'.repeat(LIMITS.mostBytes + 1), LIMITS) ?? '', /2\.097\.153 tekens; toegestaan is hooguit 2\.097\.152\./);
});
