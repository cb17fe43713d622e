// Keeps the own table and its scenario in the browser, and hands them back to a server that does not know them.

import { isOnStage } from '../../frame/stage_address.js';
import { VIEW_ASKED, tablesOfSteps } from '../../frame/step_tables.js';
import { ADDRESS_ASKED } from '../../look/address.js';
import { onePerRoot } from '../../look/component.js';
import { find, h } from '../../look/dom.js';
import { whileMounted } from '../../look/while_mounted.js';
import { isHall } from '../../look/windows.js';
import { takeOffers } from '../exchange.js';
import { arrive } from './arrival.js';
import { Drafts } from './drafts.js';
import { Forms } from './forms.js';
import { KEY, TableStorage, followed, storedTable, tableText } from './kept_tables.js';

/** @typedef {import('./kept_tables.js').KeptTable} KeptTable */

/**
 * As kept.py sends it. `visit` is another one after a reload or a restart; `isDecided`: this visit has an own table, or has left it; `used` marks the last
 * step that took one into use; `wanted` is the mark of a table that a link asks for, with its scenario; `notHeld` says that no link holds the table in use.
 * @typedef {{
 *   visit: number, inUse: Omit<KeptTable, 'before' | 'undone'> | null, isDecided: boolean, fault: string, used: string,
 *   wanted: [string, string] | null, notHeld: string,
 * }} KeptData
 */
/** @typedef {import('../../look/component.js').ComponentArguments<KeptData>} KeptComponent */

const LONGEST_WAIT_MS = 10_000;
const HIDE_FIGURES = ':is(.st-key-what_if_panel, .st-key-what_if_stage, .st-key-stage_words, .st-key-exhibit_drawing) { visibility: hidden; }';

/** @param {string} name */
const quoted = (name) => `“${name}”`;

class Kept {
  here = new TableStorage(() => sessionStorage);
  everywhere = new TableStorage(() => localStorage);
  drafts = new Drafts();
  forms = new Forms();
  /** @type {KeptTable | null} As it was written last. */
  written = null;
  /** @type {number | null} */
  visit = null;
  /** @type {KeptData | null} */
  data = null;
  /** @type {number | null} Visit that has the draft of this tab. */
  broughtTo = null;
  note = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  waiting = undefined;
  /** Scenario in the panel, as a link holds it. */
  current = '';
  /** Scenario for which a table was looked for last. */
  sought = '';
  /** @type {string | null} Table that came for a step of a storyline: it takes the place of no other that the browser keeps. */
  lent = null;
  /** No figures of another table while the own one is on its way. */
  cover = h('style', {}, HIDE_FIGURES);

  /** @param {KeptComponent} component */
  constructor({ parentElement, setTriggerValue }) {
    this.root = find(parentElement, '.kept');
    this.said = find(this.root, '.said');
    this.acts = { use: find(this.root, '[data-act="use"]'), remove: find(this.root, '[data-act="remove"]') };
    this.wish = setTriggerValue;
    this.acts.use.addEventListener('click', () => {
      const { table } = this.everywhere.read();
      if (table) this.restore(table);
    });
    this.acts.remove.addEventListener('click', () => this.remove());
    takeOffers(document, this.root, 'scenario', /** @param {string} query */ (query) => {
      this.current = query;
      this.follow(query);
    });
    whileMounted(document, this.root, VIEW_ASKED, (event) => this.tellView(/** @type {CustomEvent} */ (event).detail));
    whileMounted(document, this.root, ADDRESS_ASKED, (event) => {
      if (this.data?.inUse) /** @type {CustomEvent<import('../../look/address.js').AddressAsked>} */ (event).detail.notHeld = this.data.notHeld;
    });
    whileMounted(globalThis, this.root, 'storage', (event) => {
      const { key, storageArea } = /** @type {StorageEvent} */ (event);
      if (storageArea === localStorage && (key === KEY || key === null)) this.draw();
    });
  }

