// What was read of the visitor's sheets: choices to make, the tables as understood beside what the sheet shows, and what to know of it.

import { onePerRoot } from '../../look/component.js';
import { around, find, h } from '../../look/dom.js';
import { arrive } from './arrival.js';
import { Forms } from './forms.js';
import { faultParts, missingParts, noteParts, stateText } from './proposal_words.js';
import { assumptionParts, questionParts } from './questions.js';
import { tableParts } from './shown_tables.js';

/** @typedef {import('./proposal_words.js').Read} Read */
/**
 * As proposal.py sends it; `number` is another one for what was opened anew, `opened` marks the last step that brought something to read,
 * `before` is the name of what was read before.
 * @typedef {{ number: number, opened: string, reading: Read | null, before: string }} ProposalData
 */
/** @typedef {import('../../look/component.js').ComponentArguments<ProposalData>} ProposalComponent */

/** Says that the visitor wants nothing filled in of what was known. */
const DECLINED = 'nee';

const NAMING_MS = 400;

class Proposal {
  forms = new Forms();
  /** @type {ProposalData | null} */
  data = null;
  /** @type {Record<string, string>} Answers as they stand here; Python may not have heard the last. */
  answers = {};
  /** @type {Set<string>} Questions that were open at first: they stay above the others. */
  once = new Set();
  shown = NaN;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  naming = undefined;

  /** @param {ProposalComponent} component */
  constructor({ parentElement, setTriggerValue }) {
    this.root = find(parentElement, '.proposal');
    this.before = find(parentElement, '.before');
    this.wish = setTriggerValue;
    this.called = find(this.root, '.called input', HTMLInputElement);
    this.called.addEventListener('change', () => {
      // The press of a button that ended the typing takes the name along: of two wishes at once Python hears one.
      this.naming = setTimeout(() => this.send('called'), NAMING_MS);
    });
    for (const place of [this.root, this.before]) place.addEventListener('click', (event) => this.act(around(event, '[data-act]')));
    this.root.addEventListener('change', (event) => {
      if (isField(event.target)) this.choose(event.target.name, event.target.value);
    });
  }

  /** @param {ProposalComponent} component */
  update({ data, setTriggerValue }) {
    const isOther = data.number !== this.shown || !data.reading;
    this.wish = setTriggerValue;
    this.data = data;
    this.shown = data.number;
    this.answers = { ...data.reading?.answers };
    if (isOther) this.once.clear();
    this.draw();
    arrive('proposal', data.opened, () => this.firstToDo());
    if (data.reading) this.recall(data.reading);
  }

  /**
   * @param {string} name
   * @param {Record<string, unknown>} [more]
   */
  send(name, more = {}) {
    clearTimeout(this.naming);
    this.root.setAttribute('aria-busy', 'true');
    find(this.root, '[data-act="confirm"]', HTMLButtonElement).disabled = true;
    this.wish('wish', { name, number: this.shown, called: this.typedName(), ...more });
  }

  /** Name that the visitor gave; undefined where it is the one that stood there. */
  typedName() { return this.called.value === this.data?.reading?.name ? undefined : this.called.value; }

