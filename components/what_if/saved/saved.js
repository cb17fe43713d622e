// Saved scenarios: the browser changes its list at once and reports it; Python says what each entry comes to.

import { onePerRoot } from '../../look/component.js';
import { around, find, h } from '../../look/dom.js';
import { NOT_COPIED, copied } from '../../look/copied.js';
import { fileName } from '../../look/file_name.js';
import { saveBlob } from '../../look/save_blob.js';
import { takeOffers } from '../exchange.js';
import { whileMounted } from '../../look/while_mounted.js';
import { fullWords, isSameList, withAdded, withCopy, withNote, withRenamed, withRestored, without } from './changes.js';
import { EntryRows } from './entry_rows.js';
import { isSameName, nameFault, normalName, quoted } from './names.js';
import { STORED, ScenarioStorage, withStyles } from './storage.js';

/** @typedef {import('./storage.js').Entry} Entry */

/**
 * What Python answers to a question: entries to add and what to say; nothing where it could make nothing of the question.
 * @typedef {{ id: string, add?: Entry[], words?: string[], fault?: boolean }} Answer
 */

/**
 * As section.py sends it: `known` is the list as Python last heard it, `styles` the lines of the chart.
 * @typedef {{
 *   visit: string, known: import('./entry_row.js').KnownEntry[], styles: import('./entry_row.js').LineStyle[],
 *   answer: Answer | null, file: { name: string, text: string },
 *   limits: import('./names.js').NameLimits & import('./storage.js').StorageLimits & { fileBytes: number },
 * }} SavedData
 */

/** @typedef {import('../../look/component.js').ComponentArguments<SavedData>} SavedComponent */

const PANEL = '.st-key-what_if_panel';
const NO_CHANGE = 'De lijst is niet veranderd.';
const NO_LINK_WITH_OWN_TABLE = "Een scenario op een eigen tabel past niet in een link: geef de tabel en de scenario's door als bestanden.";
const PANEL_HELD_MS = 10_000;

class SavedScenarios {
  storage = new ScenarioStorage();
  /** @type {{ entry: Entry, at: number }[]} The last one can be put back. */
  removed = [];
  /** @type {import('./entry_row.js').Editing | null} */
  editing = null;
  /** @type {string | null} Visit that Python was told the list of. */
  visit = null;
  /** @type {string | null} Answer that was taken last. */
  heard = null;
  isDownloading = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  hold = undefined;
  /** Scenario in the panel, as a link holds it. */
  current = '';

  /** @param {SavedComponent} component */
  constructor({ parentElement, data, setStateValue, setTriggerValue }) {
    const root = find(parentElement, '.saved');
    this.root = root;
    this.field = find(root, '[name="new-name"]', HTMLInputElement);
    this.message = find(root, '.message');
    this.link = find(root, '.link');
    this.rows = new EntryRows(find(root, '.entries'));
    this.data = data;
    this.report = setStateValue;
    this.ask = setTriggerValue;
    this.listen();
    takeOffers(document, root, 'scenario', /** @param {string} query */ (query) => {
      this.current = query;
      if (this.visit !== null) this.draw();
    });
  }

  /** @param {SavedComponent} component */
  update({ data, setStateValue, setTriggerValue }) {
    this.data = data;
    this.report = setStateValue;
    this.ask = setTriggerValue;
    const entries = this.read(), { answer } = data;
    if (this.visit !== data.visit) {
      this.visit = data.visit;
      this.draw();
      if (!isSameList(entries, data.known)) this.send(entries);
    }
    if (answer && answer.id !== this.heard) {
      this.heard = answer.id;
      this.take(answer);
    } else this.draw();
    if (this.isDownloading && isSameList(entries, data.known)) {
      this.isDownloading = false;
      this.download();
    }
  }

  read() {
    const known = this.data.known.map(({ name, query, style, note }) => ({ name, query, style, note }));
    return withStyles(this.storage.read(this.data.limits, known), this.data.styles.length);
  }

  /** @param {Entry[]} entries */
  send(entries) { this.report('list', { visit: this.visit, heard: this.heard, entries }); }

  /** @param {Answer} answer */
  take({ add = [], words = [], fault = false }) {
    this.holdPanel(false);
    if (!this.change((entries) => withAdded(entries, add, this.data.limits))) { this.send(this.read()); return; }
    this.say(words, fault);
    if (!fault && add.some(({ name }) => isSameName(name, this.field.value))) this.field.value = '';
  }

  /**
   * Applies a change to what the browser keeps now; the new list, or null where the change was refused with a sentence.
   * @param {(entries: Entry[]) => Entry[] | string} changed
   */
  change(changed) {
    const entries = this.read(), made = changed(entries);
    if (typeof made === 'string') {
      this.say([made, NO_CHANGE], true);
      this.draw();
      return null;
    }
    const next = withStyles(made, this.data.styles.length);
    if (!isSameList(entries, next)) this.storage.write(next);
    this.draw();
    this.send(next);
    return next;
  }

