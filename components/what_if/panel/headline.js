// The tiles above the sliders: yearly cost, distance to the target, chance, and the sum that the source warns of.

import { euros, tenths } from '../../look/amounts.js';
import { find } from '../../look/dom.js';

/** @typedef {import('./payload.js').Scenario} Scenario */
/** @typedef {import('./payload.js').Result} Result */

/**
 * What the tiles say of a result, by the name of the place.
 * @param {{ years: number[], targetYear: number, targetCost: number }} scenario
 * @param {Result} result
 */
export function headlineTexts({ years, targetYear, targetCost }, { cost, baseline, chance, plainSum }) {
  const target = years.indexOf(targetYear), gap = cost[target] - targetCost, shownGap = tenths(gap), goal = euros(targetCost);
  return {
    cost: euros(cost[target]),
    'cost-words': `met de maatregelen die aanstaan, na overlap; zonder maatregelen ${euros(baseline[target])}`,
    gap: euros(Math.abs(gap)),
    'gap-words': shownGap > 0 ? `boven het doel van ${goal}` : shownGap < 0 ? `onder het doel van ${goal}: gehaald` : `precies op het doel van ${goal}`,
    chance: chance === null ? '…' : `${chance}%`,
    'chance-words': chance === null ? 'volgt na het loslaten' : `bij ${chance} van de 100 mogelijke uitkomsten wordt het doel gehaald`,
    sum: plainSum === null ? '…' : euros(plainSum),
  };
}

/**
 * Whether a result, as it is shown, reaches the target.
 * @param {{ years: number[], targetYear: number, targetCost: number }} scenario
 * @param {Result} result
 */
export function reachesTarget({ years, targetYear, targetCost }, { cost }) {
  return tenths(cost[years.indexOf(targetYear)] - targetCost) <= 0;
}

export class Headline {
  /** @param {ParentNode} root */
  constructor(root) {
    this.box = find(root, '.headline');
    this.names = { cost: find(this.box, '[data-text="cost-name"]'), gap: find(this.box, '[data-text="gap-name"]') };
    this.whose = find(this.box, '[data-text="whose"]');
    this.changed = find(this.box, '[data-out="changed"]');
    /** @type {Map<string, HTMLElement>} */
    this.places = new Map();
  }

  /**
   * What stays the same in a drag.
   * @param {Scenario} scenario
   * @param {string} changed what the last step changed, in words
   */
  settle({ targetYear, targetCost, whose }, changed) {
    this.names.cost.textContent = `Jaarkosten ${targetYear}`;
    this.whose.textContent = whose;
    this.names.gap.textContent = `Verschil met ${euros(targetCost)}`;
    write(this.changed, changed || 'nog niets; beweeg een schuif.');
  }

  /**
   * @param {Scenario} scenario
   * @param {Result} result
   */
  paint(scenario, result) {
    for (const [name, text] of Object.entries(headlineTexts(scenario, result))) write(this.place(name), text);
    this.box.classList.toggle('met', reachesTarget(scenario, result));
  }

  /** @param {string} name */
  place(name) {
    const known = this.places.get(name) ?? find(this.box, `[data-out="${name}"]`);
    this.places.set(name, known);
    return known;
  }
}

/**
 * Writes a text where it differs, so that a screen reader hears only what changed.
 * @param {HTMLElement} place
 * @param {string} text
 */
function write(place, text) { if (place.textContent !== text) place.textContent = text; }