  /**
   * How a sheet of this form was read before.
   * @param {Read} read
   */
  recall(read) {
    const known = !read.recalled && read.form && read.questions.length ? this.forms.known(read.form) : null;
    if (known) this.send('answers', { answers: { ...known.answers, ...read.answers }, recalled: known.day });
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  choose(key, value) {
    this.answers = { ...this.answers, [key]: value };
    if (value === '') delete this.answers[key];
    this.send('answers', { answers: this.answers, recalled: this.data?.reading?.recalled || DECLINED });
  }

  /** @param {HTMLElement | SVGElement | null} button */
  act(button) {
    const { act, mark, kind } = button?.dataset ?? {};
    if (act === 'jump') find(this.root, '.question.open :is(select, input)').focus();
    else if (act === 'anew') this.send('answers', { answers: {}, recalled: DECLINED });
    else if (act === 'confirm') this.confirm();
    else if (act) this.send(act, { mark, kind });
  }

  confirm() {
    const read = this.data?.reading;
    if (!read?.canUse) return;
    const answers = Object.fromEntries(read.questions.flatMap(({ key, value, isLasting }) => (value === null || !isLasting ? [] : [[key, value]])));
    if (read.form && read.questions.length) this.forms.keep({ form: read.form, answers, day: dayText(new Date()) });
    this.send('confirm');
  }

  draw() {
    const { root, before, data } = this, read = data?.reading;
    if (!data) return;
    before.hidden = !data.before;
    find(before, 'button').textContent = `Zet terug: het voorstel voor “${data.before}”`;
    root.hidden = !read;
    root.removeAttribute('aria-busy');
    if (!read) return;
    const held = this.held();
    for (const { key, isOpen } of read.questions) if (isOpen) this.once.add(key);
    this.drawSources(read);
    this.drawRecalled(read);
    fill(find(root, '.faults'), faultParts(read));
    fill(find(root, '.missing'), missingParts(read));
    fill(find(root, '.questions'), questionParts(read, this.once));
    fill(find(root, '.tables'), tableParts(read));
    fill(find(root, '.notes'), noteParts(read));
    fill(find(root, '.assumptions'), assumptionParts(read, this.once));
    if (!this.called.matches(':focus')) this.called.value = read.name;
    this.drawState(read);
    this.hold(held);
  }

  /** Where a sheet that was opened leads. */
  firstToDo() {
    const { root } = this, parts = ['.faults', '.missing'].map((kind) => find(root, kind));
    return root.hidden ? null : parts.find(({ hidden }) => !hidden) ?? find(root, '#gelezen');
  }

  /** @param {Read} read */
  drawSources({ sources }) {
    find(this.root, '.sources').replaceChildren(...sources.map(({ mark, name }) => h('li', {}, `Bron: “${name}”`,
      h('button', { type: 'button', 'data-act': 'drop', 'data-mark': mark, 'aria-label': `Haal “${name}” weg` }, 'Haal weg'))));
  }

  /** @param {Read} read */
  drawRecalled({ recalled }) {
    const line = find(this.root, '.recalled'), isRecalled = recalled !== '' && recalled !== DECLINED;
    line.hidden = !isRecalled;
    if (!isRecalled) return;
    const day = new Date(`${recalled}T12:00`).toLocaleDateString('nl-NL', { dateStyle: 'long' });
    find(line, 'span').textContent = `Zo las u deze vorm op ${day} ook: die keuzes staan hieronder ingevuld. U kunt ze nog veranderen.`;
  }

  /** @param {Read} read */
  drawState(read) {
    const said = find(this.root, '.state'), text = stateText(read);
    if (said.textContent !== text) said.textContent = text;
    find(this.root, '[data-act="confirm"]', HTMLButtonElement).disabled = !read.canUse;
    find(this.root, '[data-act="jump"]').hidden = !read.questions.some(({ isOpen }) => isOpen);
  }

  /** What the visitor has in hand: the field with the focus, and how far each table was scrolled. */
  held() {
    const active = /** @type {ShadowRoot | Document} */ (this.root.getRootNode()).activeElement;
    const scrolled = [...this.root.querySelectorAll('.scroll')].map(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
    const folded = [...this.root.querySelectorAll('details')].map(({ open }) => open);
    return { field: isField(active) ? active.name : '', scrolled, folded };
  }

  /** @param {ReturnType<Proposal['held']>} held */
  hold({ field, scrolled, folded }) {
    this.root.querySelectorAll('details').forEach((details, place) => { details.open = folded[place] ?? details.open; });
    const all = ['select', 'input'].flatMap((kind) => [...this.root.querySelectorAll(kind)]).filter(isField);
    const fields = field ? all.filter(({ name }) => name === field) : [];
    (fields.find((one) => one instanceof HTMLInputElement && one.checked) ?? fields[0])?.focus();
    this.root.querySelectorAll('.scroll').forEach((area, place) => { [area.scrollLeft, area.scrollTop] = scrolled[place] ?? [0, 0]; });
  }
}

/**
 * Field with which a choice is made.
 * @param {unknown} target
 * @returns {target is HTMLSelectElement | HTMLInputElement}
 */
const isField = (target) => (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) && target.name !== '';

/**
 * @param {HTMLElement} place
 * @param {HTMLElement[]} parts
 */
function fill(place, parts) {
  place.hidden = !parts.length;
  place.replaceChildren(...parts);
}

/** @param {Date} now */
const dayText = (now) => `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;

const proposalOf = onePerRoot(/** @param {ProposalComponent} component */ (component) => new Proposal(component));

/** @param {ProposalComponent} component */
export default function (component) { proposalOf(component).update(component); }
