// Chart of the costs per year: printed target path, ceilings, costs without measures, the computed path and its band.

import { amount, dutch, shown } from '../../look/amounts.js';
import { svg } from '../../look/svg.js';
import { placeFree } from './label_places.js';
import { FRAME, TrajectoryScale, apart } from './trajectory_scale.js';

/** @typedef {import('./trajectory_scale.js').Amounts} Amounts */
/**
 * Lines of the chart. `aside` are amounts that belong to no line, for the contribution of that year is unknown: they stand alone, as do
 * the costs as they really were.
 * @typedef {{
 *   cost: Amounts, baseline: Amounts, target: Amounts, p10: Amounts, p90: Amounts, aside: Amounts, targetAside: Amounts, realised: Amounts,
 * }} Lines
 */
/** @typedef {{ cost: string, baseline: string, target: string, aside: string, realised: string }} LineNames What stands at a line or mark. */
/** @typedef {{ dot: SVGCircleElement, text: SVGTextElement, shown: string }} Point A year on the computed path, and what it shows. */
/** @typedef {{ year: number, value: number, words: SVGTextElement, box: import('./label_places.js').Box }} RealisedMark */
/**
 * What a drag moves; `names` are those at the ends of the lines.
 * @typedef {{
 *   band: SVGPolygonElement, baseline: SVGPathElement, cost: SVGPathElement, points: Point[], start: SVGTextElement, names: SVGTextElement[],
 *   realised: RealisedMark[],
 * }} Moving
 */

/** From the middle of the mark of what the costs really were to a corner. */
const MARK = 8;
/** With more years there is no room for its name at every mark; then it stands at the last one. */
const MOST_NAMED = 6;

export class TrajectoryChart {
  /** @type {TrajectoryScale | null} */
  scale = null;
  /** @type {Moving | null} */
  moving = null;
  shownBaseline = '';
  shownCost = '';
  shownTarget = '';
  /** Height of the letters of an amount and of a name, in units of the drawing; a narrow window has larger ones. */
  letters = { value: 15, name: 12 };

  frame = FRAME;

  /** @param {SVGSVGElement} drawing */
  constructor(drawing) {
    this.drawing = drawing;
    this.resize(FRAME);
  }

  /**
   * Another frame from the next drawing on.
   * @param {import('./trajectory_scale.js').Frame} frame
   */
  resize(frame) {
    this.frame = frame;
    this.drawing.setAttribute('viewBox', `0 0 ${frame.width} ${frame.height}`);
    this.forgetScale();
  }

  /** The next drawing finds a scale anew, also in a drag. */
  forgetScale() { this.scale = null; }

  /**
   * A frame of a drag only moves what changed; the scale stays, so that the eye can follow the line.
   * @param {number[]} years
   * @param {Lines} lines
   * @param {LineNames} names
   * @param {import('./payload.js').Ceiling[]} ceilings
   * @param {number} decimals
   * @param {boolean} isDragging
   */
  draw(years, lines, names, ceilings, decimals, isDragging) {
    const target = `${names.target} ${lines.target.join()} ${lines.targetAside.join()}`, isSameTarget = target === this.shownTarget;
    this.shownTarget = target;
    if (isDragging && isSameTarget && this.scale && this.moving && this.scale.fits(lines.cost) && this.scale.fits(lines.baseline)) {
      this.move(this.scale, this.moving, lines, names, ceilings, decimals);
      return;
    }
    const { cost, p10, p90, aside } = lines, all = [...Object.values(lines).flat(), ...ceilings.map(([, value]) => value)];
    const scale = new TrajectoryScale(years.length, all, decimals, this.frame);
    const moving = {
      band: svg('polygon', { class: 'band', points: scale.band(p10, p90) }),
      baseline: svg('path', { class: 'baseline' }),
      cost: svg('path', { class: 'cost' }),
      points: cost.map((_, year) => pointAt(scale.x(year), aside[year] !== null)),
      start: svg('text', { class: 'start', x: scale.x(0), 'text-anchor': 'middle' }),
      realised: lines.realised.flatMap((value, year) => (value === null ? [] : [realisedAt(scale, year, value)])),
      names: ['own', 'baseline', 'target', ...ceilings.map(() => 'ceiling')].map((kind) => svg('text', { class: `line-name ${kind}-name` })),
    };
    this.drawing.replaceChildren(
      ...grid(scale, years), moving.band, ...ceilings.map(([, value]) => acrossAt(scale, value, 'ceiling')),
      moving.baseline, ...targetParts(scale, lines.target, lines.targetAside), moving.cost,
      ...moving.realised.map(({ year, value }) => diamond(scale.x(year), scale.y(value))), moving.start,
      ...moving.points.flatMap(({ dot, text }) => [dot, text]), ...moving.realised.map(({ words }) => words),
      ...moving.names,
    );
    this.scale = scale;
    this.moving = moving;
    this.shownBaseline = '';
    this.shownCost = '';
    if (!isDragging) this.letters = { value: lettersOf(moving.points[0].text, 15), name: lettersOf(moving.names[0], 12) };
    this.move(scale, moving, lines, names, ceilings, decimals);
    moving.band.classList.toggle('old', isDragging);
  }

