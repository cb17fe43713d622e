// What stands under the bars of the panel: where they begin, and what the lines through them are.

import { dutch, euros, shown, unbroken } from '../../look/amounts.js';
import { groundOf, stepsAddUp } from './bars.js';

/** @typedef {import('./payload.js').Scenario} Scenario */

/** As in answers/findings.py. */
const ROUNDED = 'De bedragen zijn afgerond en tellen daardoor niet precies op.';

/**
 * What the waterfall starts from, why the chart starts elsewhere, where the axis begins, and whether the rounded steps miss the result.
 * @param {Scenario} scenario
 */
export function startInWords({ years: [first], words, decimals, waterfall, waterfallAxis: axis, result: { cost: [own], baseline: [from] } }) {
  const why = own > from
    ? `omdat investeringen in ${first} meer kosten dan de maatregelen dan besparen`
    : `omdat een deel van de maatregelen in ${first} al werkt`;
  const isOther = shown(own, decimals) !== shown(from, decimals) && `De doorrekening in de grafiek begint op ${euros(own, decimals)}, ${why}.`;
  const ground = groundOf(axis), start = ground !== 0 && `De as begint bij ${dutch(ground / 1000, ground % 1000 ? axis.decimals : 0)}, niet bij nul.`;
  const rounded = !stepsAddUp(waterfall, decimals) && ROUNDED;
  return unbroken([words.start, isOther, start, rounded].filter(Boolean).join(' '));
}

/**
 * What the two lines through the bars are.
 * @param {number} now
 * @param {import('./bars.js').Goal} goal
 * @param {number} decimals
 */
export function marksInWords(now, { name, cost }, decimals) {
  return `Doorgetrokken streep: de jaarkosten nu, ${euros(now, decimals)}. Gestreept: het doel (${name}), ${euros(cost, decimals)}.`;
}