  /** @param {KeptComponent} component */
  update({ data, setTriggerValue }) {
    this.wish = setTriggerValue;
    this.data = data;
    const isNew = data.visit !== this.visit, { table } = this.here.read(), lent = this.wantedTable(data.wanted);
    this.visit = data.visit;
    if (lent) { this.restore(lent); return; }
    if (data.inUse) this.keep(data.inUse, table);
    else if (data.isDecided) this.here.remove();
    else if (isNew && table) { this.restore(table); return; }
    if (data.inUse || data.isDecided) this.uncover();
    if (!data.inUse) this.written = null;
    this.draw();
    arrive('result', data.used, () => document.querySelector(`.st-key-own_table_in_use_${data.used.split('.').at(-1)}`));
    this.bringDraft(data.visit);
  }

  /**
   * What this tab typed or opened in a visit before this one, once its table is back.
   * @param {number} visit
   */
  bringDraft(visit) {
    const draft = this.broughtTo === visit ? null : this.drafts.read();
    this.broughtTo = visit;
    if (draft && draft.visit !== visit) this.wish('wish', { name: 'draft', draft, visit });
  }

  /**
   * @param {Omit<KeptTable, 'before' | 'undone'>} inUse
   * @param {KeptTable | null} before what this tab had
   */
  keep(inUse, before) {
    const isSame = this.written?.plan === inUse.plan, own = isSame ? this.written : before?.plan === inUse.plan ? before : null;
    const steps = { before: own?.before ?? [], undone: own?.undone ?? [] };
    this.written = { ...inUse, ...steps, query: isSame && this.written ? this.written.query : inUse.query };
    this.here.write(this.written);
    // A table that comes back leaves alone what another tab keeps, or removed; one that is new takes its place.
    const { table } = this.everywhere.read(), isNew = !isSame && before?.plan !== inUse.plan;
    if ((isNew && inUse.plan !== this.lent) || table?.plan === inUse.plan) this.everywhere.write(this.written);
    if (!isSame) {
      const takesItsPlace = isNew && inUse.plan !== this.lent && table && table.plan !== inUse.plan;
      this.note = takesItsPlace ? ` Hij vervangt de tabel ${quoted(table.name)}, die de browser eerst bewaarde.` : '';
    }
  }

  /**
   * Table for a scenario that a link asks for, with that scenario: of this browser, or of a storyline; null where there is none, or it was sought before.
   * @param {KeptData['wanted']} wanted
   * @returns {KeptTable | null}
   */
  wantedTable(wanted) {
    const sought = wanted?.[1] ?? '';
    if (sought === this.sought) return null;
    this.sought = sought;
    if (!wanted) return null;
    const [mark, query] = wanted, own = [this.here, this.everywhere].map((storage) => storage.read().table);
    const found = own.find((table) => table && tableMark(table.query) === mark) ?? storedTable(tablesOfSteps()[mark] ?? '');
    if (found && !own.includes(found)) this.lent = found.plan;
    return found ? { ...found, query, before: [], undone: [] } : null;
  }

  /**
   * What a step of a storyline needs of this view: the scenario in its address, also the plain one, and the own table that it is of.
   * @param {import('../../frame/step_tables.js').Asked} asked
   */
  tellView(asked) {
    if (!this.current) return;
    // Keys of a scenario are letters; words are those of the page.
    const rest = [...new URLSearchParams(asked.query)].filter(([key]) => key.length > 1);
    asked.query = [this.current, new URLSearchParams(rest).toString()].filter(Boolean).join('&');
    if (this.data?.inUse && this.written) asked.table = tableText(this.written);
  }

  /**
   * The scenario in the panel, kept with its table.
   * @param {string} query
   */
  follow(query) {
    const { written } = this;
    if (!written || query === written.query || tableMark(query) !== tableMark(written.query)) return;
    this.written = followed(written, query);
    this.here.write(this.written);
    if (this.everywhere.read().table?.plan === written.plan) this.everywhere.write(this.written);
    this.draw();
  }

