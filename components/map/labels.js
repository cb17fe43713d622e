// Names of the regions on a map: where each one stands, so that no name lies over another name or over a sign.

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Edges In pixels. */
/**
 * Region with the place of its sign, in pixels; its name may be as large as any of `fontsPx`, the first before the others.
 * @typedef {{ code: string, name: string, x: number, y: number, fontsPx: number[] }} Named
 */
/** @typedef {import('../look/letters.js').Measure} Measure */
/** @typedef {{ code: string, lines: string[], x: number, y: number, fontPx: number, edges: Edges }} Label First baseline of the name, centred on x. */

/** Height of a line, as a share of the size of its letters. */
export const LINE_HEIGHT = 1.05;
const GAP_PX = 2;
/** Part of the height of a line that stands above its baseline. */
const ASCENT = 0.8;
/** Where a name may stand beside its sign, the best first: a share of its width and height to each side. */
const SIDES = [[0, 1], [0, -1], [1, 0], [-1, 0], [0.6, 1], [-0.6, 1], [0.6, -1], [-0.6, -1], [1, 0.7], [-1, 0.7], [1, -0.7], [-1, -0.7]];

/**
 * Places of the names, those first in the list before those after; a name for which there is no room is left out.
 * @param {Named[]} named
 * @param {{ room: Edges, taken?: Edges[], signs: { code: string, x: number, y: number }[], signPx: number, measure: Measure }} how
 *   `signs` are those of all regions, `signPx` is their radius; nothing stands where it is `taken`
 * @returns {Label[]}
 */
export function placeLabels(named, { room, taken = [], signs, signPx, measure }) {
  const marked = signs.map(({ code, x, y }) => ({ code, x, y, edges: around(x, y, signPx, signPx) }));
  /** @type {Label[]} */
  const placed = [];
  for (const item of named) {
    const label = labelsOf(item, signPx, measure).find(({ edges }) => within(edges, room)
      && [...taken, ...placed.map((other) => other.edges)].every((other) => !overlap(edges, other))
      && marked.every((sign) => sign.code === item.code || !overlap(edges, sign.edges))
      && nearest(edges, signs) === item.code);
    if (label) placed.push(label);
  }
  return placed;
}

/**
 * As placeLabels, at the first of the sizes at which the most names find a place.
 * @param {Named[]} named
 * @param {Parameters<typeof placeLabels>[1]} how
 */
export function mostOf(named, how) {
  const sizes = Math.max(0, ...named.map(({ fontsPx }) => fontsPx.length));
  const tries = Array.from({ length: sizes }, (_, size) => placeLabels(
    named.map((item) => ({ ...item, fontsPx: [item.fontsPx[Math.min(size, item.fontsPx.length - 1)]] })), how));
  return tries.reduce((best, next) => (next.length > best.length ? next : best), []);
}

/**
 * @param {Named} named
 * @param {number} signPx
 * @param {Measure} measure
 * @returns {Label[]}
 */
function labelsOf({ code, name, x, y, fontsPx }, signPx, measure) {
  const forms = linesOf(name);
  return fontsPx.flatMap((fontPx) => SIDES.flatMap(([right, down]) => forms.map((lines) => {
    const width = Math.max(...lines.map((line) => measure(line, fontPx))), height = lines.length * fontPx * LINE_HEIGHT;
    const cx = x + right * (signPx + GAP_PX + width / 2), cy = y + down * (signPx + GAP_PX + height / 2);
    return { code, lines, fontPx, x: cx, y: cy - height / 2 + ASCENT * fontPx, edges: around(cx, cy, width / 2, height / 2) };
  })));
}

/**
 * A name in one line, and in the two that differ least in length.
 * @param {string} name
 * @returns {string[][]}
 */
export function linesOf(name) {
  const parts = name.split(/(?<=[-/])|(?<= )/);
  const halves = parts.slice(1).map((_, at) => [parts.slice(0, at + 1).join('').trim(), parts.slice(at + 1).join('').trim()]);
  const [best] = halves.sort((a, b) => Math.max(...a.map(lengthOf)) - Math.max(...b.map(lengthOf)));
  return best ? [[name], best] : [[name]];
}

/** @param {string} text */
const lengthOf = (text) => text.length;

/**
 * @param {number} x
 * @param {number} y
 * @param {number} halfWidth
 * @param {number} halfHeight
 * @returns {Edges}
 */
const around = (x, y, halfWidth, halfHeight) => ({ left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight });

/**
 * @param {Edges} a
 * @param {Edges} b
 */
export const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * @param {Edges} inner
 * @param {Edges} outer
 */
const within = (inner, outer) => inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;

/**
 * Region whose sign lies nearest to a name: that is the one a reader takes it for.
 * @param {Edges} edges
 * @param {{ code: string, x: number, y: number }[]} signs
 */
function nearest(edges, signs) {
  const distance = (/** @type {{ x: number, y: number }} */ { x, y }) => Math.hypot(
    Math.max(edges.left - x, 0, x - edges.right), Math.max(edges.top - y, 0, y - edges.bottom));
  return signs.reduce((best, sign) => (distance(sign) < distance(best) ? sign : best)).code;
}