  save() {
    const { limits } = this.data, entries = this.read(), { value } = this.field;
    const fault = entries.length >= limits.scenarios ? fullWords(limits) : nameFault(value, entries, limits);
    this.field.setAttribute('aria-invalid', String(Boolean(fault)));
    if (fault) {
      this.say([fault], true);
      this.field.focus();
      return;
    }
    this.holdPanel(true);
    this.ask('ask', { name: 'save', value: normalName(value) });
  }

  /**
   * Python may hear of a save and of the step after it at once, and could then not tell them apart: until it has answered, the
   * panel takes no new step. A lost connection must not lock it, hence the timer.
   * @param {boolean} isHeld
   */
  holdPanel(isHeld) {
    clearTimeout(this.hold);
    const panel = document.querySelector(PANEL);
    if (panel instanceof HTMLElement) panel.inert = isHeld;
    if (isHeld) this.hold = setTimeout(() => this.holdPanel(false), PANEL_HELD_MS);
  }

  /** @param {Entry} entry */
  open(entry) {
    this.ask('ask', { name: 'open', value: entry });
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    document.querySelector(PANEL)?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
  }

  /**
   * @param {string} from
   * @param {string} typed
   */
  rename(from, typed) {
    const to = normalName(typed);
    const next = this.change((entries) => {
      const renamed = withRenamed(entries, from, to, this.data.limits);
      if (typeof renamed !== 'string') this.editing = null;
      return renamed;
    });
    if (!next) { this.rows.field?.focus(); return; }
    this.say(from === to ? [] : [`${quoted(from)} heet nu ${quoted(to)}.`]);
    this.rows.focusOn('rename', to);
  }

  /**
   * @param {string} name
   * @param {string} typed
   */
  annotate(name, typed) {
    const next = this.change((entries) => {
      const annotated = withNote(entries, name, typed, this.data.limits);
      if (typeof annotated !== 'string') this.editing = null;
      return annotated;
    });
    if (!next) { this.rows.field?.focus(); return; }
    this.say([next.find((entry) => entry.name === name)?.note ? `De notitie bij ${quoted(name)} is bewaard.` : `${quoted(name)} heeft geen notitie.`]);
    this.rows.focusOn('note', name);
  }

  /** @param {import('./entry_row.js').Editing} editing */
  startEditing(editing) {
    this.editing = editing;
    this.say([]);
    this.draw();
    this.rows.field?.focus();
    if (editing.field === 'name') this.rows.field?.select();
  }

  stopEditing() {
    const { editing } = this;
    if (!editing) return;
    this.editing = null;
    this.say([]);
    this.draw();
    this.rows.focusOn(editing.field === 'name' ? 'rename' : 'note', editing.name);
  }

  /**
   * The link of an entry to the clipboard; where the browser refuses, it stands there selected.
   * @param {Entry} entry
   */
  async copyLink({ name, query }) {
    const known = this.data.known.find((entry) => entry.name === name && entry.query === query);
    if (!known?.hasLink) {
      this.say([known?.closed ? `Van dit scenario is hier geen link te maken. ${known.closed}` : NO_LINK_WITH_OWN_TABLE], true);
      return;
    }
    const field = find(this.link, 'input', HTMLInputElement);
    this.link.hidden = false;
    find(this.link, 'span').textContent = `Link naar ${quoted(name)}`;
    field.value = `${location.origin}${location.pathname}?${query}`;
    const isCopied = await copied(field);
    this.link.hidden = isCopied;
    if (isCopied) this.rows.focusOn('copy-link', name);
    this.say([isCopied ? `De link naar ${quoted(name)} is gekopieerd.` : NOT_COPIED]);
  }

  /** @param {string} from */
  duplicate(from) {
    const copy = this.change((entries) => withCopy(entries, from, this.data.limits))?.at(-1);
    if (!copy) return;
    this.say([`${quoted(copy.name)} staat in de lijst.`]);
    this.rows.focusOn('rename', copy.name);
  }

  /** @param {string} name */
  remove(name) {
    const next = this.change((entries) => {
      const left = without(entries, name), at = entries.findIndex((entry) => entry.name === name);
      if (at >= 0) this.removed.push({ entry: entries[at], at });
      return left;
    });
    if (!next) return;
    this.say([]);
    find(this.root, '[data-act="restore"]').focus();
  }

  restore() {
    const last = this.removed.at(-1);
    if (!last) return;
    const { entry, at } = last;
    const next = this.change((entries) => {
      const restored = withRestored(entries, entry, at, this.data.limits);
      if (typeof restored !== 'string') this.removed.pop();
      return restored;
    });
    if (!next) return;
    const { name } = next[Math.min(at, next.length - 1)];
    this.say([`${quoted(name)} staat weer in de lijst.`]);
    this.rows.focusOn('remove', name);
  }