  /**
   * What can change in a frame of a drag, and of that only what did: the rest of the picture stays as it is.
   * @param {TrajectoryScale} scale
   * @param {Moving} moving
   * @param {Lines} lines
   * @param {LineNames} names
   * @param {import('./payload.js').Ceiling[]} ceilings
   * @param {number} decimals
   */
  move(scale, moving, lines, names, ceilings, decimals) {
    const { band, baseline, cost, points, start } = moving;
    band.classList.add('old');
    const baselinePath = scale.path(lines.baseline), costPath = scale.path(lines.cost);
    if (this.shownBaseline === baselinePath && this.shownCost === costPath) return;
    if (this.shownBaseline !== baselinePath) baseline.setAttribute('d', baselinePath);
    if (this.shownCost !== costPath) cost.setAttribute('d', costPath);
    this.shownBaseline = baselinePath;
    this.shownCost = costPath;
    const obstacles = [lines.cost, lines.baseline, lines.target, ...ceilings.map(([, value]) => lines.cost.map(() => value))];
    const letters = this.letters.value, last = points.length - 1;
    /** @type {import('./label_places.js').Box[]} */
    const taken = moving.realised.map(({ box }) => box);
    points.forEach((point, year) => movePoint(scale, point, {
      value: lines.cost[year] ?? lines.aside[year], isAside: lines.aside[year] !== null, note: names.aside,
      place: { x: scale.x(year), anchor: year && year === last ? 'end' : 'middle' }, letters, decimals, obstacles, taken,
    }));
    const look = { letters: this.letters.name, decimals };
    moveStart(scale, start, lines, look, [lines.baseline, ...obstacles], taken);
    moveRealised(scale, moving.realised, { name: names.realised, yearCount: points.length, ...look }, obstacles, taken);
    const ends = [[names.cost, lines.cost], [names.baseline, lines.baseline], [names.target, lines.target],
      ...ceilings.map(([name, value]) => [name, lines.cost.map(() => value)])];
    moveNames(scale, moving.names, /** @type {[string, Amounts][]} */ (ends), this.letters.name);
  }
}

/**
 * @param {SVGTextElement} text
 * @param {number} otherwise where the drawing does not stand in the page
 */
function lettersOf(text, otherwise) { return parseFloat(getComputedStyle(text).fontSize) || otherwise; }

/**
 * @param {number} x
 * @param {boolean} isAside
 * @returns {Point}
 */
function pointAt(x, isAside) {
  return { dot: svg('circle', { class: isAside ? 'cost-dot aside' : 'cost-dot', cx: x, r: 5 }), text: svg('text', { class: 'value' }), shown: '' };
}

/**
 * Amount beside its point, free of every line; beside an amount that stands alone also why.
 * @param {TrajectoryScale} scale
 * @param {Point} point
 * @param {{
 *   value: number | null, isAside: boolean, note: string, place: { x: number, anchor: 'start' | 'middle' | 'end' }, letters: number, decimals: number,
 *   obstacles: Amounts[], taken: import('./label_places.js').Box[],
 * }} about
 */
function movePoint(scale, point, { value, isAside, note, place, letters, decimals, obstacles, taken }) {
  const { dot, text } = point, words = amount(value, decimals);
  const y = value === null ? scale.frame.top + 12 : placeFree(scale, { ...place, y: scale.y(value), letters, words, lines: isAside ? 2 : 1 }, obstacles, taken);
  const state = `${words}:${value === null ? '' : scale.y(value).toFixed(1)}:${y.toFixed(1)}:${letters}`;
  if (point.shown === state) return;
  point.shown = state;
  dot.setAttribute('visibility', value === null ? 'hidden' : 'visible');
  if (value !== null) dot.setAttribute('cy', String(scale.y(value)));
  text.setAttribute('class', value === null ? 'tick' : 'value');
  for (const [name, set] of Object.entries({ x: place.x, y, 'text-anchor': place.anchor })) text.setAttribute(name, String(set));
  text.replaceChildren(words, ...(isAside ? [svg('tspan', { class: 'aside-note', x: place.x, dy: letters * 1.1 }, note)] : []));
}

/**
 * @param {TrajectoryScale} scale
 * @param {number} year
 * @param {number} value
 * @returns {RealisedMark}
 */
function realisedAt(scale, year, value) {
  const x = scale.x(year), y = scale.y(value);
  return { year, value, words: svg('text', { class: 'realised-words' }), box: { left: x - MARK, right: x + MARK, top: y - MARK, foot: y + MARK } };
}

/**
 * @param {number} x
 * @param {number} y
 */
function diamond(x, y) { return svg('path', { class: 'realised-mark', d: `M${x} ${y - MARK}l${MARK} ${MARK}l${-MARK} ${MARK}l${-MARK} ${-MARK}Z` }); }

