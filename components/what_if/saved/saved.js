// Shelf of saved scenarios: the browser changes its list at once and reports it; Python says what each entry comes to.

import { entryRow, make } from './entry_row.js';
import { STORED, ShelfStorage, downloadText } from './storage.js';

const normal = (name) => name.normalize('NFC').trim().replace(/\s+/gu, ' ');
const key = (name) => normal(name).toLowerCase();
const same = (list, other) => JSON.stringify(list.map(({ name, query }) => [name, query])) === JSON.stringify(other.map(({ name, query }) => [name, query]));
const PANEL = '.st-key-what_if_panel';
const quoted = (name) => `‘${name}’`;

class Shelf {
  constructor(root) {
    this.root = root;
    this.find = (selector) => root.querySelector(selector);
    this.storage = new ShelfStorage();
    this.removed = [];
    this.renaming = null;
    this.heard = null;
    this.listen();
  }

  update(data, report, ask) {
    Object.assign(this, { data, report, ask });
    const entries = this.read();
    if (this.visit !== data.visit) {
      this.visit = data.visit;
      this.draw();
      if (!same(entries, data.known)) this.send(entries);
    }
    const { answer } = data;
    if (answer && answer.id !== this.heard) {
      this.heard = answer.id;
      this.take(answer);
    } else this.draw();
    if (this.downloading && same(entries, data.known)) { this.downloading = false; this.download(); }
  }

  read() { return this.storage.read(this.data.limits, this.data.known.map(({ name, query }) => ({ name, query }))); }

  send(entries) { this.report('shelf', { visit: this.visit, heard: this.heard, entries }); }

  take(answer) {
    this.holdPanel(false);
    const { add = [], words = [], fault = false } = answer;
    const refused = this.change((entries) => {
      const fresh = add.filter((entry) => !entries.some(({ name, query }) => name === entry.name && query === entry.query));
      const taken = fresh.find(({ name }) => entries.some((entry) => key(entry.name) === key(name)));
      if (taken) return `De naam ${quoted(taken.name)} staat al op de plank.`;
      if (entries.length + fresh.length > this.data.limits.scenarios) return this.fullWords();
      return [...entries, ...fresh];
    });
    if (refused) { this.send(this.read()); return; }
    this.say(words, fault);
    if (!fault && add.some(({ name }) => key(name) === key(this.field.value))) this.field.value = '';
  }

  // Applies a change to what the browser keeps now. A change that answers with a sentence is refused; true if so.
  change(changed) {
    const entries = this.read(), next = changed(entries);
    if (typeof next === 'string') { this.say([next, 'De plank is niet veranderd.'], true); this.draw(); return true; }
    if (!same(entries, next)) this.storage.write(next);
    this.draw();
    this.send(next);
    return false;
  }

  get field() { return this.find('[name="new-name"]'); }

  fullWords() { return `De plank is vol: er passen ${this.data.limits.scenarios} scenario's op. Verwijder er eerst een.`; }

  nameFault(name, entries) {
    const { limits } = this.data, clean = normal(name);
    if (!clean) return 'Een scenario heeft een naam nodig.';
    if ([...clean].length > limits.name) return `Die naam is te lang: ten hoogste ${limits.name} tekens.`;
    if (/[\p{C}\p{Zl}\p{Zp}]/u.test(clean)) return 'Die naam heeft tekens die niet te zien zijn.';
    if (limits.starts.includes(clean[0])) return `Een naam kan niet beginnen met ${[...limits.starts].join(' ')}: een rekenblad leest dat als formule.`;
    if (key(clean) === key(limits.reserved)) return `${quoted(limits.reserved)} is de naam van het pad waarmee u vergelijkt. Kies een andere.`;
    if (entries.some((entry) => key(entry.name) === key(clean))) return `De naam ${quoted(clean)} staat al op de plank. Kies een andere.`;
    return null;
  }

  // The name itself where it is free, else with a number: "voorstel (2)".
  freeName(name, entries, mark = '') {
    for (let count = 1; ; count += 1) {
      const end = mark ? ` (${mark}${count > 1 ? ` ${count}` : ''})` : count > 1 ? ` (${count})` : '';
      const tried = `${[...name].slice(0, this.data.limits.name - end.length).join('').trim()}${end}`;
      if (!entries.some((entry) => key(entry.name) === key(tried))) return tried;
    }
  }

