// List of things in groups: filtered while one types or by first letter, each with links. Texts are set as text, never as markup.

import { unbroken } from '../look/amounts.js';
import { cited } from '../look/cited.js';
import { onePerRoot } from '../look/component.js';
import { around, find, h, isPlainClick } from '../look/dom.js';
import { go } from './go.js';
import { focusOn } from './landmarks.js';

/** @typedef {{ label: string, href: string }} EntryLink */
/**
 * One thing; what it lacks is not sent. `mark` stands before its title, `keywords` are only read by the filter, and `lines`
 * of the text edition show for who opens the last of the small print.
 * @typedef {{
 *   title: string, said?: string, mark?: string, small?: string[], id?: string, keywords?: string, links?: EntryLink[], lines?: string,
 * }} Entry
 */
/**
 * Entries under one heading: a `limit` of 0 shows all; `found` counts them where more were found than sent, else it is 0.
 * @typedef {{ heading: string, limit: number, found: number, entries: Entry[] }} EntryGroup
 */
/**
 * As entry_list.py sends it; without a `filter` the list has no field and shows everything.
 * @typedef {{
 *   filter: string | null, noun: string, letters: boolean, titles: string, layout: string, asked: string, groups: EntryGroup[],
 * }} EntryListData
 */
/** @typedef {import('../look/component.js').ComponentArguments<EntryListData>} EntryListComponent */

/**
 * Text without accents, capitals and signs, to compare by.
 * @param {string} text
 */
export const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/**
 * Folded words of an entry, each with a space before it.
 * @param {Entry} entry
 */
export const searchText = ({ title, mark, said, keywords, small = [] }) => ` ${fold([title, mark, said, keywords, ...small].filter(Boolean).join(' '))}`;

/**
 * Whether an entry holds every word: at the start of one of its own, and anywhere where the word has four letters or more.
 * @param {string} text from `searchText`
 * @param {string[]} words folded
 */
export const holdsWords = (text, words) => words.every((word) => text.includes(` ${word}`) || (word.length > 3 && text.includes(word)));

/**
 * @param {number} shown
 * @param {number} all
 * @param {string} noun
 */
export function countWords(shown, all, noun) {
  if (shown === all) return `${all} ${noun}`;
  return shown ? `${shown} van ${all} ${noun}` : 'Niets past bij wat u zoekt. Typ minder letters of een ander woord.';
}

class EntryList {
  letter = '';
  /** @type {Set<number>} Groups of which all entries are shown. */
  open = new Set();
  groupsSent = '';
  /** @type {string | null} */
  asked = null;
  /** Whether a link of this list was followed and its answer is still on the way, and whether someone typed meanwhile. */
  isFollowing = false;
  hasTypedSince = false;

  /** @param {EntryListComponent} component */
  constructor({ parentElement, data }) {
    this.root = find(parentElement, '.entries');
    this.input = find(this.root, 'input', HTMLInputElement);
    this.letters = find(this.root, '.letters');
    this.groups = find(this.root, '.groups');
    this.data = data;
    /** @type {string[][]} */
    this.texts = [];
    this.input.addEventListener('input', () => { this.letter = ''; this.hasTypedSince = this.isFollowing; this.draw(); });
    this.letters.addEventListener('click', (event) => this.onLetter(event));
    this.groups.addEventListener('click', (event) => this.follow(event));
  }

  /** @param {EntryListComponent} component */
  update({ data }) {
    const sent = JSON.stringify(data.groups), isNew = data.asked !== this.asked && Boolean(data.asked);
    // What someone types while the answer is on the way stays, and so does the focus.
    const isAsked = isNew && !this.hasTypedSince;
    if (isNew) this.isFollowing = this.hasTypedSince = false;
    if (sent !== this.groupsSent) this.open.clear();
    this.groupsSent = sent;
    this.asked = data.asked;
    this.data = data;
    if (isAsked) { this.letter = ''; this.input.value = ''; }
    this.root.className = ['entries', data.layout].filter(Boolean).join(' ');
    find(this.root, '.filter').hidden = !data.filter;
    find(this.root, '.filter span').textContent = data.filter ?? '';
    this.texts = data.groups.map((group) => group.entries.map(searchText));
    this.draw();
    if (isAsked) this.land();
  }

