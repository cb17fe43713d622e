// Where years and amounts stand in the chart of the costs per year.

/** @typedef {(number | null)[]} Amounts Thousandths of a million per year; null is unknown. */

// Between two grid lines, in thousandths of a million: own tables run from a few to thousands of millions.
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000, 1000000, 2000000], MOST_STEPS = 7;
/** Share of a step that stays free above and below. */
const ROOM = 0.3;
/**
 * Room of the drawing, and what of it is around the lines; `inset` is from where the lines of the grid begin to the first year, so that an
 * amount can stand under it.
 * @typedef {{ width: number, height: number, left: number, right: number, top: number, bottom: number, inset: number }} Frame
 */
/** @type {Frame} */
export const FRAME = { width: 640, height: 360, left: 52, right: 140, top: 30, bottom: 34, inset: 22 };

export class TrajectoryScale {
  /**
   * Scale from whole step to whole step on which all amounts have a place.
   * @param {number} yearCount
   * @param {Amounts} amounts
   * @param {number} decimals that the plan shows; no step is finer
   * @param {Frame} [frame]
   */
  constructor(yearCount, amounts, decimals, frame = FRAME) {
    this.frame = frame;
    const known = amounts.filter((amount) => amount !== null), lowest = Math.min(...known), highest = Math.max(...known);
    this.yearCount = yearCount;
    this.step = STEPS.find((step) => step >= 10 ** (3 - decimals) && highest - lowest <= MOST_STEPS * step) ?? STEPS[STEPS.length - 1];
    const room = ROOM * this.step, down = Math.floor((lowest - room) / this.step) * this.step;
    this.low = lowest < 0 ? down : Math.max(0, down);
    this.high = Math.max(Math.ceil((highest + room) / this.step) * this.step, this.low + this.step);
  }

  /** Decimals of the amounts at the grid lines, in millions. */
  get decimals() { return [1000, 100, 10].filter((unit) => this.step < unit).length; }

  /** Amounts of the grid lines. */
  get grid() {
    const amounts = [];
    for (let amount = this.low; amount <= this.high; amount += this.step) amounts.push(amount);
    return amounts;
  }

  /** @param {Amounts} amounts */
  fits(amounts) { return amounts.every((amount) => amount === null || (amount >= this.low && amount <= this.high)); }

  /** @param {number} year position of the year */
  x(year) {
    const { width, left, right, inset } = this.frame, first = left + inset;
    return first + (year * (width - first - right)) / Math.max(1, this.yearCount - 1);
  }

  /** @param {number} amount */
  y(amount) {
    const { height, top, bottom } = this.frame;
    return top + ((this.high - amount) * (height - top - bottom)) / (this.high - this.low);
  }

  /**
   * Path through the known amounts, broken at an unknown one.
   * @param {Amounts} amounts
   */
  path(amounts) {
    let text = '';
    amounts.forEach((amount, year) => {
      if (amount !== null) text += `${text && amounts[year - 1] !== null ? 'L' : 'M'}${this.x(year).toFixed(1)} ${this.y(amount).toFixed(1)}`;
    });
    return text;
  }

  /**
   * Corners of the surface between two lines, over the years in which both are known.
   * @param {Amounts} low
   * @param {Amounts} high
   */
  band(low, high) {
    const upper = /** @type {string[]} */ ([]), lower = /** @type {string[]} */ ([]);
    low.forEach((least, year) => {
      const most = high[year];
      if (least === null || most === null) return;
      upper.push(`${this.x(year)},${this.y(most)}`);
      lower.unshift(`${this.x(year)},${this.y(least)}`);
    });
    return [...upper, ...lower].join(' ');
  }
}

/**
 * Labels from top to bottom, each moved down so far that it stands free of the one above.
 * @template {{ y: number }} Label
 * @param {Label[]} labels
 * @param {number} height of a label
 */
export function apart(labels, height) {
  let free = -Infinity;
  return [...labels].sort((a, b) => a.y - b.y).map((label) => {
    const y = Math.max(label.y, free);
    free = y + height;
    return { ...label, y };
  });
}
