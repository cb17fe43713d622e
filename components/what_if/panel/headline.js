// The tiles above the sliders: yearly cost, distance to the target, chance, and the sum that the source warns of.

import { addsUp, distance, euros, shown } from '../../look/amounts.js';
import { find } from '../../look/dom.js';
import { chanceInWords, isExtreme, rangeInWords } from './chance_words.js';
import { targetCostOf } from './payload.js';

/** @typedef {import('./payload.js').Scenario} Scenario */
/** @typedef {import('./payload.js').Result} Result */

/** In tenths, as every chance here. */
const HALF = 5;

/**
 * What the tiles say of a result, by the name of the place.
 * @param {{ years: number[], targetYear: number, whose: string, decimals: number }} scenario
 * @param {Result} result
 */
export function headlineTexts(scenario, result) {
  const { years, targetYear, whose, decimals } = scenario;
  const { cost, baseline, chance, range, isRangeOld, plainSum, targetName } = result;
  const target = years.indexOf(targetYear), targetCost = targetCostOf(scenario, result), goal = euros(targetCost, decimals);
  const gap = cost[target] - targetCost, shownGap = shown(gap, decimals);
  return {
    whose: `${capitalised(whose)}. Doel voor de jaarkosten: ${targetName}, ${goal} in ${targetYear}.`,
    cost: euros(cost[target], decimals),
    'cost-words': `na overlap en vóór de bijdrage van het Rijk; zonder maatregelen ${euros(baseline[target], decimals)}`,
    'gap-name': `${shownGap > 0 ? 'Boven' : shownGap < 0 ? 'Onder' : 'Precies op'} het doel van ${goal}`,
    gap: distance(gap, decimals),
    'gap-words': gapInWords(shownGap, chance) + (addsUp([gap, targetCost], cost[target], decimals) ? '' : ' (bedragen afgerond)'),
    'chance-name': chance !== null && isExtreme(chance) ? 'Het doel halen' : 'Kans om het doel te halen',
    chance: chance === null ? 'volgt nog' : chanceInWords(chance),
    // A range of the state before would stand beside a chance that it does not hold.
    'chance-words': range ? `bij 5 procentpunt meer of minder overlap: ${isRangeOld ? '…' : rangeInWords(range)}` : '',
    sum: plainSum === null ? '…' : euros(plainSum, decimals),
  };
}

/** @param {string} text */
const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Whether the target is reached, and where most outcomes say otherwise that too: the line can reach it where they do not. How large the
 * chance is, stands beside it.
 * @param {number} gap
 * @param {number | null} chance
 */
function gapInWords(gap, chance) {
  const isReached = gap <= 0, how = isReached ? 'gehaald bij deze stand' : 'niet gehaald bij deze stand';
  if (chance === null) return 'hoe zeker dat is, volgt nog';
  if (isReached) return chance < HALF ? `${how}, maar de kans om het te halen is kleiner dan de helft` : how;
  return chance > HALF ? `${how}, al is de kans om het te halen groter dan de helft` : how;
}

export class Headline {
  /** @param {ParentNode} root */
  constructor(root) {
    this.root = root;
    this.costName = find(this.root, '[data-text="cost-name"]');
    this.warning = find(this.root, '[data-text="warning"]');
    this.changed = find(this.root, '[data-out="changed"]');
    this.changedBox = find(this.root, '.changed');
    this.agreed = find(this.root, '.agreed');
    this.assumed = find(this.root, '.assumed');
    this.uncounted = find(this.root, '.uncounted');
    /** @type {Map<string, HTMLElement>} */
    this.places = new Map();
  }

  /**
   * What stays the same in a drag.
   * @param {Scenario} scenario
   * @param {string} changed what the last step changed, in words
   */
  settle({ targetYear, words, counted, uncounted, assumed }, changed) {
    this.costName.textContent = `Jaarkosten ${targetYear}`;
    this.warning.textContent = words.warning;
    write(this.assumed, assumedInWords(assumed));
    write(this.uncounted, investmentsInWords(counted, uncounted));
    this.tell(changed);
  }

  /** Keeps the height of what changed: a shorter text would move the slider under the finger, and have the whole page painted anew. */
  hold() {
    const { style } = this.changedBox;
    if (!style.minHeight) style.minHeight = `${this.changedBox.getBoundingClientRect().height}px`;
  }

  /**
   * What the last step changed; what is only for the time being is not read out.
   * @param {string} changed in words; empty before the first step
   * @param {boolean} [isWaiting] whether the words that hold have still to come
   */
  tell(changed, isWaiting = false) {
    if (isWaiting) this.hold();
    else this.changedBox.style.minHeight = '';
    this.changedBox.setAttribute('aria-busy', String(isWaiting));
    write(this.changed, changed || 'nog niets; beweeg een schuif.');
  }

  /**
   * @param {Scenario} scenario
   * @param {Result} result
   * @param {number | null} overlap as it stands, also in a drag
   */
  paint(scenario, result, overlap) {
    for (const [name, text] of Object.entries(headlineTexts(scenario, result))) write(this.place(name), text);
    write(this.agreed, overlapInWords(scenario, result, overlap));
  }

  /** @param {string} name */
  place(name) {
    const known = this.places.get(name) ?? find(this.root, `[data-out="${name}"]`);
    this.places.set(name, known);
    return known;
  }
}

/**
 * What must be known of the overlap: that none leaves the very sum that must not be taken, that the start reaches the amount of the path by
 * agreement, under whichever name that amount is the target, or whose overlap it is.
 * @param {Pick<Scenario, 'starts' | 'targets' | 'words' | 'years' | 'targetYear'>} scenario
 * @param {Pick<Result, 'target'>} result
 * @param {number | null} overlap
 */
export function overlapInWords({ starts, targets: [{ path }], words, years, targetYear }, result, overlap) {
  if (overlap === 0) return `Let op: met 0% overlap telt de pagina de besparingen gewoon op. ${words.warning}`;
  if (overlap !== starts.overlap_share) return '';
  const isOfPath = path !== null && path[years.indexOf(targetYear)] === targetCostOf({ years, targetYear }, result);
  return [words.borrowed, isOfPath && words.agreed].filter(Boolean).join(' ');
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
function measuresInWords(codes) {
  const [last, ...before] = [...codes].reverse(), listed = before.length ? `${before.reverse().join(', ')} en ${last}` : last;
  return `${codes.length > 1 ? 'maatregelen' : 'maatregel'} ${listed}`;
}

/**
 * Of which measures the investment counts, and of which it is unknown and so does not; nothing where that is said of none.
 * @param {string[]} counted
 * @param {string[]} uncounted
 */
export function investmentsInWords(counted, uncounted) {
  if (!uncounted.length) return '';
  const known = counted.length ? `meegeteld van ${measuresInWords(counted)}; ` : '';
  return `Investeringen: ${known}onbekend en niet meegeteld van ${measuresInWords(uncounted)}.`;
}

/**
 * Writes a text where it differs, so that a screen reader hears only what changed.
 * @param {HTMLElement} place
 * @param {string} text
 */
export function write(place, text) { if (place.textContent !== text) place.textContent = text; }
