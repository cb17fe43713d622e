import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CameraWatch, cameraText, isComplete, textOf } from '../../../components/partners/camera.js';

/** @type {import('../../../components/partners/camera.js').CameraField[]} */
const FIELDS = [['latitude', 4, 48, 56], ['longitude', 4, 0, 11], ['zoom', 2, 5, 11]];
const VIEW = { latitude: 52.123456, longitude: 5.2, zoom: 6.6049, pitch: 30 };

test('the camera is written as rounded numbers without needless zeros', () => {
  assert.equal(textOf(VIEW, FIELDS), '52.1235,5.2,6.6');
});

test('a camera that does not see the country is written as nothing', () => {
  assert.equal(textOf({ ...VIEW, latitude: 57 }, FIELDS), '');
  assert.equal(textOf({ ...VIEW, zoom: 4.99 }, FIELDS), '');
  assert.equal(textOf({ ...VIEW, latitude: 56.00004 }, FIELDS), '56,5.2,6.6');
});

test('without a camera, or without one of its numbers, there is none', () => {
  assert.equal(textOf(undefined, FIELDS), null);
  assert.equal(textOf({ latitude: 52, longitude: 5 }, FIELDS), null);
  assert.equal(textOf({ ...VIEW, zoom: NaN }, FIELDS), null);
  assert.equal(cameraText(null, FIELDS), null);
});

/** Map whose canvas has a chain of hooks as React notes it, the deck in the last one of the part around it. @param {object} deck */
function mapWith(deck) {
  const hooks = { memoizedState: 3, next: { memoizedState: { current: { deck } }, next: null } };
  const canvas = { __reactProps$a: {}, __reactFiber$a: { memoizedState: null, return: { memoizedState: hooks, return: null } } };
  return /** @type {Element} */ (/** @type {unknown} */ ({ querySelector: () => canvas }));
}

test('the camera is found where React keeps deck.gl', () => {
  assert.equal(cameraText(mapWith({ isInitialized: true, getViewports: () => [VIEW] }), FIELDS), '52.1235,5.2,6.6');
});

test('a deck that is not ready has no camera', () => {
  assert.equal(cameraText(mapWith({ isInitialized: false, getViewports: () => [VIEW] }), FIELDS), null);
  assert.equal(cameraText(mapWith({ isInitialized: true, getViewports: () => [] }), FIELDS), null);
});

test('a map is complete once all that deck.gl draws has arrived', () => {
  /** @param {boolean[]} loaded */
  const drawing = (...loaded) => {
    const layerManager = { getLayers: () => loaded.map((isLoaded) => ({ isLoaded })) };
    return isComplete(/** @type {Element} */ (mapWith({ isInitialized: true, getViewports: () => [VIEW], layerManager }).querySelector('canvas')));
  };
  assert.deepEqual([drawing(), drawing(true, false), drawing(true, true)], [false, false, true]);
});

/** Watch over a camera that the test moves; `pass` lets as many looks happen. @param {import('node:test').TestContext} context */
function watched(context) {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const original = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (callback) => { callback(0); return 0; };
  context.after(() => { globalThis.requestAnimationFrame = original; });
  const camera = { text: /** @type {string | null} */ ('start') };
  /** @type {(string | null)[]} */
  const told = [];
  const watch = new CameraWatch(() => camera.text, (text) => told.push(text));
  const pass = (/** @type {number} */ looks) => { for (let i = 0; i < looks; i += 1) context.mock.timers.tick(100); };
  return { camera, told, watch, pass };
}

test('a map that came to rest elsewhere is told once', (context) => {
  const { camera, told, watch, pass } = watched(context);
  watch.touched();
  camera.text = 'elsewhere';
  pass(10);
  assert.deepEqual(told, ['elsewhere']);
});

test('a map that still moves is not told', (context) => {
  const { camera, told, watch, pass } = watched(context);
  watch.touched();
  for (const text of ['a', 'b', 'c', 'd', 'e', 'f']) { camera.text = text; pass(1); }
  assert.deepEqual(told, []);
  pass(4);
  assert.deepEqual(told, ['f']);
});

test('a map that is held, or that ends where it began, is not told', (context) => {
  const { camera, told, watch, pass } = watched(context);
  watch.held = true;
  watch.touched();
  camera.text = 'elsewhere';
  pass(10);
  assert.deepEqual(told, []);
  camera.text = 'start';
  watch.held = false;
  pass(10);
  assert.deepEqual(told, []);
});

test('a map that others move is forgotten', (context) => {
  const { camera, told, watch, pass } = watched(context);
  watch.touched();
  camera.text = 'elsewhere';
  watch.forget();
  pass(10);
  assert.deepEqual(told, []);
});

test('a map that went out of sight of the country is told as none', (context) => {
  const { camera, told, watch, pass } = watched(context);
  watch.touched();
  camera.text = '';
  pass(10);
  assert.deepEqual(told, [null]);
});
