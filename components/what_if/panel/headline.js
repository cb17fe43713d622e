// The tiles above the sliders: yearly cost, distance to the target, chance, and the sum that the source warns of.

import { euros, tenths } from '../../look/amounts.js';
import { find } from '../../look/dom.js';
import { chanceInWords, rangeInWords } from './chance_words.js';
import { targetCostOf } from './payload.js';

/** @typedef {import('./payload.js').Scenario} Scenario */
/** @typedef {import('./payload.js').Result} Result */

/** In tenths, as every chance here. */
const HALF = 5;

/**
 * What the tiles say of a result, by the name of the place.
 * @param {{ years: number[], targetYear: number, whose: string }} scenario
 * @param {Result} result
 */
export function headlineTexts(scenario, result) {
  const { years, targetYear, whose } = scenario, { cost, baseline, chance, range, plainSum, targetName } = result;
  const target = years.indexOf(targetYear), targetCost = targetCostOf(scenario, result), goal = euros(targetCost);
  const gap = cost[target] - targetCost, shownGap = tenths(gap);
  return {
    whose: `${capitalised(whose)}. Doel: ${targetName}, ${goal} in ${targetYear}.`,
    cost: euros(cost[target]),
    'cost-words': `met de maatregelen die aanstaan, na overlap; zonder maatregelen ${euros(baseline[target])}`,
    'gap-name': `${shownGap > 0 ? 'Boven' : shownGap < 0 ? 'Onder' : 'Precies op'} het doel van ${goal}`,
    gap: euros(Math.abs(gap)),
    'gap-words': gapInWords(shownGap, chance),
    chance: chance === null ? '…' : chanceInWords(chance),
    'chance-words': range ? `bij 5 procentpunt meer of minder overlap: ${rangeInWords(range)}` : '',
    sum: plainSum === null ? '…' : euros(plainSum),
  };
}

/** @param {string} text */
const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Whether the target is reached, and in one breath how likely that is: the line can reach it where most outcomes do not.
 * @param {number} gap
 * @param {number | null} chance
 */
function gapInWords(gap, chance) {
  const isReached = gap <= 0, how = isReached ? 'gehaald bij deze stand' : 'niet gehaald bij deze stand';
  if (chance === null) return 'hoe zeker dat is, volgt na het loslaten';
  if (isReached) return chance < HALF ? `${how}, maar de kans om het te halen is kleiner dan de helft` : `${how}; kans: ${chanceInWords(chance)}`;
  return chance > HALF ? `${how}, al is de kans om het te halen groter dan de helft` : `${how}; kans om het toch te halen: ${chanceInWords(chance)}`;
}

export class Headline {
  /** @param {ParentNode} root */
  constructor(root) {
    this.box = find(root, '.headline');
    this.costName = find(this.box, '[data-text="cost-name"]');
    this.warning = find(this.box, '[data-text="warning"]');
    this.changed = find(this.box, '[data-out="changed"]');
    this.agreed = find(this.box, '.agreed');
    this.assumed = find(this.box, '.assumed');
    this.uncounted = find(this.box, '.uncounted');
    /** @type {Map<string, HTMLElement>} */
    this.places = new Map();
  }

  /**
   * What stays the same in a drag.
   * @param {Scenario} scenario
   * @param {string} changed what the last step changed, in words
   */
  settle({ targetYear, words, uncounted, assumed }, changed) {
    this.costName.textContent = `Jaarkosten ${targetYear}`;
    this.warning.textContent = words.warning;
    write(this.assumed, assumedInWords(assumed));
    write(this.uncounted, uncounted.length ? uncountedInWords(uncounted) : '');
    write(this.changed, changed || 'nog niets; beweeg een schuif.');
  }

  /**
   * @param {Scenario} scenario
   * @param {Result} result
   * @param {number | null} overlap as it stands, also in a drag
   */
  paint(scenario, result, overlap) {
    for (const [name, text] of Object.entries(headlineTexts(scenario, result))) write(this.place(name), text);
    const isAgreed = overlap === scenario.starts.overlap_share && result.targetName === scenario.targets[0].name;
    write(this.agreed, isAgreed ? scenario.words.agreed : '');
    this.place('chance-words').classList.toggle('old', result.isRangeOld);
  }

  /** @param {string} name */
  place(name) {
    const known = this.places.get(name) ?? find(this.box, `[data-out="${name}"]`);
    this.places.set(name, known);
    return known;
  }
}

const MOST_ASSUMED = 2;

/**
 * What was assumed when the table was read; all of it stands above the panel, and here there is little room.
 * @param {string[]} assumed sentences
 */
export function assumedInWords(assumed) {
  const more = assumed.length - MOST_ASSUMED, rest = more > 0 ? ` En nog ${more === 1 ? 'één aanname' : `${more} aannames`}, boven het paneel.` : '';
  return assumed.length ? `Aanname, niet uit uw blad: ${assumed.slice(0, MOST_ASSUMED).join(' ')}${rest}` : '';
}

/** @param {string[]} codes of measures */
function uncountedInWords(codes) {
  const [last, ...before] = [...codes].reverse(), listed = before.length ? `${before.reverse().join(', ')} en ${last}` : last;
  return `Investeringen: niet meegeteld, want onbekend: ${codes.length > 1 ? 'maatregelen' : 'maatregel'} ${listed}.`;
}

/**
 * Writes a text where it differs, so that a screen reader hears only what changed.
 * @param {HTMLElement} place
 * @param {string} text
 */
export function write(place, text) { if (place.textContent !== text) place.textContent = text; }
