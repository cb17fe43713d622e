// Two components of one page on one subject, whichever of the two is there first.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { Offer, ask, takeOffers } from '../../../components/what_if/exchange.js';
import showFollower from '../../../components/what_if/panel/follower.js';

/** @typedef {import('../../../components/what_if/panel/follower.js').Followed} Followed */

let place = new EventTarget();

beforeEach(() => {
  place = new EventTarget();
  Object.assign(globalThis, { document: place });
});

// A root as a component gets it; in Node there is no element to stand for it.
const mounted = () => /** @type {HTMLElement} */ (/** @type {unknown} */ ({ isConnected: true }));

/** @param {HTMLElement} root */
function gone(root) { Object.assign(root, { isConnected: false }); }

/** Component that notes what it is offered. */
function taker() {
  const root = mounted(), taken = /** @type {string[]} */ ([]);
  takeOffers(place, root, 'scenario', /** @param {string} offered */ (offered) => taken.push(offered));
  return { root, taken };
}

/** Component that offers, and notes what it is asked. */
function offerer(root = mounted()) {
  const asked = /** @type {string[]} */ ([]), offer = /** @type {Offer<string>} */ (new Offer(place, root, 'scenario'));
  /** @param {string} offered */
  const show = (offered) => offer.renew(offered, (question) => asked.push(question));
  return { root, asked, show };
}

test('who is there first takes every offer once', () => {
  const { taken } = taker(), { show } = offerer();
  show('one');
  show('two');
  assert.deepEqual(taken, ['one', 'two']);
});

test('who comes later takes the newest offer at once, and each one after it', () => {
  const { show } = offerer();
  show('one');
  show('two');
  const { taken } = taker();
  assert.deepEqual(taken, ['two']);
  show('three');
  assert.deepEqual(taken, ['two', 'three']);
});

test('an offer on another subject is not taken', () => {
  const { taken } = taker();
  new Offer(place, mounted(), 'plan').renew('a plan');
  assert.deepEqual(taken, []);
});

test('a question is heard by who offers, and who asks knows that it was', () => {
  const { show, asked } = offerer();
  show('one');
  assert.equal(ask(place, 'scenario', '1.2'), true);
  assert.deepEqual(asked, ['1.2']);
});

test('a question that nobody is there to hear is not taken for asked', () => {
  assert.equal(ask(place, 'scenario', '1.0'), false);
  const { root, show, asked } = offerer();
  assert.equal(ask(place, 'scenario', '1.0'), false, 'nothing was offered yet, so there is no answer to ask for');
  show('one');
  gone(root);
  assert.equal(ask(place, 'scenario', '1.1'), false);
  assert.deepEqual(asked, []);
});

test('what stands below the panel passes a question on to Python', () => {
  const sent = /** @type {[string, unknown][]} */ ([]), root = mounted();
  showFollower({
    parentElement: root, data: { hasSaved: true }, setStateValue: (name, value) => sent.push([name, value]),
    setTriggerValue: () => assert.fail('a question is no trigger'), reportNow: () => {},
  });
  const heard = /** @type {Followed[]} */ ([]);
  takeOffers(place, mounted(), 'follower', /** @param {Followed} followed */ (followed) => heard.push(followed));
  assert.equal(ask(place, 'follower', '1.2'), true);
  assert.deepEqual([heard, sent], [[{ hasSaved: true }], [['asked', '1.2']]]);
});

test('a component that mounts again leaves nothing of the old one behind', (context) => {
  const removed = context.mock.method(place, 'removeEventListener');
  const old = { taker: taker(), offerer: offerer() };
  old.offerer.show('one');
  gone(old.taker.root);
  gone(old.offerer.root);
  const newer = offerer();
  newer.show('two');
  const { taken } = taker();
  ask(place, 'scenario', '2.1');
  assert.deepEqual(taken, ['two']);
  assert.deepEqual(old.taker.taken, ['one']);
  assert.deepEqual([old.offerer.asked, newer.asked], [[], ['2.1']]);
  assert.equal(removed.mock.callCount(), 3, 'one listener of the taker, two of the offer');
});
