// Field that offers while one types (WAI-ARIA: editable combobox with a list). Python says what a text may mean; nothing is chosen but by the visitor,
// save by Enter on the whole name of one thing.

import { around, find, h } from '../look/dom.js';
import { go } from './go.js';

/** @typedef {{ label: string, what: string, href?: string, ask?: string }} Offer With `ask` instead of `href`: a name that has to be asked on for. */
/** @typedef {{ name: string, offers: Offer[] }} OfferGroup */
/**
 * What Python offers for a text: a sentence on it, groups, where Enter leads to, if to one thing, and what to say after that; from offers.py.
 * @typedef {{ text: string, note: string, taken: string, chosen: string, groups: OfferGroup[] }} Offers
 */

const PAUSE_MS = 200;

/**
 * Number of the option that a key leads to; -1 is the field itself.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @returns {number | null}
 */
export function movedTo(key, at, count) {
  if (!count) return null;
  if (key === 'ArrowDown') return at + 1 >= count ? -1 : at + 1;
  if (key === 'ArrowUp') return at < 0 ? count - 1 : at - 1;
  return null;
}

/**
 * How many there are, for a screen reader.
 * @param {Offers} offers
 */
export function spoken({ note, groups }) {
  const count = groups.flatMap((group) => group.offers).length;
  const said = count === 0 ? '' : count === 1 ? '1 mogelijkheid, kies met pijl omlaag.' : `${count} mogelijkheden, kies met de pijltjes.`;
  return [note, said].filter(Boolean).join(' ');
}

export class Combobox {
  /** @type {Offers | null} */
  offers = null;
  /** @type {Offer[]} */
  options = [];
  active = -1;
  asked = '';
  /** Text on which Enter was pressed before its offers had come. */
  entered = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  waiting;
  /** @type {(text: string) => void} */
  ask = () => {};

  /** @param {HTMLElement | ShadowRoot} root */
  constructor(root) {
    this.form = find(root, 'form.search', HTMLFormElement);
    this.input = find(this.form, 'input', HTMLInputElement);
    this.box = find(this.form, '.offers');
    this.list = find(this.box, '[role=listbox]');
    this.note = find(this.box, '.note');
    this.status = find(this.form, '[role=status]');
    this.form.addEventListener('submit', (event) => { event.preventDefault(); this.enter(); });
    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('focus', () => { if (this.offers && this.offers.text === this.text()) this.open(); });
    this.form.addEventListener('focusout', (event) => {
      if (!(event.relatedTarget instanceof Node) || !this.form.contains(event.relatedTarget)) this.close();
    });
    // The field keeps the focus while the mouse chooses.
    this.box.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const option = around(event, '[role=option]');
      if (option instanceof HTMLElement) this.choose(this.options[Number(option.dataset.at)]);
    });
  }

  text() { return this.input.value.trim(); }

  typed() {
    clearTimeout(this.waiting);
    this.entered = '';
    if (!this.text()) this.close();
    else this.waiting = setTimeout(() => this.send(), PAUSE_MS);
  }

  send() {
    clearTimeout(this.waiting);
    const text = this.text();
    if (!text || this.offers?.text === text) return;
    this.asked = text;
    this.ask(text);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === 'Escape') {
      if (this.box.hidden) this.input.value = '';
      this.close();
      event.preventDefault();
      return;
    }
    const to = movedTo(event.key, this.active, this.options.length);
    if (to === null) return;
    event.preventDefault();
    this.open();
    this.mark(to);
  }

  enter() {
    const text = this.text();
    if (this.active >= 0) this.choose(this.options[this.active]);
    else if (text && this.offers?.text === text) this.answer();
    else if (text) {
      this.entered = text;
      this.send();
    }
  }

  answer() {
    this.entered = '';
    const { offers } = this;
    if (!offers?.taken) this.open();
    else if (!offers.chosen) this.leave(offers.taken);
    else {
      this.draw({ ...offers, note: offers.chosen });
      this.open();
      go(offers.taken);
    }
  }

  /** @param {Offer} offer */
  choose({ href, ask }) {
    if (href) this.leave(href);
    else if (ask) {
      this.input.value = ask;
      this.enter();
    }
  }

  /** @param {string} href */
  leave(href) {
    clearTimeout(this.waiting);
    this.input.value = '';
    this.offers = null;
    this.close();
    go(href);
  }

  /** @param {Offers | null} offers */
  update(offers) {
    if (!offers || offers === this.offers || offers.text !== this.text()) return;
    this.offers = offers;
    this.draw(offers);
    this.open();
    if (this.entered === offers.text) this.answer();
  }

  /** @param {Offers} offers */
  draw({ groups, note }) {
    this.active = -1;
    this.options = groups.flatMap((group) => group.offers);
    let at = 0;
    this.list.replaceChildren(...groups.map(({ name, offers }, place) => h('ul', { role: 'group', 'aria-labelledby': `group-${place}` },
      h('li', { role: 'presentation', id: `group-${place}`, class: 'group' }, name),
      ...offers.map(({ label, what }) => h('li', { role: 'option', id: `offer-${at}`, 'data-at': at++, 'aria-selected': 'false' },
        h('span', { class: 'label' }, label), ' ', h('span', { class: 'what' }, what))))));
    this.note.textContent = note;
    this.note.hidden = !note;
  }

  /** @param {number} at */
  mark(at) {
    this.active = at;
    for (const option of this.list.querySelectorAll('[role=option]')) {
      const isActive = option.id === `offer-${at}`;
      option.setAttribute('aria-selected', String(isActive));
      if (isActive) option.scrollIntoView({ block: 'nearest' });
    }
    if (at < 0) this.input.removeAttribute('aria-activedescendant');
    else this.input.setAttribute('aria-activedescendant', `offer-${at}`);
  }

  open() {
    if (!this.offers || !this.form.matches(':focus-within')) return;
    if (this.box.hidden) this.status.textContent = spoken(this.offers);
    this.box.hidden = false;
    this.input.setAttribute('aria-expanded', String(this.options.length > 0));
  }

  close() {
    this.box.hidden = true;
    this.status.textContent = '';
    this.input.setAttribute('aria-expanded', 'false');
    this.mark(-1);
  }
}
