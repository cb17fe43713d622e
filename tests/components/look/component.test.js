import assert from 'node:assert/strict';
import { test } from 'node:test';

import { onePerRoot } from '../../../components/look/component.js';

/** @typedef {import('../../../components/look/component.js').ComponentArguments<string>} Message */

/** @param {object} root @param {string} data @returns {Message} */
const message = (root, data) => ({
  parentElement: /** @type {Message['parentElement']} */ (root), data, setStateValue: () => {}, setTriggerValue: () => {}, reportNow: () => {},
});

test('a component keeps the view of its first message, another one has its own', () => {
  const viewOf = onePerRoot((/** @type {Message} */ { data }) => ({ data })), first = {}, second = {};
  const view = viewOf(message(first, 'one'));
  assert.equal(viewOf(message(first, 'two')), view);
  assert.equal(view.data, 'one');
  assert.notEqual(viewOf(message(second, 'three')), view);
});

test('two kinds of component at the same root do not see each other\'s view', () => {
  const root = {}, make = (/** @type {Message} */ { data }) => ({ data });
  assert.notEqual(onePerRoot(make)(message(root, 'a')), onePerRoot(make)(message(root, 'a')));
});
