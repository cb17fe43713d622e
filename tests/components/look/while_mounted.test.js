// Listening at the document or the window for as long as a component stands in the page.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { whileMounted } from '../../../components/look/while_mounted.js';

test('a root that is gone hears nothing, and its listener goes with it', (context) => {
  const place = new EventTarget(), root = { isConnected: true }, heard = /** @type {string[]} */ ([]);
  const removed = context.mock.method(place, 'removeEventListener');
  whileMounted(place, root, 'news', ({ type }) => heard.push(type));
  place.dispatchEvent(new Event('news'));
  place.dispatchEvent(new Event('other'));
  assert.deepEqual(heard, ['news']);
  root.isConnected = false;
  place.dispatchEvent(new Event('news'));
  assert.equal(removed.mock.callCount(), 1);
  root.isConnected = true;
  place.dispatchEvent(new Event('news'));
  assert.deepEqual(heard, ['news']);
});
