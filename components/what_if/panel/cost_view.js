// Costs per year as a chart with its legend: all costs, or what is left for the region after the national contribution.

import { amount, euros, shown } from '../../look/amounts.js';
import { find, h } from '../../look/dom.js';
import { write } from './headline.js';
import { TrajectoryChart } from './trajectory.js';

/** @typedef {import('./payload.js').Scenario} Scenario */
/** @typedef {import('./payload.js').Result} Result */

/**
 * Lines of the chart. For the region an amount is unknown where the contribution of that year is; the source then prints the whole cost,
 * which stands aside here.
 * @param {Result} result
 * @param {boolean} isRegional
 * @returns {Omit<import('./trajectory.js').Lines, 'realised'>}
 */
export function costLines({ cost, baseline, target, p10, p90, contribution }, isRegional) {
  const none = cost.map(() => null);
  if (!isRegional) return { cost, baseline, target, p10, p90, aside: none, targetAside: none };
  /** @param {(number | null)[]} amounts */
  const less = (amounts) => amounts.map((value, year) => {
    const given = contribution[year];
    return value === null || given === null ? null : value - given;
  });
  /** @param {(number | null)[]} amounts */
  const whole = (amounts) => amounts.map((value, year) => (contribution[year] === null ? value : null));
  return {
    cost: less(cost), baseline: less(baseline), target: less(target), p10: less(p10), p90: less(p90),
    aside: whole(cost), targetAside: whole(target),
  };
}

const ASIDE = 'vóór rijksbijdrage';
const ABOVE_BAND = 'De doorrekening ligt boven haar eigen band. Dat klopt: een maatregel die onderaan zijn bandbreedte staat, kan alleen meevallen. ' +
  'Bijna alle uitkomsten liggen dus lager dan de lijn.';
const BELOW_BAND = 'De doorrekening ligt onder haar eigen band. Dat klopt: een maatregel die bovenaan zijn bandbreedte staat, kan alleen tegenvallen. ' +
  'Bijna alle uitkomsten liggen dus hoger dan de lijn.';
const REALISED = 'werkelijk', ONLY_BESIDE_COSTS = 'Wat het werkelijk werd, staat alleen bij de jaarkosten.';
const UNKNOWN_CONTRIBUTION = 'De bijdrage van het Rijk is niet elk jaar bekend. Zo\'n jaar staat los van de lijn, met de kosten vóór rijksbijdrage.';

/**
 * What there is to know of the picture of a result that has come to rest: that the line lies outside its own band, or that an amount
 * stands aside.
 * @param {Result} result
 * @param {number} target index of the target year
 * @param {boolean} isRegional
 * @param {{ years: number[], decimals: number }} plan
 */
export function noteOf({ cost, p10, p90, contribution, target: path }, target, isRegional, { years, decimals }) {
  const line = shown(cost[target], decimals), notes = [];
  if (isRegional) notes.push(regionalInWords(path[target], contribution[target], years[target], decimals));
  if (isRegional && contribution.includes(null)) notes.push(UNKNOWN_CONTRIBUTION);
  if (line > shown(p90[target], decimals)) notes.push(ABOVE_BAND);
  if (line < shown(p10[target], decimals)) notes.push(BELOW_BAND);
  return notes.join(' ');
}

/**
 * That the headline speaks of other costs, and what its target is for these.
 * @param {number | null} goal
 * @param {number | null} given national contribution
 * @param {number} year
 * @param {number} decimals
 */
function regionalInWords(goal, given, year, decimals) {
  const said = 'De tegels en de kans blijven gaan over de jaarkosten, vóór de bijdrage van het Rijk.';
  if (goal === null) return said;
  if (given === null) return `${said} Ook het doel van ${year} staat hier ${ASIDE}: ${euros(goal, decimals)}.`;
  return `${said} Het doel van ${year} is hier min die bijdrage: ${euros(goal - given, decimals)}.`;
}

export class CostView {
  isRegional = false;
  shownEntries = '';

  /** @param {ParentNode} root */
  constructor(root) {
    this.drawing = find(root, '.chart', SVGSVGElement);
    this.legend = find(root, '.chart-legend');
    this.note = find(root, '.chart-note');
    this.chart = new TrajectoryChart(this.drawing);
  }

  /**
   * Other costs from the next painting on.
   * @param {boolean} isRegional
   */
  show(isRegional) {
    this.isRegional = isRegional;
    this.chart.forgetScale();
  }

  /**
   * @param {Scenario} scenario
   * @param {Result} result
   * @param {boolean} isDragging
   */
  paint({ years, targetYear, ceilings, decimals, realised: { amounts } }, result, isDragging) {
    const { isRegional } = this, isRealised = amounts.some((cost) => cost !== null);
    const lines = { ...costLines(result, isRegional), realised: isRegional ? amounts.map(() => null) : amounts };
    const shownCeilings = isRegional ? [] : ceilings.filter(([name]) => name !== result.targetName);
    const names = { cost: 'doorrekening', baseline: 'zonder maatregelen', target: result.targetName, aside: ASIDE, realised: REALISED };
    this.chart.draw(years, lines, names, shownCeilings, decimals, isDragging);
    if (!isDragging) {
      this.describe(years, lines, decimals);
      const said = [noteOf(result, years.indexOf(targetYear), isRegional, { years, decimals }), isRealised && isRegional && ONLY_BESIDE_COSTS];
      write(this.note, said.filter(Boolean).join(' '));
    }
    // Its room stays, so that the chart does not jump when all measures go off.
    this.legend.toggleAttribute('data-without-band', lines.p10.every((low, at) => low === lines.p90[at]));
    this.paintLegend(result.targetName, shownCeilings.length > 0, isRealised && !isRegional);
  }

  /**
   * Words for who does not see the line: once it has come to rest.
   * @param {number[]} years
   * @param {import('./trajectory.js').Lines} lines
   * @param {number} decimals
   */
  describe(years, { cost, aside, realised }, decimals) {
    const name = this.isRegional ? 'Kosten voor de regio' : 'Jaarkosten';
    const texts = years.map((year, index) => (
      aside[index] === null ? `${year} ${amount(cost[index], decimals)}` : `${year} ${amount(aside[index], decimals)} ${ASIDE}, want die is onbekend`));
    const known = years.flatMap((year, index) => (realised[index] === null ? [] : [`${year} ${amount(realised[index], decimals)}`]));
    const beside = known.length ? ` Werkelijk, volgens uw opgave: ${known.join(', ')}.` : '';
    this.drawing.setAttribute('aria-label', `${name} per jaar in miljoen euro: ${texts.join(', ')}.${beside}`);
  }

  /**
   * @param {string} target
   * @param {boolean} hasCeilings
   * @param {boolean} isRealised
   */
  paintLegend(target, hasCeilings, isRealised) {
    const named = `${target} ${hasCeilings} ${isRealised}`;
    if (this.shownEntries === named) return;
    this.shownEntries = named;
    const entries = [['cost', 'doorrekening'], ['band', 'waarschijnlijk: 8 van de 10 uitkomsten'], ['target', target], ['baseline', 'zonder maatregelen']];
    if (hasCeilings) entries.push(['ceiling', 'plafond van de bron']);
    if (isRealised) entries.push(['realised', `${REALISED}, uw eigen opgave`]);
    this.legend.replaceChildren(...entries.map(([kind, text]) => (
      h('li', {}, h('i', { class: kind }), text, kind === 'band' && h('span', { class: 'of-before' }, ' (nog van de vorige stand)')))));
  }
}