  draw() {
    const { data } = this, words = data.filter ? fold(this.input.value).split(' ').filter(Boolean) : [];
    const groups = data.groups.map(({ entries }, place) => entries.map((entry, index) => ({ entry, index })).filter(({ entry, index }) => (
      holdsWords(this.texts[place][index], words) && (!this.letter || fold(entry.title).startsWith(this.letter)))));
    this.groups.replaceChildren(...groups.flatMap((kept, place) => (kept.length ? [this.group(data.groups[place], place, kept)] : [])));
    const shown = groups.flat().length, all = this.texts.flat().length;
    find(this.root, '.count').textContent = data.filter ? countWords(shown, all, data.noun) : '';
    this.drawLetters();
  }

  land() {
    const asked = this.root.querySelector('li.asked');
    if (!(asked instanceof HTMLElement)) return;
    asked.scrollIntoView({ block: 'center' });
    focusOn(asked);
  }

  drawLetters() {
    this.letters.hidden = !this.data.letters;
    if (this.letters.hidden) return;
    const present = new Set(this.data.groups.flatMap((group) => group.entries.map((entry) => fold(entry.title)[0])));
    this.letters.replaceChildren(...Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => h('button', {
      type: 'button', value: letter, disabled: !present.has(letter), 'aria-pressed': String(this.letter === letter),
    }, letter.toUpperCase())));
  }

  /** @param {MouseEvent} event */
  onLetter(event) {
    const button = around(event, 'button');
    if (!(button instanceof HTMLButtonElement)) return;
    this.letter = this.letter === button.value ? '' : button.value;
    this.input.value = '';
    this.draw();
    find(this.letters, `button[value="${button.value}"]`).focus();
  }

  /**
   * @param {EntryGroup} group
   * @param {number} place
   * @param {{ entry: Entry, index: number }[]} kept
   */
  group({ heading, limit, found }, place, kept) {
    const count = found ? `de eerste ${kept.length} van ${found}` : kept.length;
    const shown = limit && !this.open.has(place) ? kept.slice(0, limit) : kept;
    return h('section', {},
      heading ? h('h2', {}, heading, ' ', h('small', {}, `(${count})`)) : null,
      h('ul', {}, ...shown.map(({ entry }) => this.entry(entry))),
      kept.length > shown.length && h('button', { class: 'more', type: 'button', 'data-group': place }, `Toon alle ${kept.length} bij ${heading}`));
  }

  /** @param {Entry} entry */
  entry({ title, mark, said, id, lines, small = [], links = [] }) {
    const { asked, titles } = this.data, isTitle = titles === 'links' && links.length > 0;
    // Several entries have a link of the same words: a list of links says of which entry it is.
    const made = links.map(({ href, label }, index) => (
      isTitle && index === 0 ? h('a', { href }, title) : h('a', { href, 'aria-label': `${label}: ${title}` }, label)));
    const [first, ...others] = made, listed = isTitle ? others : made;
    return h('li', { class: asked && id === asked ? 'asked' : null },
      h('div', {},
        h('p', { class: 'title' }, mark && h('span', { class: 'mark' }, mark), isTitle ? first : unbroken(title)),
        said && h('p', { class: 'said' }, unbroken(said))),
      h('div', {},
        ...small.filter(Boolean).map((text, index, { length }) => (
          h('div', { class: 'small' }, lines && index === length - 1 ? cited(text, lines) : text))),
        listed.length > 0 && h('p', { class: 'links' }, isTitle && 'Ook: ', ...listed)));
  }

  /** @param {MouseEvent} event */
  follow(event) {
    const more = around(event, 'button.more'), link = around(event, 'a');
    if (more) this.showAll(Number(more.dataset.group));
    else if (link && isPlainClick(event)) {
      event.preventDefault();
      this.isFollowing = true;
      go(link.getAttribute('href') ?? '');
    }
  }

  /**
   * Shows all entries of a group, and moves the focus to the first that was not shown before.
   * @param {number} place
   */
  showAll(place) {
    const { heading, limit } = this.data.groups[place];
    this.open.add(place);
    this.draw();
    const section = [...this.groups.children].find((child) => child.querySelector('h2')?.firstChild?.textContent === heading);
    section?.querySelectorAll('li')[limit]?.querySelector('a')?.focus();
  }
}

const listOf = onePerRoot((/** @type {EntryListComponent} */ component) => new EntryList(component));

/** @param {EntryListComponent} component */
export default function (component) {
  listOf(component).update(component);
}
