// What the page shows, in HTML or SVG, traced as a drawing that needs no style sheet, no letters and no colours of the page.

import { INK, PAPER } from './colours.js';
import { h } from './dom.js';
import { measureIn, penOf } from './letters.js';
import { FAMILY } from './picture.js';
import { svg } from './svg.js';
import { backgroundFill } from './traced_background.js';

/** What a document is printed on: colours of the light page, as .streamlit/config.toml has them, and letters that every reader has. */
const LIGHT = {
  '--st-text-color': INK, '--st-background-color': PAPER, '--st-secondary-background-color': '#f2f4f7', '--st-border-color': '#767b87',
  '--st-link-color': '#17506e', '--st-primary-color': '#1f5673', '--st-font': FAMILY,
  color: INK, 'color-scheme': 'light', 'forced-color-adjust': 'none',
};
/** Mark of a component while it is traced: base.css then leaves out what only the screen can open. */
const TRACED = 'data-traced';
/** Least contrast with paper of a text that has a colour of its own; Streamlit gives the axes of a dark page light ones. */
const LEAST_CONTRAST = 3;
/** Texts of axes and keys; one that stands on a mark has the colour that was chosen for it. */
const BESIDE_MARKS = ':is([class*="role-axis"], [class*="role-legend"], [class*="role-title"]) *';
/** Lines of an axis, which Streamlit gives another grey on a dark page. */
const AXIS_LINES = ':is([class*="role-axis-grid"], [class*="role-axis-domain"], [class*="role-axis-tick"]) line';
const AXIS_COLOUR = '#d5d8de';
const PAINTED = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'use', 'image'].join();
/** Computed values that a drawing keeps, each with the one that goes without saying. */
const KEPT = {
  'stroke-width': '1px', 'stroke-dasharray': 'none', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter', 'paint-order': 'normal', 'vector-effect': 'none',
  opacity: '1',
};
const KEPT_OF_TEXT = { 'font-size': '', 'font-weight': '400', 'font-style': 'normal', 'text-anchor': 'start', 'dominant-baseline': 'auto' };
const DROPPED = /^(?:class|style|role|tabindex|id|font-family|cursor|pointer-events|aria-.*|data-.*|on.*)$/;

/** @typedef {import('./svg.js').Box} Box */
/** @typedef {{ colour: string, opacity: number }} Paint */

/** Colours as they are written in CSS, read by the browser itself: it may say color-mix() where a drawing needs a plain one. */
class Palette {
  /** @type {Map<string, Paint | null>} */
  known = new Map();
  pen = penOf(h('canvas', { width: 1, height: 1 }));

  /**
   * Plain colour and how much of it; null for one that is not there at all.
   * @param {string} css
   */
  paint(css) {
    const known = this.known.get(css);
    if (known !== undefined) return known;
    this.pen.clearRect(0, 0, 1, 1);
    this.pen.fillStyle = css;
    this.pen.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = this.pen.getImageData(0, 0, 1, 1).data;
    const colour = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    const paint = alpha ? { colour, opacity: Math.round(alpha / 2.55) / 100 } : null;
    this.known.set(css, paint);
    return paint;
  }
}

/**
 * Contrast of a colour with white, as WCAG 2 defines it.
 * @param {string} hex
 */
