import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withoutNames } from '../../../components/frame/stage_address.js';
import { comingOf, lasted } from '../../../components/frame/stage_speaker.js';

test('time is read in minutes and seconds, and in hours once there is one', () => {
  assert.deepEqual([0, 59_999, 60_000, 3_599_000, 3_600_000, 36_061_000].map(lasted), ['0:00', '0:59', '1:00', '59:59', '1:00:00', '10:01:01']);
  assert.equal(lasted(-5_000), '0:00');
});

test('of a step that is still to come the figures are open', () => {
  assert.equal(withoutNames('{regio} koos {aantal} keer lokaal'), '… koos … keer lokaal');
  assert.equal(withoutNames('Wat nu?'), 'Wat nu?');
});

test('the step to come has its own words, those of its view, or the name of its page', () => {
  const step = { page: 'kaart', query: 'taak=wonen', title: '', sentence: ' ', note: '' }, pages = { kaart: 'Kaart' };
  const told = { page: 'kaart', query: 'taak=wonen', title: 'De meeste regio’s kozen lokaal', sentence: 'Per regio.' };
  const both = (/** @type {{ title: string, sentence: string }} */ { title, sentence }) => [title, sentence];
  assert.deepEqual(both(comingOf(step, told, pages, true)), [told.title, told.sentence]);
  assert.deepEqual(both(comingOf({ ...step, title: 'Wonen {nu}' }, told, pages, true)), ['Wonen {nu}', told.sentence]);
  assert.deepEqual(both(comingOf({ ...step, title: 'Wonen {nu}' }, told, pages, false)), [told.title, told.sentence]);
  assert.deepEqual(both(comingOf({ ...step, title: 'Wonen {nu}' }, null, pages, false)), ['Wonen …', '']);
  assert.deepEqual(both(comingOf(step, { ...told, query: 'taak=crisis' }, pages, true)), ['Kaart', '']);
});
