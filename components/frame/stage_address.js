// Addresses on stage: which step stands at an address, and the address of a step.

import { OWN } from './own_storylines.js';

/** Keys of the address, as in model/site/site_map.py: what is on stage, which step of it, and of which pair of windows this is the hall's. */
export const STAGE = 'presentatie';
export const STEP = 'stap';
export const HALL = 'zaal';
const KEYS = [STAGE, STEP, HALL];

/**
 * One view of a storyline: address of its page, the keys of its address, and what is said of it.
 * @typedef {{ page: string, query: string, title: string, sentence: string, note: string }} Step
 */

/**
 * Step at an address, counted from 1: the first where the address names none, null where it names one that is not among `count`.
 * @param {string} search
 * @param {number} count
 */
export function stepAt(search, count) {
  const named = new URLSearchParams(search).get(STEP) ?? '1';
  const at = /^[1-9]\d{0,3}$/.test(named) ? Number(named) : 0;
  return at >= 1 && at <= count ? at : null;
}

/** @param {string} search */
export function isOnStage(search) { return Boolean(new URLSearchParams(search).get(STAGE)); }

/**
 * The id of the storyline of this browser that an address shows, or null.
 * @param {string} search
 */
export function ownAt(search) {
  const stage = new URLSearchParams(search).get(STAGE) ?? '';
  return stage.startsWith(OWN) ? stage.slice(OWN.length) : null;
}

/**
 * Address of a step, below the address of the app. `along` is what stands in it too where the step says nothing of it.
 * @param {Step} step
 * @param {number} at counted from 1
 * @param {string} search of the address here, which says what is on stage, and for whom
 * @param {Record<string, string>} [carried]
 */
export function addressOfStep(step, at, search, carried = {}) {
  const here = new URLSearchParams(search), query = new URLSearchParams(step.query);
  for (const key of KEYS) query.delete(key);
  for (const [key, value] of Object.entries(carried)) if (value && !query.has(key)) query.set(key, value);
  query.set(STAGE, here.get(STAGE) ?? '1');
  query.set(STEP, String(at));
  const hall = here.get(HALL);
  if (hall) query.set(HALL, hall);
  return `./${step.page}?${query}`;
}

/**
 * Part of an address behind the question mark without what belongs to the stage; with "?" where anything is left.
 * @param {string} search
 */
export function withoutStage(search) {
  const query = new URLSearchParams(search);
  for (const key of KEYS) query.delete(key);
  return query.size ? `?${query}` : '';
}

/**
 * The same view as the hall's window of this pair shows it, or as the speaker's where `pair` is ''.
 * @param {string} search
 * @param {string} pair
 */
export function forHall(search, pair) {
  const query = new URLSearchParams(search);
  query.delete(HALL);
  if (pair) query.set(HALL, pair);
  return `?${query}`;
}

/**
 * A title or sentence of a step whose view is not there yet: a figure that it names is still open.
 * @param {string} text
 */
export function withoutNames(text) { return text.replaceAll(/\{[^{}]*\}/g, '…'); }
