// Chances in tenths: a percentage would say more than there is to know.

/** Below and above this a chance reads as almost none and almost certain, in percents. */
const HARDLY = 5, NEARLY = 95;

/** @param {number} percent */
const tenthsOf = (percent) => Math.min(9, Math.max(1, Math.round(percent / 10)));

/** @param {number} percent */
function extremeOf(percent) { return percent < HARDLY ? 'vrijwel uitgesloten' : percent > NEARLY ? 'vrijwel zeker' : ''; }

/** @param {number} percent */
function outOfTen(percent) { return `${tenthsOf(percent)}\u00a0op\u00a010`; }

/** @param {number} percent */
export function chanceInWords(percent) { return extremeOf(percent) || `ongeveer ${outOfTen(percent)}`; }

/**
 * From the lower to the higher of two chances.
 * @param {[number, number]} percents
 */
export function rangeInWords(percents) {
  const [low, high] = [...percents].sort((a, b) => a - b), [from, to] = [low, high].map((percent) => extremeOf(percent) || outOfTen(percent));
  if (from === to) return extremeOf(low) || `ook ongeveer ${to}`;
  return extremeOf(low) || extremeOf(high) ? `${from} tot ${to}` : `${tenthsOf(low)} tot ${to}`;
}
