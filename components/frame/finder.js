// Bar atop every page: one field for everything, "mijn regio", the menu, and a link to what is shown now. Elsewhere on a page: the field alone.

import { onePerRoot } from '../look/component.js';
import { NOT_COPIED, copied } from '../look/copied.js';
import { around, find, h, isPlainClick } from '../look/dom.js';
import { Combobox } from './combobox.js';
import { along, go } from './go.js';

/**
 * From finder.py: the page, all pages (address and name), keys of the address that go along, what leads back to a state that a visit keeps of a
 * page, and "mijn regio" with the address without it.
 * @typedef {{
 *   page: string, pages: [string, string][], carried: string[], kept: Record<string, Record<string, string>>, mine: { code: string, name: string } | null,
 *   without: string,
 * }} Bar
 */
/**
 * `bar` is null where the field stands alone, under `label`. `words` says what the link holds.
 * @typedef {{ bar: Bar | null, label: string, placeholder: string, offers: import('./combobox.js').Offers | null, words: string }} FinderData
 */
/** @typedef {import('../look/component.js').ComponentArguments<FinderData>} FinderComponent */

class Finder {
  times = 0;
  /** @type {Bar | null} */
  bar = null;

  /** @param {FinderComponent} component */
  constructor({ parentElement }) {
    this.root = find(parentElement, '.bar');
    this.nav = find(this.root, 'nav');
    this.menu = find(this.root, '.menu');
    this.mine = find(this.root, '.mine');
    this.copy = find(this.root, '.copy');
    this.shared = find(parentElement, '.shared');
    this.link = find(this.shared, 'input', HTMLInputElement);
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
    this.copy.onclick = () => this.share();
    find(this.shared, '.close').onclick = () => { this.unshare(); this.copy.focus(); };
    this.shared.onkeydown = (event) => { if (event.key === 'Escape') { this.unshare(); this.copy.focus(); } };
  }

  /** @param {FinderComponent} component */
  update({ data, setTriggerValue }) {
    this.box.ask = (text) => setTriggerValue('typed', text);
    this.askWords = () => setTriggerValue('words', this.times += 1);
    this.root.classList.toggle('alone', !data.bar);
    const { input } = this.box;
    input.placeholder = data.placeholder;
    find(this.root, 'label').textContent = data.label;
    if (data.bar && data.bar !== this.bar) this.drawBar(data.bar);
    if (data.words && !this.shared.hidden) find(this.shared, '.words').textContent = data.words;
    this.box.update(data.offers);
  }

  /** @param {Bar} bar */
  drawBar(bar) {
    if (this.bar && this.bar.page !== bar.page) { this.unfold(false); this.unshare(); }
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

  async share() {
    this.shared.hidden = false;
    this.copy.setAttribute('aria-expanded', 'true');
    this.link.value = location.href.replace(location.hash, '');
    find(this.shared, '.words').textContent = '';
    this.askWords();
    find(this.shared, '.outcome').textContent = await copied(this.link) ? 'Link gekopieerd.' : NOT_COPIED;
  }

  unshare() {
    this.shared.hidden = true;
    this.copy.setAttribute('aria-expanded', 'false');
  }

  askWords() {}
}

const finderOf = onePerRoot((/** @type {FinderComponent} */ component) => new Finder(component));

/** @param {FinderComponent} component */
export default function (component) {
  finderOf(component).update(component);
}
