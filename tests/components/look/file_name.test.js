import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fileName } from '../../../components/look/file_name.js';

const DAY = new Date(2026, 10, 3);

test('the name says what it is and of which day, in plain letters', () => {
  assert.equal(fileName('kaart-crisisopvang-niveau', 'png', DAY), 'schaalwijzer-kaart-crisisopvang-niveau-2026-11-03.png');
  assert.equal(fileName('samenwerking-pleegzorg-Zuid-Holland Zuid', 'svg', DAY), 'schaalwijzer-samenwerking-pleegzorg-zuid-holland-zuid-2026-11-03.svg');
  assert.equal(fileName('presenteren-../../Één “titel”: 100%', 'json', DAY), 'schaalwijzer-presenteren-een-titel-100-2026-11-03.json');
});

test('a name is never so long that a disk refuses it', () => {
  assert.ok(fileName('a'.repeat(300), 'json', DAY).length < 170);
});
