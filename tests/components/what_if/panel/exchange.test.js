// Panel and responses of one page, whichever of the two is there first.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { askForResponses, takeResponses } from '../../../../components/what_if/panel/exchange.js';
import showResponses from '../../../../components/what_if/panel/responses.js';

/** @typedef {import('../../../../components/what_if/panel/payload.js').SentResponses} SentResponses */

let place = new EventTarget();

beforeEach(() => {
  place = new EventTarget();
  Object.assign(globalThis, { document: place });
});

/** @param {string} of */
const responsesOf = (of) => ({ of, hasSaved: false, controls: {} });

// A root as a component gets it; in Node there is no element to stand for it.
const mounted = () => /** @type {HTMLElement} */ (/** @type {unknown} */ ({ isConnected: true }));

/** @param {HTMLElement} root */
function gone(root) { Object.assign(root, { isConnected: false }); }

/** Panel that notes the stamps of what it is offered. */
function panel() {
  const root = mounted(), taken = /** @type {string[]} */ ([]);
  takeResponses(place, root, ({ of }) => taken.push(of));
  return { root, taken };
}

/** The other component, with what it sends to Python. */
function responses(root = mounted()) {
  const sent = /** @type {[string, unknown][]} */ ([]);
  /** @param {SentResponses} data */
  const show = (data) => showResponses({
    parentElement: root, data, setStateValue: (name, value) => sent.push([name, value]), setTriggerValue: () => assert.fail('a question is no trigger'),
  });
  return { root, sent, show };
}

test('a panel that is there first takes every offer once', () => {
  const { taken } = panel(), { show } = responses();
  show(responsesOf('1.0'));
  show(responsesOf('1.1'));
  assert.deepEqual(taken, ['1.0', '1.1']);
});

test('a panel that comes later takes the newest offer at once, and each one after it', () => {
  const { show } = responses();
  show(responsesOf('1.0'));
  show(responsesOf('1.1'));
  const { taken } = panel();
  assert.deepEqual(taken, ['1.1']);
  show(responsesOf('1.2'));
  assert.deepEqual(taken, ['1.1', '1.2']);
});

test('the very object of an offer is handed over again, so that a panel can tell it from a new one', () => {
  const { show } = responses(), offered = /** @type {SentResponses[]} */ ([]), data = responsesOf('1.0');
  show(data);
  takeResponses(place, mounted(), (given) => offered.push(given));
  takeResponses(place, mounted(), (given) => offered.push(given));
  assert.ok(offered.length >= 2 && offered.every((given) => given === data));
});

test('a question goes to Python by the newest message, and the panel knows that it was heard', () => {
  const { show, sent } = responses();
  show(responsesOf('1.0'));
  show(responsesOf('1.1'));
  assert.equal(askForResponses(place, '1.2'), true);
  assert.deepEqual(sent, [['asked', '1.2']]);
});

test('a question that nobody is there to hear is not taken for asked', () => {
  assert.equal(askForResponses(place, '1.0'), false);
  const { root, show, sent } = responses();
  show(responsesOf('1.0'));
  gone(root);
  assert.equal(askForResponses(place, '1.1'), false);
  assert.deepEqual(sent, []);
});

test('a component that mounts again leaves nothing of the old one behind', (context) => {
  const removed = context.mock.method(place, 'removeEventListener');
  const old = { panel: panel(), responses: responses() };
  old.responses.show(responsesOf('1.0'));
  gone(old.panel.root);
  gone(old.responses.root);
  const newer = responses();
  newer.show(responsesOf('2.0'));
  const { taken } = panel();
  askForResponses(place, '2.1');
  assert.deepEqual(taken, ['2.0']);
  assert.deepEqual(old.panel.taken, ['1.0']);
  assert.deepEqual([old.responses.sent, newer.sent], [[], [['asked', '2.1']]]);
  assert.equal(removed.mock.callCount(), 3, 'one listener of the panel, two of the responses');
});
