import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addressOfStep, forHall, isOnStage, ownAt, stepAt, withoutStage } from '../../../components/frame/stage_address.js';

const step = { page: 'kaart', query: 'taak=pleegzorg', title: '', sentence: '', note: '' };

test('an address is at the first step unless it names another', () => {
  assert.equal(stepAt('?presentatie=x', 9), 1);
  assert.equal(stepAt('?presentatie=x&stap=9', 9), 9);
});

test('a step that is none is no step', () => {
  for (const named of ['0', '10', '-1', '1.5', 'twee', '1e0', '01', '', '99999999999']) assert.equal(stepAt(`?stap=${named}`, 9), null, named);
  assert.equal(stepAt('', 0), null);
});

test('a step keeps what is on stage and for whom, and what goes along with the visitor', () => {
  assert.equal(addressOfStep(step, 3, '?presentatie=wie&stap=2&zaal=abcd&kleur=b', { regio: 'JZ31' }),
    './kaart?taak=pleegzorg&regio=JZ31&presentatie=wie&stap=3&zaal=abcd');
  assert.equal(addressOfStep({ ...step, page: '', query: '' }, 1, '?presentatie=wie'), './?presentatie=wie&stap=1');
});

test('a step cannot take the stage elsewhere', () => {
  assert.equal(addressOfStep({ ...step, query: 'presentatie=ander&stap=9&zaal=zzzz' }, 2, '?presentatie=wie'), './kaart?presentatie=wie&stap=2');
});

test('the view without the stage keeps all of its own', () => {
  assert.equal(withoutStage('?regio=JZ31&presentatie=wie&stap=3&zaal=abcd&taak=x'), '?regio=JZ31&taak=x');
  assert.equal(withoutStage('?presentatie=1'), '');
});

test('the hall has the same view under its own name', () => {
  assert.equal(forHall('?regio=JZ31&presentatie=wie&stap=3', 'abcd'), '?regio=JZ31&presentatie=wie&stap=3&zaal=abcd');
  assert.equal(forHall('?presentatie=wie&zaal=abcd', ''), '?presentatie=wie');
});

test('a storyline of this browser is known by its name', () => {
  assert.equal(ownAt('?presentatie=eigen-a1b2'), 'a1b2');
  assert.equal(ownAt('?presentatie=wie'), null);
  assert.ok(isOnStage('?presentatie=1') && !isOnStage('?presentatie=') && !isOnStage('?stap=2'));
});
