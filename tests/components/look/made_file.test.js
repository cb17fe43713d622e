// A file that the server makes on request: one at a time, with a sign that it is busy, and a word when none comes.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { FileRequest } from '../../../components/look/made_file.js';

/** @param {import('node:test').TestContext} context */
function requested(context) {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1000 });
  const said = /** @type {string[]} */ ([]), sent = /** @type {number[]} */ ([]);
  const request = new FileRequest((words) => said.push(words));
  request.ask((number) => sent.push(number));
  return { request, said, sent };
}

test('while one request waits no other goes out', (context) => {
  const { request, sent } = requested(context);
  request.ask((number) => sent.push(number));
  assert.deepEqual(sent, [1000]);
});

test('from half a second on one sees that it is busy', (context) => {
  const { said } = requested(context);
  context.mock.timers.tick(499);
  assert.deepEqual(said, ['']);
  context.mock.timers.tick(1);
  assert.deepEqual(said, ['', 'Bezig met maken …']);
});

test('why there is no file is said, and another one can be asked for', (context) => {
  const { request, said, sent } = requested(context);
  assert.equal(request.take({ number: 1000, name: '', mime: '', content: '', fault: 'Dat kan niet.' }), true);
  context.mock.timers.tick(60_000);
  assert.deepEqual(said, ['', 'Dat kan niet.']);
  request.ask((number) => sent.push(number));
  assert.equal(sent.length, 2);
});

test('an answer to another request is no answer', (context) => {
  const { request, said } = requested(context);
  assert.equal(request.take({ number: 999, name: 'a', mime: '', content: '', fault: 'Oud.' }), false);
  assert.equal(request.take(null), false);
  assert.deepEqual(said, ['']);
});

test('a file that never comes is given up', (context) => {
  const { said } = requested(context);
  context.mock.timers.tick(30_000);
  assert.equal(said.at(-1), 'Er kwam geen bestand. Probeer het opnieuw.');
});