  save() {
    const entries = this.read(), { value } = this.field;
    const fault = entries.length >= this.data.limits.scenarios ? this.fullWords() : this.nameFault(value, entries);
    this.field.setAttribute('aria-invalid', String(Boolean(fault)));
    if (fault) { this.say([fault], true); this.field.focus(); return; }
    this.holdPanel(true);
    this.ask('ask', { name: 'save', value: normal(value) });
  }

  // Python may hear of a save and of the step after it at once, and could then not tell them apart: until it has answered,
  // the panel takes no new step. A lost connection must not lock it, hence the timer.
  holdPanel(held) {
    clearTimeout(this.hold);
    const panel = document.querySelector(PANEL);
    if (panel) panel.inert = held;
    if (held) this.hold = setTimeout(() => this.holdPanel(false), 10_000);
  }

  open(entry) {
    this.ask('ask', { name: 'open', value: entry });
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    document.querySelector(PANEL)?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
  }

  rename(from, to) {
    const refused = this.change((entries) => {
      const others = entries.filter(({ name }) => name !== from), fault = this.nameFault(to, others);
      if (fault) return fault;
      if (others.length === entries.length) return `${quoted(from)} staat niet meer op de plank.`;
      this.renaming = null;
      return entries.map((entry) => (entry.name === from ? { ...entry, name: normal(to) } : entry));
    });
    if (refused) { this.find('[name="rename"]')?.focus(); return; }
    this.say(from === normal(to) ? [] : [`${quoted(from)} heet nu ${quoted(normal(to))}.`]);
    this.focusOn('rename', normal(to));
  }

  duplicate(from) {
    let made;
    const refused = this.change((entries) => {
      const at = entries.findIndex(({ name }) => name === from);
      if (at < 0) return `${quoted(from)} staat niet meer op de plank.`;
      if (entries.length >= this.data.limits.scenarios) return this.fullWords();
      made = { ...entries[at], name: this.freeName(from, entries, 'kopie') };
      return [...entries, made];
    });
    if (refused) return;
    this.say([`${quoted(made.name)} staat op de plank.`]);
    this.focusOn('rename', made.name);
  }

  remove(from) {
    const refused = this.change((entries) => {
      const at = entries.findIndex(({ name }) => name === from);
      if (at < 0) return `${quoted(from)} staat niet meer op de plank.`;
      this.removed.push({ entry: entries[at], at });
      return entries.filter((_, index) => index !== at);
    });
    if (refused) return;
    this.say([]);
    this.find('[data-act="restore"]').focus();
  }

  restore() {
    const { entry, at } = this.removed[this.removed.length - 1];
    let restored;
    const refused = this.change((entries) => {
      if (entries.length >= this.data.limits.scenarios) return this.fullWords();
      this.removed.pop();
      restored = { ...entry, name: this.freeName(entry.name, entries) };
      return [...entries.slice(0, at), restored, ...entries.slice(at)];
    });
    if (refused) return;
    this.say([`${quoted(restored.name)} staat weer op de plank.`]);
    this.focusOn('remove', restored.name);
  }

  upload(file) {
    const { fileBytes } = this.data.limits;
    if (file.size > fileBytes) {
      const size = (file.size / 1e6).toLocaleString('nl-NL', { maximumFractionDigits: 1 });
      this.say([`Het bestand is te groot: ${size} MB, ten hoogste ${fileBytes / 1e6} MB mag.`, 'De plank is niet veranderd.'], true);
      return;
    }
    const reader = new FileReader();
    reader.onload = () => this.ask('ask', { name: 'upload', value: reader.result.split(',')[1] ?? '' });
    reader.onerror = () => this.say([`Het bestand is niet te lezen (${reader.error.name}).`, 'De plank is niet veranderd.'], true);
    reader.readAsDataURL(file);
  }

  // The file is written by Python; right after a change its answer has still to come.
  download() {
    const { file, known } = this.data;
    if (!same(this.read(), known)) { this.downloading = true; return; }
    downloadText(file.name, file.text, 'application/json');
  }

