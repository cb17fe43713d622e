import assert from 'node:assert/strict';
import { test } from 'node:test';

import { byName, filled, isPlainClick } from '../../../components/look/dom.js';

/** Element that notes what is done to it. */
function noted() {
  /** @type {Map<string, string>} */
  const attributes = new Map();
  /** @type {unknown[]} */
  const content = [];
  const element = {
    setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => attributes.set(name, value),
    append: (/** @type {unknown} */ part) => content.push(part),
  };
  return { element: /** @type {Element} */ (/** @type {unknown} */ (element)), attributes, content };
}

test('attributes are written as texts; one that is true stands without a value', () => {
  const { element, attributes } = noted();
  filled(element, { id: 'a', tabindex: 0, hidden: true }, []);
  assert.deepEqual(Object.fromEntries(attributes), { id: 'a', tabindex: '0', hidden: '' });
});

test('attributes and content that are false or nothing are left out, empty texts and zeros are not', () => {
  const { element, attributes, content } = noted();
  filled(element, { id: null, hidden: false, title: undefined, class: '' }, [false, null, undefined, 0, '', 'word']);
  assert.deepEqual(Object.fromEntries(attributes), { class: '' });
  assert.deepEqual(content, ['0', '', 'word']);
});

test('what is filled comes back, so that it can be used in place', () => {
  const { element } = noted();
  assert.equal(filled(element, {}, []), element);
});

test('names sort as Dutch does and leave the list alone', () => {
  /** @type {[string, string][]} */
  const regions = [['3', 'Zeeland'], ['1', 'Ämsterdam'], ['2', 'achterhoek']];
  assert.deepEqual(byName(regions).map(([code]) => code), ['2', '1', '3']);
  assert.equal(regions[0][0], '3');
});

test('a click with a key or with another button is the business of the browser', () => {
  const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, button: 0 };
  /** @param {Partial<MouseEvent>} change */
  const isPlain = (change) => isPlainClick(/** @type {MouseEvent} */ ({ ...plain, ...change }));
  assert.equal(isPlain({}), true);
  for (const change of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }]) assert.equal(isPlain(change), false);
});
