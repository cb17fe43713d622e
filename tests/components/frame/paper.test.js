import assert from 'node:assert/strict';
import { test } from 'node:test';

import { subject } from '../../../components/frame/paper.js';

const data = { page: 'Kaart', mine: 'Zuid-Holland Zuid', tasks: { pleegzorg: 'Pleegzorg' } };

test('the head on paper names the region and the task of the address', () => {
  assert.equal(subject(data, new URLSearchParams('taak=pleegzorg')), 'Uw regio: Zuid-Holland Zuid · taak: Pleegzorg');
});

test('without a region or a task, or with one that is none, it says only what is there', () => {
  assert.equal(subject({ ...data, mine: '' }, new URLSearchParams('taak=pleegzorg')), 'taak: Pleegzorg');
  assert.equal(subject(data, new URLSearchParams('taak=onzin')), 'Uw regio: Zuid-Holland Zuid');
  assert.equal(subject({ ...data, mine: '' }, new URLSearchParams()), '');
});