export function contrastWithPaper(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

class Tracer {
  palette = new Palette();
  defs = svg('defs');
  left = Infinity;
  top = Infinity;
  right = -Infinity;
  bottom = -Infinity;

  /** @param {{ left: number, top: number, right: number, bottom: number }} rect */
  reach({ left, top, right, bottom }) {
    this.left = Math.min(this.left, left);
    this.top = Math.min(this.top, top);
    this.right = Math.max(this.right, right);
    this.bottom = Math.max(this.bottom, bottom);
  }

  /**
   * @param {Element} element
   * @param {SVGElement} into
   */
  trace(element, into) {
    const style = getComputedStyle(element);
    if (style.display === 'none' || element.matches('style, script, template')) return;
    if (element instanceof SVGSVGElement) { this.traceDrawing(element, into); return; }
    const rect = element.getBoundingClientRect();
    // What only a screen reader hears is a pixel large and clipped away.
    if (style.overflow !== 'visible' && rect.width <= 1 && rect.height <= 1) return;
    const opacity = Number(style.opacity);
    if (!opacity) return;
    let place = into;
    if (opacity < 1) {
      place = svg('g', { opacity });
      into.append(place);
    }
    if (style.visibility === 'visible' && element instanceof HTMLElement) this.traceBox(element, rect, style, place);
    for (const child of element.childNodes) {
      if (child instanceof Element) this.trace(child, place);
      else if (child instanceof Text && style.visibility === 'visible') this.traceText(child, style, place);
    }
  }

  /**
   * Ground and edges of an element.
   * @param {HTMLElement} element
   * @param {DOMRect} rect
   * @param {CSSStyleDeclaration} style
   * @param {SVGElement} into
   */
  traceBox(element, rect, style, into) {
    if (!rect.width || !rect.height) return;
    const turned = style.rotate === 'none' ? 0 : parseFloat(style.rotate), middle = { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    const width = turned ? element.offsetWidth : rect.width, height = turned ? element.offsetHeight : rect.height;
    const box = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
    const parts = [...this.groundOf(style, box), ...this.edgesOf(style, box)];
    if (!parts.length) return;
    this.reach(rect);
    into.append(...(turned ? [svg('g', { transform: `rotate(${turned} ${middle.x} ${middle.y})` }, ...parts)] : parts));
  }

  /**
   * @param {CSSStyleDeclaration} style
   * @param {Box} box
   */
  groundOf(style, box) {
    const rx = Math.min(parseFloat(style.borderTopLeftRadius) * (style.borderTopLeftRadius.endsWith('%') ? box.width / 100 : 1), box.width / 2, box.height / 2);
    const round = { ...box, rx: rx || null }, parts = [];
    const plain = this.palette.paint(style.backgroundColor);
    if (plain) parts.push(svg('rect', { ...round, fill: plain.colour, 'fill-opacity': plain.opacity < 1 && plain.opacity }));
    const pattern = backgroundFill(style.backgroundImage, box, this.defs, (css) => this.palette.paint(css));
    if (pattern) parts.push(svg('rect', { ...round, fill: pattern }));
    return parts;
  }

  /**
   * One frame where all edges are the same, else a line for each.
   * @param {CSSStyleDeclaration} style
   * @param {Box} box
   */
  edgesOf(style, { x, y, width, height }) {
    const edges = ['top', 'right', 'bottom', 'left'].map((side) => ({
      px: parseFloat(style.getPropertyValue(`border-${side}-width`)), kind: style.getPropertyValue(`border-${side}-style`),
      paint: this.palette.paint(style.getPropertyValue(`border-${side}-color`)),
    }));
    const seen = edges.filter(({ px, kind, paint }) => px && paint && kind !== 'none' && kind !== 'hidden');
    if (!seen.length) return [];
    const look = (/** @type {typeof edges[number]} */ { px, kind, paint }) => ({
      stroke: paint?.colour, 'stroke-opacity': paint && paint.opacity < 1 && paint.opacity, 'stroke-width': px,
      'stroke-dasharray': { dashed: `${3 * px} ${2 * px}`, dotted: `${px} ${2 * px}` }[kind],
    });
    const [first] = seen, half = first.px / 2;
    if (seen.length === 4 && seen.every(({ px, kind, paint }) => px === first.px && kind === first.kind && paint?.colour === first.paint?.colour)) {
      const rx = Math.min(parseFloat(style.borderTopLeftRadius) || 0, height / 2);
      const inside = { width: Math.max(0, width - first.px), height: Math.max(0, height - first.px) };
      return [svg('rect', { x: x + half, y: y + half, ...inside, rx: rx || null, fill: 'none', ...look(first) })];
    }
    const ways = [`M${x} ${y + edges[0].px / 2}h${width}`, `M${x + width - edges[1].px / 2} ${y}v${height}`,
      `M${x} ${y + height - edges[2].px / 2}h${width}`, `M${x + edges[3].px / 2} ${y}v${height}`];
    return edges.flatMap((edge, side) => (seen.includes(edge) ? [svg('path', { d: ways[side], fill: 'none', ...look(edge) })] : []));
  }

  /**
   * Text of an element, line by line, where the page has it; with what the style sheet puts before or after it.
   * @param {Text} node
   * @param {CSSStyleDeclaration} style
   * @param {SVGElement} into
   */
  traceText(node, style, into) {
    const paint = this.palette.paint(style.color), parent = node.parentElement;
    if (!paint || !parent || !node.data.trim()) return;
    const px = parseFloat(style.fontSize), bold = Number(style.fontWeight) >= 600;
    const look = {
      'font-size': px, 'font-weight': bold && 'bold', 'font-style': style.fontStyle === 'italic' && 'italic', fill: paint.colour,
      'fill-opacity': paint.opacity < 1 && paint.opacity, 'text-decoration': style.textDecorationLine.includes('line-through') && 'line-through',
    };
    if (style.writingMode.startsWith('vertical')) {
      const rect = parent.getBoundingClientRect(), x = rect.left + rect.width / 2 + 0.35 * px;
      // Upside down, as the page has it, it reads from the bottom to the top.
      into.append(svg('text', { x, y: rect.bottom, transform: `rotate(-90 ${x} ${rect.bottom})`, ...look }, node.data.trim()));
      this.reach(rect);
      return;
    }
    const lines = linesOf(node), measure = measureIn(FAMILY, bold ? 700 : 400), [before, after] = [addedTo(parent, '::before'), addedTo(parent, '::after')];
    lines.forEach(({ text, rect }, line) => {
      const added = line === 0 && node === parent.firstChild ? before : '';
      const words = `${added}${text}${line === lines.length - 1 && node === parent.lastChild ? after : ''}`;
      const x = rect.left - measure(added, px);
      into.append(svg('text', { x, y: rect.top + rect.height / 2 + 0.35 * px, ...look }, words));
      this.reach({ left: x, right: x + measure(words, px), top: rect.top, bottom: rect.bottom });
    });
  }

  /**
   * A drawing keeps its parts; what a style sheet says of them becomes theirs.
   * @param {SVGSVGElement} drawing
   * @param {SVGElement} into
   */
  traceDrawing(drawing, into) {
    const { left, top, width, height } = drawing.getBoundingClientRect();
    if (!width || !height) return;
    const copy = /** @type {SVGSVGElement} */ (drawing.cloneNode(true));
    const originals = drawing.querySelectorAll('*'), copies = copy.querySelectorAll('*');
    copies.forEach((part, index) => this.keepLook(originals[index], part));
    for (const name of copy.getAttributeNames()) if (name !== 'viewBox' && name !== 'preserveAspectRatio') copy.removeAttribute(name);
    // The letters of a picture may be wider than those that the drawing was made for: nothing is cut off at its edge.
    for (const [name, value] of Object.entries({ x: left, y: top, width, height, overflow: 'visible' })) copy.setAttribute(name, String(value));
    into.append(copy);
    this.reach({ left, top, right: left + width, bottom: top + height });
    for (const text of drawing.querySelectorAll('text')) this.reachText(text);
  }

  /** @param {SVGTextElement} text */
  reachText(text) {
    const rect = text.getBoundingClientRect();
    if (rect.width) this.reach(rect);
  }

  /**
   * @param {Element} original
   * @param {Element} copy
   */
  keepLook(original, copy) {
    const style = getComputedStyle(original), isText = original instanceof SVGTextContentElement;
    if (style.display === 'none' && !original.closest('defs, clipPath')) { copy.remove(); return; }
    const isUsed = original.id && original.closest('defs, clipPath, pattern, linearGradient');
    for (const name of copy.getAttributeNames()) if (DROPPED.test(name) && !(name === 'id' && isUsed)) copy.removeAttribute(name);
    if (!original.matches(PAINTED)) {
      if (style.opacity !== '1') copy.setAttribute('opacity', style.opacity);
      return;
    }
    for (const side of /** @type {const} */ (['fill', 'stroke'])) this.keepPaint(side, style, copy, isText && original.matches(BESIDE_MARKS));
    if (original.matches(AXIS_LINES)) copy.setAttribute('stroke', AXIS_COLOUR);
    for (const [name, usual] of Object.entries({ ...KEPT, ...(isText ? KEPT_OF_TEXT : {}) })) {
      const value = style.getPropertyValue(name);
      if (value && value !== usual) copy.setAttribute(name, value);
      else copy.removeAttribute(name);
    }
    if (style.visibility !== 'visible') copy.setAttribute('visibility', 'hidden');
  }

  /**
   * @param {'fill' | 'stroke'} side
   * @param {CSSStyleDeclaration} style
   * @param {Element} copy
   * @param {boolean} isBesideMarks a text on the ground of the page
   */
  keepPaint(side, style, copy, isBesideMarks) {
    const value = style.getPropertyValue(side), own = Number(style.getPropertyValue(`${side}-opacity`));
    copy.removeAttribute(`${side}-opacity`);
    const pattern = /url\("?[^"#)]*(#[^")]+)"?\)/.exec(value);
    const paint = pattern || value === 'none' ? null : this.palette.paint(value);
    const isFaint = paint && contrastWithPaper(paint.colour) < LEAST_CONTRAST && isBesideMarks && side === 'fill';
    const opacity = Math.round((paint ? paint.opacity : 1) * own * 1000) / 1000;
    copy.setAttribute(side, isFaint ? INK : pattern ? `url(${pattern[1]})` : paint?.colour ?? 'none');
    if (opacity !== 1 && (paint || pattern)) copy.setAttribute(`${side}-opacity`, String(opacity));
  }
}

/**
 * Lines of a text as the page breaks them, with the place of each.
 * @param {Text} node
 */
function linesOf(node) {
  const range = document.createRange();
  /** @type {{ text: string, rect: { left: number, top: number, height: number, bottom: number } }[]} */
  const lines = [];
  let hasSpace = false;
  for (let at = 0; at < node.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const [rect] = range.getClientRects(), sign = node.data[at];
    if (!rect) continue;
    if (/\s/.test(sign) && sign !== '\u00a0') { hasSpace = true; continue; }
    const last = lines[lines.length - 1];
    if (sign === '\u00ad') { if (last && rect.width) last.text += '-'; continue; }
    if (last && Math.abs(last.rect.top - rect.top) < rect.height / 2) last.text += (hasSpace ? ' ' : '') + sign;
    else lines.push({ text: sign, rect });
    hasSpace = false;
  }
  return lines;
}

/**
 * Text that the style sheet adds in the line.
 * @param {Element} element
 * @param {'::before' | '::after'} side
 */
function addedTo(element, side) {
  const style = getComputedStyle(element, side), quoted = /^"(.*)"$/.exec(style.content);
  return quoted && style.position === 'static' && style.display !== 'none' ? quoted[1] : '';
}

/**
 * Runs `look` while the page around these elements is light and has the letters of a picture; nothing of it is ever painted.
 * @template Seen
 * @param {Element[]} elements
 * @param {() => Seen} look
 */
function inLight(elements, look) {
  const hosts = new Set(elements.map((element) => {
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : element.closest('.stVegaLiteChart') ?? element;
  }).filter((host) => host instanceof HTMLElement || host instanceof SVGElement));
  const before = [...hosts].map((host) => [host, host.getAttribute('style')]);
  try {
    for (const host of hosts) {
      host.setAttribute(TRACED, '');
      for (const [name, value] of Object.entries(LIGHT)) host.style.setProperty(name, value, 'important');
    }
    return look();
  } finally {
    for (const host of hosts) host.removeAttribute(TRACED);
    for (const [host, style] of /** @type {[Element, string | null][]} */ (before)) {
      if (style === null) host.removeAttribute('style');
      else host.setAttribute('style', style);
    }
  }
}

/**
 * What the page shows of these elements now, in the light colours, and the box of the page that it takes.
 * @param {Element[]} elements
 */
export function traced(elements) {
  return inLight(elements, () => {
    const tracer = new Tracer(), drawing = svg('g', { fill: 'none' }, tracer.defs);
    elements.forEach((element) => tracer.trace(element, drawing));
    if (!tracer.defs.childNodes.length) tracer.defs.remove();
    const { left, top, right, bottom } = tracer;
    if (right <= left) throw new Error('Nothing is drawn there.');
    return { drawing, box: { x: left, y: top, width: right - left, height: bottom - top } };
  });
}