  /** @param {KeptTable} table */
  restore(table) {
    this.root.hidden = isOnStage(location.search);
    this.root.classList.remove('fault', 'quiet');
    this.said.textContent = `Uw eigen tabel ${quoted(table.name)} wordt teruggezet …`;
    this.acts.use.hidden = this.acts.remove.hidden = true;
    document.head.append(this.cover);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.uncover(), LONGEST_WAIT_MS);
    this.wish('wish', { name: 'restore', table, visit: this.visit });
  }

  uncover() {
    clearTimeout(this.waiting);
    this.cover.remove();
  }

  remove() {
    this.here.remove();
    this.everywhere.remove();
    this.drafts.remove();
    this.forms.remove();
    this.written = null;
    this.note = '';
    if (this.data?.inUse || this.data?.fault) this.wish('wish', { name: 'forget', visit: this.visit });
    else this.draw();
  }

  draw() {
    const { data, acts, root } = this, kept = this.everywhere.read();
    if (!data) return;
    if (isOnStage(location.search)) { this.drawOnStage(data.fault); return; }
    const isOffered = !data.inUse && kept.table !== null, isDamaged = !data.inUse && (kept.isDamaged || this.here.read().isDamaged);
    root.hidden = !(data.inUse || isOffered || isDamaged || data.fault);
    root.classList.toggle('fault', Boolean(data.fault || isDamaged));
    root.classList.toggle('quiet', Boolean(data.inUse && !data.fault));
    acts.use.hidden = !isOffered;
    acts.remove.hidden = root.hidden;
    acts.remove.textContent = data.inUse ? 'Verwijder uit browser en server' : 'Verwijder uit deze browser';
    const text = [data.fault, isDamaged ? 'Wat deze browser als eigen tabel bewaarde, is onleesbaar en wordt niet gebruikt.' : '',
      data.inUse ? this.whereKept() : isOffered ? `Deze browser bewaart uw eigen tabel ${quoted(kept.table?.name ?? '')}.` : ''].filter(Boolean).join(' ');
    if (this.said.textContent !== text) this.said.textContent = text;
  }

  /**
   * A hall has no use for what the browser keeps, and nothing to remove: who presents hears what went wrong, and no more.
   * @param {string} fault
   */
  drawOnStage(fault) {
    const { acts, root } = this;
    root.hidden = !fault || isHall();
    root.classList.add('fault');
    acts.use.hidden = acts.remove.hidden = true;
    this.said.textContent = fault;
  }

  whereKept() {
    const { here, everywhere, note, written } = this, { table } = everywhere.read(), refusal = here.refusal || everywhere.refusal;
    if (here.refusal) return `Let op: deze browser bewaart uw eigen tabel niet (${refusal}). Na verversen of een storing is hij weg: bewaar hem als bestand.`;
    const back = 'Uw eigen tabel en uw schuiven staan in deze browser: na verversen, of na een storing van de server, komen ze in dit tabblad vanzelf terug.';
    if (refusal) return `${back} Let op: als u dit tabblad sluit is de tabel weg (${refusal}). Bewaar hem als bestand.`;
    const last = 'Sluit u dit tabblad, dan is hij weg, tenzij u hem als bestand bewaart.';
    if (!table) return `${back} In een ander tabblad is de tabel verwijderd: alleen dit tabblad bewaart hem nog. ${last}`;
    if (table.plan !== written?.plan) {
      return `${back} Een ander tabblad rekent met de tabel ${quoted(table.name)}, en die biedt de browser nu aan in nieuwe tabbladen. ` +
        `Dit tabblad houdt zijn eigen tabel. ${last}`;
    }
    const kept = this.forms.all().length ? 'De tabel en uw keuzes bij het lezen blijven bewaard tot u ze verwijdert.'
      : 'De tabel blijft bewaard tot u hem verwijdert.';
    return `${back} ${kept}${note}`;
  }
}

/**
 * Mark of the table in the query of a scenario.
 * @param {string} query
 */
function tableMark(query) { return new URLSearchParams(query).get('t'); }

const keptOf = onePerRoot(/** @param {KeptComponent} component */ (component) => new Kept(component));

/** @param {KeptComponent} component */
export default function (component) { keptOf(component).update(component); }
