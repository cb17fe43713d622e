// Costs per year as a chart with its legend: all costs, or what is left for the region after the national contribution.

import { amount } from '../../look/amounts.js';
import { find, h } from '../../look/dom.js';
import { TrajectoryChart } from './trajectory.js';

/** @typedef {import('./payload.js').Scenario} Scenario */
/** @typedef {import('./payload.js').Result} Result */

/**
 * Lines of the chart; for the region an amount is unknown where the contribution of that year is.
 * @param {Result} result
 * @param {boolean} isRegional
 * @returns {import('./trajectory.js').Lines}
 */
export function costLines({ cost, baseline, target, p10, p90, contribution }, isRegional) {
  if (!isRegional) return { cost, baseline, target, p10, p90 };
  /** @param {(number | null)[]} amounts */
  const less = (amounts) => amounts.map((value, year) => {
    const given = contribution[year];
    return value === null || given === null ? null : value - given;
  });
  return { cost: less(cost), baseline: less(baseline), target: less(target), p10: less(p10), p90: less(p90) };
}

export class CostView {
  isRegional = false;
  shownEntries = 0;

  /** @param {ParentNode} root */
  constructor(root) {
    this.drawing = find(root, '.chart', SVGSVGElement);
    this.legend = find(root, '.chart-legend');
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
  paint({ years, ceilings }, result, isDragging) {
    const { isRegional } = this, lines = costLines(result, isRegional), shownCeilings = isRegional ? [] : ceilings;
    this.chart.draw(years, lines, shownCeilings, isDragging);
    if (!isDragging) this.describe(years, lines.cost);
    this.paintLegend(shownCeilings.length > 0);
  }

  /**
   * Words for who does not see the line: once it has come to rest.
   * @param {number[]} years
   * @param {(number | null)[]} cost
   */
  describe(years, cost) {
    const name = this.isRegional ? 'Kosten voor de regio' : 'Jaarkosten';
    this.drawing.setAttribute('aria-label', `${name} per jaar in miljoen euro: ${years.map((year, index) => `${year} ${amount(cost[index])}`).join(', ')}.`);
  }

  /** @param {boolean} hasCeilings */
  paintLegend(hasCeilings) {
    const entries = hasCeilings ? [...LEGEND, CEILING_ENTRY] : LEGEND;
    if (this.shownEntries === entries.length) return;
    this.shownEntries = entries.length;
    this.legend.replaceChildren(...entries.map(([kind, words]) => h('li', {}, h('i', { class: kind }), words)));
  }
}

/** @type {[kind: string, words: string][]} */
const LEGEND = [
  ['cost', 'doorrekening'],
  ['band', 'waarschijnlijk: 8 van de 10 uitkomsten'],
  ['target', 'pad van de bron'],
  ['baseline', 'zonder maatregelen'],
];
/** @type {[kind: string, words: string]} */
const CEILING_ENTRY = ['ceiling', 'plafond van de bron'];
