// What a component reports with and without a connection.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { KeptReports } from '../../../components/look/kept_reports.js';

function reports() {
  const line = { isLost: false }, sent = /** @type {[string, string, unknown][]} */ ([]), ours = new KeptReports(() => line.isLost);
  ours.to = { state: (name, value) => sent.push(['state', name, value]), trigger: (name, value) => sent.push(['trigger', name, value]) };
  return { line, sent, ours };
}

test('with a connection a report goes at once', () => {
  const { sent, ours } = reports();
  ours.report('state', 'view', 1);
  ours.report('trigger', 'ask', 2);
  assert.deepEqual(sent, [['state', 'view', 1], ['trigger', 'ask', 2]]);
  assert.deepEqual(ours.toSend(), []);
});

test('without one the last of each name waits, in the order of the last, and goes once', () => {
  const { line, sent, ours } = reports();
  line.isLost = true;
  ours.report('state', 'view', 1);
  ours.report('trigger', 'ask', 2);
  ours.report('state', 'view', 3);
  assert.deepEqual(sent, []);
  line.isLost = false;
  for (const { send } of ours.toSend()) send();
  assert.deepEqual(sent, [['trigger', 'ask', 2], ['state', 'view', 3]]);
  assert.deepEqual(ours.toSend(), []);
});

test('what could not be sent because the connection was lost again still waits', () => {
  const { line, sent, ours } = reports();
  line.isLost = true;
  ours.report('state', 'view', 1);
  for (const { send } of ours.toSend()) send();
  assert.deepEqual(sent, []);
  assert.equal(ours.toSend().length, 1);
});

test('a state that went out just before the loss may not have arrived; a trigger is not done twice', () => {
  const { line, sent, ours } = reports();
  ours.report('state', 'view', 1);
  ours.report('trigger', 'ask', 2);
  line.isLost = true;
  ours.lose();
  line.isLost = false;
  for (const { send } of ours.toSend()) send();
  assert.deepEqual(sent, [['state', 'view', 1], ['trigger', 'ask', 2], ['state', 'view', 1]]);
});

test('a newer report goes before one that may not have arrived', () => {
  const { line, ours } = reports();
  ours.report('state', 'view', 1);
  line.isLost = true;
  ours.report('state', 'view', 2);
  ours.lose();
  assert.deepEqual([...ours.kept.values()].map(({ value }) => value), [2]);
});
