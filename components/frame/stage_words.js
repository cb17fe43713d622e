// What is said of the view on stage: title, sentence, key figures, source, and the code that brings it onto a telephone.

import { onePerRoot } from '../look/component.js';
import { find, h } from '../look/dom.js';
import { svg } from '../look/svg.js';
import { whileMounted } from '../look/while_mounted.js';
import { hearOwnStorylines, ownStoryline } from './own_storylines.js';
import { ownAt, stepAt } from './stage_address.js';
import { Foot } from './stage_foot.js';

/** @typedef {{ value: string, label: string }} Figure */
/**
 * From stage.py: what the view says of itself, what the step of a shipped storyline says before it, what is wrong with its link, and its QR code, or
 * why it has none.
 * @typedef {{
 *   title: string, sentence: string, step: { title: string, sentence: string }, figures: Figure[], source: string, alt: string, faults: string[],
 *   code: { size: number, path: string } | null, noCode: string, at: string,
 * }} WordsData
 */
/** @typedef {import('../look/component.js').ComponentArguments<WordsData>} WordsComponent */

/** Below the head, and around the line of the source; on a telephone the page is longer than the window. */
const GAP_REM = .5, FOOT_REM = 1.2, LEAST_REM = 22;
/** Room of the buttons at the foot of a telephone, where the source stands above the view; as in stage_page.css. */
const BUTTONS_REM = 4.5;
/** Drawings that know px only have text of 12 px and more, which is to be .8rem. */
const REM_OF_DRAWINGS_PX = 15;

class Words {
  /** @type {WordsData | undefined} */
  data;

  /** @param {WordsComponent} component */
  constructor({ parentElement }) {
    this.root = parentElement;
    this.head = find(parentElement, '.head');
    this.title = find(parentElement, 'h1');
    this.foot = new Foot(parentElement);
    this.source = find(this.foot.box, '.source');
    hearOwnStorylines(/** @type {Node} */ (parentElement), () => { if (this.data) this.update(this.data); });
    new ResizeObserver(() => this.measure()).observe(this.head);
    new ResizeObserver(() => this.measure()).observe(this.foot.box);
    // What a page says above the head comes and goes with its runs.
    const block = document.querySelector('.stMainBlockContainer > .stVerticalBlock');
    if (block) new ResizeObserver(() => this.measure()).observe(block);
    for (const seen of [visualViewport ?? document, globalThis]) whileMounted(seen, /** @type {Node} */ (parentElement), 'resize', () => this.measure());
  }

  /** @param {WordsData} data */
  update(data) {
    this.data = data;
    const { title, sentence, figures, source, alt, faults, code, noCode } = data, step = ownStep() ?? data.step;
    this.title.textContent = step.title || title;
    find(this.root, '.sentence').textContent = step.sentence || sentence;
    this.source.textContent = source;
    this.foot.show(faults);
    find(this.root, '.alt').textContent = alt;
    for (const list of this.root.querySelectorAll('.figures')) {
      list.replaceChildren(...figures.map(({ value, label }) => h('div', {}, h('dt', {}, label), h('dd', {}, value))));
    }
    document.documentElement.toggleAttribute('data-figures', figures.length > 0);
    find(this.root, '.code').replaceChildren(...(code ? [drawn(code)] : noCode ? [h('p', {}, 'Geen QR-code. ', noCode)] : []));
    const said = find(this.root, '[role=status]');
    if (said.textContent !== this.title.textContent) said.textContent = this.title.textContent;
    this.measure();
  }

  measure() {
    const page = document.documentElement, rem = parseFloat(getComputedStyle(page).fontSize);
    const { box } = this.foot, isFixed = getComputedStyle(box).position === 'fixed', scrolled = document.querySelector('.stMain')?.scrollTop ?? 0;
    const foot = isFixed ? Math.max(box.offsetHeight, rem) + FOOT_REM * rem : BUTTONS_REM * rem;
    const above = Math.max(this.head.getBoundingClientRect().bottom, isFixed ? 0 : box.getBoundingClientRect().bottom);
    const left = innerHeight - above - scrolled - GAP_REM * rem - foot;
    page.style.setProperty('--stage-zoom', String(rem / REM_OF_DRAWINGS_PX));
    page.style.setProperty('--stage-height', `${Math.floor(isFixed ? left : Math.max(left, LEAST_REM * rem))}px`);
  }
}

/** The step that the address names of a storyline that this browser keeps. */
function ownStep() {
  const own = ownAt(location.search), steps = own === null ? [] : ownStoryline(own)?.steps ?? [];
  return steps[(stepAt(location.search, steps.length) ?? 0) - 1];
}

/** @param {{ size: number, path: string }} code */
function drawn({ size, path }) {
  return svg('svg', { viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': 'QR-code van deze weergave' },
    svg('rect', { width: size, height: size, fill: '#fff' }), svg('path', { d: path, fill: '#000', 'shape-rendering': 'crispEdges' }));
}

const wordsOf = onePerRoot((/** @type {WordsComponent} */ component) => new Words(component));

/** @param {WordsComponent} component */
export default function (component) {
  wordsOf(component).update(component.data);
}