  /** @param {File} file */
  upload(file) {
    const { fileBytes } = this.data.limits;
    if (file.size > fileBytes) {
      const [size, most] = [file.size, fileBytes].map((bytes) => `${bytes.toLocaleString('nl-NL')} bytes`);
      this.say([`Het bestand is te groot: ${size}, ten hoogste ${most} mag.`, NO_CHANGE], true);
      return;
    }
    const reader = new FileReader();
    reader.addEventListener('load', () => this.ask('ask', { name: 'upload', value: String(reader.result).split(',')[1] ?? '' }));
    reader.addEventListener('error', () => this.say([`Het bestand is niet te lezen (${reader.error?.name}).`, NO_CHANGE], true));
    reader.readAsDataURL(file);
  }

  // The file is written by Python; right after a change its answer has still to come.
  download() {
    const { file, known } = this.data;
    this.isDownloading = !isSameList(this.read(), known);
    if (!this.isDownloading) saveBlob(new Blob([file.text], { type: 'application/json' }), file.name);
  }

  /**
   * @param {string[]} words
   * @param {boolean} [isFault]
   */
  say(words, isFault = false) {
    const { memory, whyMemory } = this.storage;
    const warning = `Let op: deze browser bewaart dit niet (${whyMemory}). Het blijft tot u de pagina sluit; download het als bestand.`;
    this.message.classList.toggle('fault', isFault);
    this.message.setAttribute('role', isFault ? 'alert' : 'status');
    this.message.replaceChildren(...[...words, ...(memory ? [warning] : [])].map((sentence) => h('span', {}, sentence)));
  }

  draw() {
    const { data, root } = this, entries = this.read(), last = this.removed.at(-1);
    this.rows.draw(entries, { ...data, current: this.current }, this.editing);
    find(root, '.count').textContent = `${entries.length} van ${data.limits.scenarios} bewaard`;
    find(root, '.empty').hidden = entries.length > 0;
    find(root, '[data-act="download"]', HTMLButtonElement).disabled = entries.length === 0;
    find(root, '.undo').hidden = !last;
    find(root, '.undo span').textContent = last ? `${quoted(last.entry.name)} is verwijderd.` : '';
    find(root, '.aside').hidden = this.storage.aside() === null;
    if (this.storage.memory && !this.message.childElementCount) this.say([]);
  }

  listen() {
    const { root } = this;
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      const form = event.target;
      if (!(form instanceof HTMLFormElement)) return;
      if (form.classList.contains('save')) this.save();
      else if (form.classList.contains('note-form')) this.annotate(form.dataset.name ?? '', find(form, '[name="note"]', HTMLTextAreaElement).value);
      else this.rename(form.dataset.name ?? '', find(form, '[name="rename"]', HTMLInputElement).value);
    });
    root.addEventListener('click', (event) => {
      const button = around(event, 'button');
      if (button) this.act(button.dataset.act, button.dataset.name ?? '');
    });
    root.addEventListener('keydown', ({ key, target }) => {
      if (key === 'Escape' && target === this.rows.field) this.stopEditing();
    });
    root.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.files?.length) return;
      this.upload(target.files[0]);
      target.value = '';
    });
    whileMounted(globalThis, root, 'storage', (event) => {
      const { key } = /** @type {StorageEvent} */ (event);
      if (key === STORED || key === null) this.takeOtherTab();
    });
  }

  /**
   * What a button does.
   * @param {string | undefined} act
   * @param {string} name of the entry
   */
  act(act, name) {
    const entry = this.read().find((one) => one.name === name);
    if (act === 'open' && entry) this.open(entry);
    if (act === 'copy-link' && entry) this.copyLink(entry);
    if (act === 'rename') this.startEditing({ name, field: 'name' });
    if (act === 'note') this.startEditing({ name, field: 'note' });
    if (act === 'cancel') this.stopEditing();
    if (act === 'duplicate') this.duplicate(name);
    if (act === 'remove') this.remove(name);
    if (act === 'restore') this.restore();
    if (act === 'download') this.download();
    if (act === 'aside-download') {
      saveBlob(new Blob([this.storage.aside() ?? ''], { type: 'text/plain' }), fileName('doorrekening-onleesbare-scenarios', 'txt', new Date()));
    }
    if (act === 'aside-remove') {
      this.storage.removeAside();
      this.draw();
    }
  }

  // Another tab changed the list.
  takeOtherTab() {
    this.draw();
    this.send(this.read());
  }
}

const savedOf = onePerRoot(/** @param {SavedComponent} component */ (component) => new SavedScenarios(component));

/** @param {SavedComponent} component */
export default function (component) { savedOf(component).update(component); }
