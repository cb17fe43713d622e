// Where an amount can stand beside its point without lying on a line.

/** @typedef {import('./trajectory_scale.js').Amounts} Amounts */
/** @typedef {import('./trajectory_scale.js').TrajectoryScale} TrajectoryScale */

/**
 * A text that wants a place: where its point is, how it is anchored, how high its letters are, what it says, over how many lines.
 * @typedef {{ x: number, y: number, anchor: 'start' | 'middle' | 'end', letters: number, words: string, lines: number }} Label
 */

/** Width of a digit, as a share of the height of the letters. */
const DIGIT = 0.56;
/** Room around the text. */
const AIR = 2;

/** @typedef {{ left: number, right: number, top: number, foot: number }} Box */

/**
 * Height of the base of the text: the nearest one above or below the point at which no line runs through it or between it and its point,
 * and no other text stands; where there is none, the one with the least of these. Its box is taken from then on.
 * @param {TrajectoryScale} scale
 * @param {Label} label
 * @param {Amounts[]} lines the first one through the point
 * @param {Box[]} taken
 */
export function placeFree(scale, label, lines, taken) {
  const { y, letters, lines: count } = label, [left, right] = sides(label), lineHeight = letters * 1.1;
  const spans = lines.map((line) => spanOf(scale, line, left, right)), beside = taken.filter((box) => box.left < right && box.right > left);
  const above = y - Math.max(10, letters / 2) - (count - 1) * lineHeight, below = y + Math.max(8, letters * 0.4) + letters * 0.8;
  /** @type {{ base: number, box: Box, hits: number } | null} */
  let best = null;
  for (const base of [0, 1, 2, 3].flatMap((away) => [above - away * letters * 0.6, below + away * letters * 0.6])) {
    const box = { left, right, top: base - letters * 0.75 - AIR, foot: base + letters * 0.12 + (count - 1) * lineHeight + AIR };
    if (box.top < 0 || box.foot > scale.frame.height - scale.frame.bottom) continue;
    const inTheWay = [...spans, ...beside.map(({ top, foot }) => /** @type {[number, number]} */ ([top, foot]))];
    const crossed = spans.slice(1).filter((span) => touches(span, Math.min(box.top, y), Math.max(box.foot, y)));
    const hits = 2 * inTheWay.filter((span) => touches(span, box.top, box.foot)).length + crossed.length;
    if (!best || hits < best.hits) best = { base, box, hits };
    if (!hits) break;
  }
  if (!best) return above;
  taken.push(best.box);
  return best.base;
}

/**
 * @param {[highest: number, lowest: number] | null} span
 * @param {number} top
 * @param {number} foot
 */
function touches(span, top, foot) { return span !== null && span[0] < foot && span[1] > top; }

/** @param {Label} label */
function sides({ x, anchor, letters, words }) {
  const width = words.length * letters * DIGIT, left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return [left, left + width];
}

/**
 * Highest and lowest point of a line between two sides; null where it does not come there.
 * @param {TrajectoryScale} scale
 * @param {Amounts} line
 * @param {number} left
 * @param {number} right
 * @returns {[number, number] | null}
 */
function spanOf(scale, line, left, right) {
  /** @type {number[]} */
  const heights = [];
  line.forEach((amount, year) => {
    const next = line[year + 1] ?? null, here = scale.x(year);
    if (amount === null) return;
    if (here >= left && here <= right) heights.push(scale.y(amount));
    if (next === null) return;
    const after = scale.x(year + 1), from = Math.max(left, here), to = Math.min(right, after);
    if (from > to) return;
    for (const x of [from, to]) heights.push(scale.y(amount + ((next - amount) * (x - here)) / (after - here)));
  });
  return heights.length ? [Math.min(...heights), Math.max(...heights)] : null;
}