/**
 * Amount beside each mark of what the costs really were, and under it what it is.
 * @param {TrajectoryScale} scale
 * @param {RealisedMark[]} marks
 * @param {{ name: string, yearCount: number, letters: number, decimals: number }} look
 * @param {Amounts[]} obstacles
 * @param {import('./label_places.js').Box[]} taken
 */
function moveRealised(scale, marks, { name, yearCount, letters, decimals }, obstacles, taken) {
  const none = obstacles[0].map(() => null);
  marks.forEach(({ year, value, words: text, box }, at) => {
    const isNamed = yearCount <= MOST_NAMED || at === marks.length - 1, words = amount(value, decimals), x = scale.x(year);
    const anchor = /** @type {'end' | 'middle'} */ (year && year === yearCount - 1 ? 'end' : 'middle');
    const label = { x, y: scale.y(value), anchor, letters, words: isNamed ? name : words, lines: isNamed ? 2 : 1 };
    const others = taken.filter((other) => other !== box), count = others.length;
    const y = placeFree(scale, label, [none, ...obstacles], others);
    taken.push(...others.slice(count));
    for (const [attribute, set] of Object.entries({ x, y, 'text-anchor': anchor })) text.setAttribute(attribute, String(set));
    text.replaceChildren(words, ...(isNamed ? [svg('tspan', { class: 'aside-note', x, dy: letters * 1.1 }, name)] : []));
  });
}

/**
 * What the costs without measures start from, where the path that is computed starts lower.
 * @param {TrajectoryScale} scale
 * @param {SVGTextElement} text
 * @param {Lines} lines
 * @param {{ letters: number, decimals: number }} look
 * @param {Amounts[]} obstacles
 * @param {import('./label_places.js').Box[]} taken
 */
function moveStart(scale, text, { baseline: [from], cost: [own] }, { letters, decimals }, obstacles, taken) {
  const words = from !== null && own !== null && shown(from, decimals) !== shown(own, decimals) ? amount(from, decimals) : '';
  text.textContent = words;
  if (words && from !== null) {
    const label = /** @type {const} */ ({ x: scale.x(0), anchor: 'middle', y: scale.y(from), letters, words, lines: 1 });
    text.setAttribute('y', String(placeFree(scale, label, obstacles, taken)));
  }
}

/**
 * Names of the lines where they end, one under the other where they would touch.
 * @param {TrajectoryScale} scale
 * @param {SVGTextElement[]} texts
 * @param {[name: string, line: Amounts][]} ends
 * @param {number} letters
 */
function moveNames(scale, texts, ends, letters) {
  const labels = ends.flatMap(([text, line], index) => {
    const year = line.findLastIndex((value) => value !== null), value = line[year] ?? null;
    return value === null ? [] : [{ index, text, x: scale.x(year) + 0.36 * scale.frame.bottom, y: scale.y(value) }];
  });
  texts.forEach((text, at) => { if (!labels.some(({ index }) => index === at)) text.textContent = ''; });
  for (const { index, text, x, y } of apart(labels, letters * 1.15)) {
    texts[index].setAttribute('x', x.toFixed(1));
    texts[index].setAttribute('y', (y + letters * 0.35).toFixed(1));
    if (texts[index].textContent !== text) texts[index].textContent = text;
  }
}

/**
 * @param {TrajectoryScale} scale
 * @param {number} value
 * @param {string} kind
 */
function acrossAt(scale, value, kind) {
  const { width, left, right } = scale.frame, y = scale.y(value);
  return svg('line', { class: kind, x1: left, x2: width - right, y1: y, y2: y });
}

/**
 * Lines with their amounts, their unit, and the years.
 * @param {TrajectoryScale} scale
 * @param {number[]} years
 */
function grid(scale, years) {
  const { height, left, top, bottom } = scale.frame;
  return [
    svg('text', { class: 'tick unit', x: 2, y: top / 2 }, 'mln €'),
    ...scale.grid.flatMap((value) => [
      acrossAt(scale, value, 'grid'),
      svg('text', { class: 'tick', x: left - 8, y: scale.y(value) + bottom / 8, 'text-anchor': 'end' }, dutch(value / 1000, scale.decimals)),
    ]),
    ...years.map((year, index) => svg('text', { class: 'tick', x: scale.x(index), y: height - 0.3 * bottom, 'text-anchor': 'middle' }, year)),
  ];
}

/**
 * Path to the target, with a square at each year that it names, also where that stands alone.
 * @param {TrajectoryScale} scale
 * @param {Amounts} target
 * @param {Amounts} aside
 */
function targetParts(scale, target, aside) {
  const squares = target.flatMap((value, year) => {
    const drawn = value ?? aside[year];
    return drawn === null ? [] : [svg('rect', { class: 'target-dot', x: scale.x(year) - 4, y: scale.y(drawn) - 4, width: 8, height: 8 })];
  });
  return [svg('path', { class: 'target', d: scale.path(target) }), ...squares];
}
