// Where one lands on another page: at its heading, or at the item that a link is about, wherever that stands on it.

import { isAtRest } from './at_rest.js';
import { focused } from './clicked_ground.js';
import { focusOn } from './landmarks.js';

/** So long a page is given to build the item, or to come to rest. */
const PATIENCE_MS = 8_000, LOOK_MS = 100;
/** After so long the item may stand in a table that is still folded; and so often it must be seen in its place, for what is above it may still grow. */
const UNFOLD_MS = 1_500, LOOKS_IN_PLACE = 6;
const WHOLE = 'li, tr, details, dd, article, section > *, p, h2, h3, h4, td, th, summary, label, button, figure';

/**
 * Text to compare by: in lower case, without signs, accents and doubled spaces.
 * @param {string} text
 */
export const plain = (text) => text.normalize('NFD').replace(/[\u0300-\u036f\u00ad]/g, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/**
 * Smallest element, also inside components, that holds a text; of several the first.
 * @param {ParentNode} root
 * @param {string} wanted as `plain` makes it
 * @returns {HTMLElement | null}
 */
export function holding(root, wanted) {
  for (const node of root.querySelectorAll('*')) {
    const inside = node.shadowRoot && holding(node.shadowRoot, wanted);
    if (inside) return inside;
    if (!(node instanceof HTMLElement) || node.closest('style, script, select, nav, h1, .offers') || node.querySelector('*') && [...node.children].some(
      (child) => plain(child.textContent ?? '').includes(wanted))) continue;
    if (plain(node.textContent ?? '').includes(wanted)) return node;
  }
  return null;
}

class Landing {
  /** @type {string | null} What the page was about where one was last; null at a first visit. */
  about = null;
  item = '';
  /** @type {ReturnType<typeof setInterval> | undefined} */
  looking;
  /** @type {HTMLElement | null} */
  landed = null;
  looksInPlace = 0;
  isUnfolded = false;

  /**
   * @param {string} about what the page shows; another page, or another region on it, is another landing
   * @param {string} item
   */
  at(about, item) {
    const isFirst = this.about === null, isSame = this.about === about;
    const isOther = item !== this.item;
    this.about = about;
    this.item = item;
    if (item && isOther) {
      this.landed = null;
      this.looksInPlace = 0;
      this.isUnfolded = false;
      this.wait((passedMs) => this.atItem(item, passedMs), () => this.atHeading());
    }
    else if (!isFirst && !isSame) {
      document.querySelector('[data-testid=stMain]')?.scrollTo({ top: 0 });
      const left = focused();
      this.wait(() => this.atHeading(left) && isAtRest(), () => {});
    }
  }

  /**
   * Looks until something has been done, or gives up.
   * @param {(passedMs: number) => boolean} look
   * @param {() => void} giveUp
   */
  wait(look, giveUp) {
    const since = Date.now();
    clearInterval(this.looking);
    this.looking = setInterval(() => {
      const passedMs = Date.now() - since, isDone = look(passedMs), isOver = passedMs > PATIENCE_MS;
      if (isDone || isOver) clearInterval(this.looking);
      if (isOver && !isDone) giveUp();
    }, LOOK_MS);
  }

  /**
   * The heading gets the focus, unless the visitor has meanwhile gone on to something else than `left`.
   * @param {Element | null} [left]
   */
  atHeading(left = null) {
    const heading = document.querySelector('h1'), now = focused();
    if (!heading) return false;
    if (now === null || now === left || now.matches('h1')) focusOn(heading);
    return true;
  }

  /**
   * @param {string} item
   * @param {number} passedMs
   */
  atItem(item, passedMs) {
    if (!isAtRest()) return false;
    if (this.landed?.isConnected) return this.isInPlace(this.landed);
    const main = document.querySelector('[data-testid=stMain]') ?? document, found = holding(main, plain(item));
    if (!found) {
      if (passedMs > UNFOLD_MS && !this.isUnfolded) {
        this.isUnfolded = true;
        main.querySelectorAll('.stExpander details').forEach(unfold);
      }
      return false;
    }
    for (const around of surroundings(found)) if (around instanceof HTMLDetailsElement) unfold(around);
    const whole = found.closest('li, tr, details, summary') ?? found.closest(WHOLE) ?? found;
    this.landed = /** @type {HTMLElement} */ (whole);
    this.landed.style.outline = '3px solid var(--st-link-color, currentColor)';
    this.landed.style.outlineOffset = '-1px';
    this.landed.scrollIntoView({ block: 'center' });
    focusOn(this.landed);
    return false;
  }

  /** @param {HTMLElement} landed */
  isInPlace(landed) {
    const { top, bottom } = landed.getBoundingClientRect(), isSeen = bottom > top && bottom > 0 && top < innerHeight * .8;
    if (!isSeen) landed.scrollIntoView({ block: 'center' });
    // What was folded could not take the focus before.
    if (focused() === null) focusOn(landed);
    this.looksInPlace = isSeen ? this.looksInPlace + 1 : 0;
    return this.looksInPlace >= LOOKS_IN_PLACE;
  }
}

/** @param {Element} details */
function unfold(details) {
  if (!(details instanceof HTMLDetailsElement) || details.open) return;
  // Streamlit opens its own only where it hears the click.
  if (details.closest('.stExpander')) details.querySelector('summary')?.click();
  else details.open = true;
}

/**
 * What stands around an element, out of components too.
 * @param {Element} element
 * @yields {Node}
 */
function* surroundings(element) {
  for (let at = /** @type {Node | null} */ (element); at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) yield at;
}


export const landing = new Landing();
