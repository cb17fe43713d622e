// Bar atop every page: one field for everything, "uw regio", the menu, sharing and presenting what is shown now. Elsewhere on a page: the field alone.

import { onePerRoot } from '../look/component.js';
import { around, find, h, isPlainClick } from '../look/dom.js';
import { whileMounted } from '../look/while_mounted.js';
import { Combobox } from './combobox.js';
import { addressHere, along, go } from './go.js';
import { asksForStage } from './stage_key.js';

const STAGE = 'presentatie', ONE_VIEW = '1';

/**
 * From finder.py: the page, all pages (address and name), keys of the address that go along, what leads back to a state that a visit keeps of a
 * page, and "uw regio" with the address without it.
 * @typedef {{
 *   page: string, pages: [string, string][], carried: string[], kept: Record<string, Record<string, string>>, mine: { code: string, name: string } | null,
 *   without: string,
 * }} Bar
 */
/**
 * `bar` is null where the field stands alone, under `label`.
 * @typedef {{ bar: Bar | null, label: string, placeholder: string, offers: import('./combobox.js').Offers | null }} FinderData
 */
/** What is shared, and a mark of the asking. @typedef {{ address: string, number: number }} Shared */
/** @typedef {import('../look/component.js').ComponentArguments<FinderData>} FinderComponent */

class Finder {
  /** @type {Bar | null} */
  bar = null;

  /** @param {FinderComponent} component */
  constructor({ parentElement }) {
    this.root = find(parentElement, '.bar');
    this.nav = find(this.root, 'nav');
    this.menu = find(this.root, '.menu');
    this.mine = find(this.root, '.mine');
    this.box = new Combobox(parentElement);
    this.menu.onclick = () => this.unfold(!this.root.classList.contains('unfolded'));
    this.root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.root.classList.contains('unfolded') && !this.box.form.contains(/** @type {Node} */ (event.target))) {
        this.unfold(false);
        this.menu.focus();
      }
    });
    this.root.addEventListener('click', (event) => this.follow(event));
    // What goes along is in the address, which changes with every step on the page.
    for (const sign of ['pointerdown', 'focusin', 'contextmenu']) this.root.addEventListener(sign, () => this.address(), true);
    find(this.mine, '.clear').onclick = () => { if (this.bar) go(this.bar.without); };
    find(this.root, '.share').onclick = () => this.share();
    find(this.root, '.present').onclick = () => present();
    whileMounted(document, this.root, 'keydown', (event) => {
      if (this.bar && asksForStage(/** @type {KeyboardEvent} */ (event))) present();
    });
  }

  /** @param {FinderComponent} component */
  update({ data, setTriggerValue }) {
    this.box.ask = (text) => setTriggerValue('typed', text);
    this.ask = (/** @type {Shared} */ what) => setTriggerValue('share', what);
    this.root.classList.toggle('alone', !data.bar);
    const { input } = this.box;
    input.placeholder = data.placeholder;
    find(this.root, 'label').textContent = data.label;
    if (data.bar && data.bar !== this.bar) this.drawBar(data.bar);
    this.box.update(data.offers);
  }

  /** @param {Bar} bar */
  drawBar(bar) {
    if (this.bar && this.bar.page !== bar.page) this.unfold(false);
    this.bar = bar;
    if (this.nav.childElementCount !== bar.pages.length) {
      this.nav.replaceChildren(...bar.pages.map(([address, name]) => h('a', { href: `./${address}`, 'data-address': address }, name)));
    }
    for (const link of this.nav.querySelectorAll('a')) {
      if (link.textContent === bar.page) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.root.getRootNode());
    // Who lets the region go stays in the bar: what is hidden loses the focus.
    if (!bar.mine && this.mine.contains(activeElement)) this.box.input.focus();
    this.mine.hidden = !bar.mine;
    find(this.mine, 'a').textContent = find(this.root, '.of-region').textContent = bar.mine?.name ?? '';
    this.address();
  }

  address() {
    if (!this.bar) return;
    const { carried, kept } = this.bar;
    for (const link of this.root.querySelectorAll('a')) {
      const address = link.dataset.address ?? (link.closest('.mine') ? 'regio' : '');
      link.setAttribute('href', along(address, location.search, carried, kept[address]));
    }
  }

  /** @param {MouseEvent} event */
  follow(event) {
    const link = around(event, 'a');
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    this.address();
    this.unfold(false);
    go(link.getAttribute('href') ?? './');
  }

  /** @param {boolean} unfolded */
  unfold(unfolded) {
    this.root.classList.toggle('unfolded', unfolded);
    this.menu.setAttribute('aria-expanded', String(unfolded));
  }

  share() {
    this.unfold(false);
    this.ask({ address: addressHere(), number: Date.now() });
  }

  /** @param {Shared} _what */
  ask(_what) {}
}

// The view alone, with nothing around it. A browser that has no full screen, or refuses it, shows it as large as its window.
function present() {
  document.documentElement.requestFullscreen?.().catch(() => {});
  const query = new URLSearchParams(location.search);
  query.set(STAGE, ONE_VIEW);
  go(`${location.pathname}?${query}`);
}

const finderOf = onePerRoot((/** @type {FinderComponent} */ component) => new Finder(component));

/** @param {FinderComponent} component */
export default function (component) {
  finderOf(component).update(component);
}
