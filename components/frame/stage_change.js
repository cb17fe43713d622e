// From one step to the next on another page: the old step stays in sight, as a picture that the browser takes of it, until the next one stands there.

import { isAtRest } from './at_rest.js';
import { go } from './go.js';
import { STAGE, STEP } from './stage_address.js';

/** Longer than this the old step does not stay, whatever comes; browsers themselves end it after 4 s. */
const LONGEST_MS = 2_500, LOOK_MS = 40;

/** The view that stands on stage now, as stage.py names it. @param {string} at */
export function standsThere(at) { document.documentElement.dataset.stands = at; }

/**
 * Leads to a view on stage. Nothing can be pressed in the picture: keys and the page below it go on, and a step that is asked for meanwhile is made.
 * @param {string} href
 */
export function goOnStage(href) {
  const there = new URL(href, document.baseURI);
  if (!('startViewTransition' in document) || there.pathname === location.pathname) {
    go(href);
    return;
  }
  const { ready } = document.startViewTransition(async () => {
    go(href);
    await standing(there.searchParams);
  });
  // It is left out where the window is out of sight, takes too long, or has gone on to another step.
  ready.catch(() => {});
}

/** @param {URLSearchParams} query */
async function standing(query) {
  const asked = `${query.get(STAGE) ?? ''} ${query.get(STEP) ?? ''}`, since = Date.now();
  const isThere = () => document.documentElement.dataset.stands === asked && isAtRest();
  while (!isThere() && Date.now() - since < LONGEST_MS) await new Promise((done) => { setTimeout(done, LOOK_MS); });
}
