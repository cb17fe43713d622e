// Chances in words. They come in tenths, for more would say more than there is to know: 0 is hardly any, 10 nearly certain.

/** @type {Record<number, string>} */
const EXTREMES = { 0: 'vrijwel uitgesloten', 10: 'vrijwel zeker' };

/**
 * Whether a chance is said as hardly any or nearly certain: that is said of the target and not of the chance, for a chance that is “vrijwel
 * uitgesloten” would be no chance at all.
 * @param {number} tenths
 */
export function isExtreme(tenths) { return tenths in EXTREMES; }

/** @param {number} tenths */
function outOfTen(tenths) { return `${tenths}\u00a0op\u00a010`; }

/** @param {number} tenths */
export function chanceInWords(tenths) { return EXTREMES[tenths] ?? `ongeveer ${outOfTen(tenths)}`; }

/**
 * From the lower to the higher of two chances.
 * @param {[number, number]} tenths
 */
export function rangeInWords(tenths) {
  const [low, high] = [...tenths].sort((a, b) => a - b);
  if (low === high) return EXTREMES[low] ?? `ook ongeveer ${outOfTen(low)}`;
  if (low in EXTREMES || high in EXTREMES) return `${EXTREMES[low] ?? outOfTen(low)} tot ${EXTREMES[high] ?? outOfTen(high)}`;
  return `${low} tot ${outOfTen(high)}`;
}
