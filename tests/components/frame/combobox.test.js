// What the keys do in the list of the search field, what a screen reader hears, and what goes along in a link.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movedTo, spoken } from '../../../components/frame/combobox.js';
import { along } from '../../../components/frame/go.js';
import { plain } from '../../../components/frame/landing.js';

test('arrows walk through the offers and by way of the field around', () => {
  assert.equal(movedTo('ArrowDown', -1, 3), 0);
  assert.equal(movedTo('ArrowDown', 2, 3), -1);
  assert.equal(movedTo('ArrowUp', -1, 3), 2);
  assert.equal(movedTo('ArrowUp', 0, 3), -1);
});

test('other keys, and an empty list, are left to the field', () => {
  assert.equal(movedTo('a', 1, 3), null);
  assert.equal(movedTo('ArrowDown', -1, 0), null);
});

test('a screen reader hears what is asked and how many there are', () => {
  const offers = [{ label: 'Bergen', what: 'gemeente' }];
  assert.equal(spoken({ text: 'b', note: 'Welke?', taken: '', chosen: '', groups: [{ name: '', offers }] }), 'Welke? 1 mogelijkheid, kies met pijl omlaag.');
  assert.equal(spoken({ text: 'b', note: 'Niets.', taken: '', chosen: '', groups: [] }), 'Niets.');
});

test('region and task go along to every page, and nothing else does', () => {
  assert.equal(along('regio', '?regio=JZ31&taak=vb&kleur=status', ['regio', 'taak']), './regio?regio=JZ31&taak=vb');
  assert.equal(along('', '', ['regio', 'taak']), './');
  assert.equal(along('doorrekening', '?regio=JZ31', ['regio'], { v: '1' }), './doorrekening?regio=JZ31&v=1');
});

test('an item is found whatever its accents, signs and spaces', () => {
  assert.equal(plain('  “Eén” gezin,\n één plan'), 'een gezin een plan');
});