  say(words, fault = false) {
    const place = this.find('.message');
    place.classList.toggle('fault', fault);
    place.setAttribute('role', fault ? 'alert' : 'status');
    const memory = this.storage.memory ? [`Let op: deze browser bewaart dit niet (${this.storage.whyMemory}). Het blijft tot u de pagina sluit; download het als bestand.`] : [];
    place.replaceChildren(...[...words, ...memory].map((sentence) => make('span', {}, sentence)));
  }

  focusOn(act, name) { this.find(`[data-act="${act}"][data-name="${CSS.escape(name)}"]`)?.focus(); }

  // Rows are made anew only when they change: a button that is replaced between press and release loses its click.
  drawRows(entries) {
    const { data } = this, shown = JSON.stringify([entries, data.known, data.styles, this.renaming]);
    if (shown === this.shown) return;
    this.shown = shown;
    const known = new Map(data.known.map((item) => [`${item.name}\n${item.query}`, item]));
    const focused = this.root.getRootNode().activeElement, { act, name } = focused?.dataset ?? {};
    const { value: typed, selectionStart, selectionEnd } = this.find('[name="rename"]') ?? {}, wasTyping = focused?.name === 'rename';
    this.find('.entries').replaceChildren(...entries.map((entry, place) => entryRow(entry, {
      style: data.styles[place],
      known: known.get(`${entry.name}\n${entry.query}`),
      renaming: this.renaming === entry.name,
    })));
    const input = this.find('[name="rename"]');
    if (input && typed !== undefined) { input.value = typed; input.setSelectionRange(selectionStart, selectionEnd); }
    if (wasTyping) input?.focus();
    else if (act && !focused.isConnected) this.focusOn(act, name);
  }

  draw() {
    const { data } = this, entries = this.read();
    this.drawRows(entries);
    for (const row of this.root.querySelectorAll('.entry')) row.querySelector('.tag').hidden = entries.find(({ name }) => name === row.dataset.entry)?.query !== data.current;
    this.find('.count').textContent = `${entries.length} van ${data.limits.scenarios} bewaard`;
    this.find('.empty').hidden = entries.length > 0;
    this.find('[data-act="download"]').disabled = entries.length === 0;
    const last = this.removed[this.removed.length - 1];
    this.find('.undo').hidden = !last;
    this.find('.undo span').textContent = last ? `${quoted(last.entry.name)} is verwijderd.` : '';
    this.find('.aside').hidden = this.storage.aside() === null;
    if (this.storage.memory && !this.find('.message').childElementCount) this.say([]);
  }

  listen() {
    const { root } = this;
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      if (event.target.classList.contains('save')) this.save();
      else this.rename(event.target.dataset.name, this.find('[name="rename"]').value);
    });
    root.addEventListener('click', (event) => {
      const { act, name } = event.target.closest('button')?.dataset ?? {};
      const entry = this.read().find((one) => one.name === name);
      if (act === 'open' && entry) this.open(entry);
      if (act === 'rename') { this.renaming = name; this.say([]); this.draw(); this.find('[name="rename"]')?.select(); }
      if (act === 'cancel') this.stopRenaming(name);
      if (act === 'duplicate') this.duplicate(name);
      if (act === 'remove') this.remove(name);
      if (act === 'restore') this.restore();
      if (act === 'download') this.download();
      if (act === 'aside-download') downloadText('onleesbaar.txt', this.storage.aside() ?? '', 'text/plain');
      if (act === 'aside-remove') { this.storage.removeAside(); this.draw(); }
    });
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && event.target.name === 'rename') this.stopRenaming(this.renaming);
    });
    root.addEventListener('change', (event) => {
      const { target } = event;
      if (target.name !== 'file' || !target.files.length) return;
      this.upload(target.files[0]);
      target.value = '';
    });
    // Another tab changed the shelf. A page that is gone hears it once more and stops listening.
    const otherTab = (event) => {
      if (!root.isConnected) { window.removeEventListener('storage', otherTab); return; }
      if (event.key !== STORED && event.key !== null) return;
      this.draw();
      this.send(this.read());
    };
    window.addEventListener('storage', otherTab);
  }

  stopRenaming(name) {
    this.renaming = null;
    this.say([]);
    this.draw();
    this.focusOn('rename', name);
  }
}

export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  parentElement.shelf ??= new Shelf(parentElement.querySelector('.plank'));
  parentElement.shelf.update(data, setStateValue, setTriggerValue);
}
