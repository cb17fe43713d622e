// Storylines of the visitor's own, which the browser keeps. Every part of a page that shows or adds to them has a text of its own in the browser:
// what one changes, the others hear as an event over the document, and other windows by the browser itself.

import { KeptText, isText, storedObject } from '../look/kept_text.js';
import { whileMounted } from '../look/while_mounted.js';
import { VIEW_ASKED, keepTable, markOf } from './step_tables.js';

/** @typedef {{ page: string, query: string, title: string, sentence: string, note: string }} Step As Step of model/stage/storyline.py. */
/** @typedef {{ id: string, title: string, changed: number, steps: Step[] }} OwnStoryline `changed` in milliseconds, as Date.now() gives it. */

export const KEY = 'schaalwijzer-jeugd.verhaallijnen';
export const VERSION = 1;
/** Where the browser keeps what it could not read. */
export const ASIDE = 'schaalwijzer-jeugd.verhaallijnen-onleesbaar';
/** Most storylines, most steps in one, and the longest texts, in characters. Python holds to the same: model/stage/steps.py. */
export const LIMITS = { storylines: 20, steps: 60, title: 160, sentence: 400, note: 2000, query: 4000 };
/** What an address says of its way of showing, or of the visitor: no part of a step. */
export const NOT_OF_A_STEP = ['regio', 'presentatie', 'stap', 'zaal', 'embed', 'verhaal'];
/** What the address of a storyline in the browser begins with. */
export const OWN = 'eigen-';

/** Page of the storylines. */
const PAGE = 'presenteren';
const CHANGED = 'own-storylines-changed', WANTED = 'own-storylines-wanted';
const FIRST_TITLE = 'Nieuwe verhaallijn', ID_SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The list as one window knows it, where the browser refuses to keep it. */
class Memory {
  /** @type {OwnStoryline[] | null} */
  list = null;
  refusal = '';
  isListening = false;

  // For as long as the tab lives: what is only here must not go with the part that made it.
  listen() {
    if (this.isListening) return;
    this.isListening = true;
    document.addEventListener(CHANGED, (event) => Object.assign(this, /** @type {CustomEvent} */ (event).detail));
    /** @type {{ list: OwnStoryline[] | null, refusal: string }} */
    const detail = { list: null, refusal: '' };
    document.dispatchEvent(new CustomEvent(WANTED, { detail }));
    Object.assign(this, detail);
    document.addEventListener(WANTED, (event) => {
      if (this.list) Object.assign(/** @type {CustomEvent} */ (event).detail, { list: this.list, refusal: this.refusal });
    });
  }
}

const memory = new Memory(), kept = new KeptText(() => localStorage, KEY), aside = new KeptText(() => localStorage, ASIDE);

/** Why the browser keeps nothing; empty where it does. */
export const refusal = () => memory.refusal;

/**
 * All storylines of the browser; what it keeps is read anew, for another window may have written.
 * @returns {OwnStoryline[]}
 */
export function ownStorylines() {
  memory.listen();
  if (memory.list) return memory.list;
  const text = kept.read();
  if (text === null) return [];
  const list = storedList(text);
  if (list) return list;
  const before = aside.read();
  aside.write(before === null ? text : `${before}\n${text}`);
  if (aside.refusal === '') kept.remove();
  return [];
}

/** @param {string} id */
export const ownStoryline = (id) => ownStorylines().find((storyline) => storyline.id === id) ?? null;

/**
 * What was kept and cannot be read: null where there is none of it.
 */
export const setAside = () => aside.read();
export const removeAside = () => aside.remove();

/**
 * Keeps these storylines, and tells it to all parts of this window; where the browser refuses, they live on in the window.
 * @param {OwnStoryline[]} list
 */
export function keepStorylines(list) {
  memory.listen();
  kept.write(JSON.stringify({ version: VERSION, storylines: list }));
  const detail = { list: kept.refusal ? list : null, refusal: kept.refusal };
  document.dispatchEvent(new CustomEvent(CHANGED, { detail }));
}

/**
 * Keeps a storyline in the place of the one with its id, or as the last; null where there is no room, else its list.
 * @param {OwnStoryline} storyline
 */
export function keepStoryline(storyline) {
  const list = ownStorylines(), at = list.findIndex(({ id }) => id === storyline.id);
  if (at < 0 && list.length >= LIMITS.storylines) return null;
  const next = at < 0 ? [...list, storyline] : list.with(at, storyline);
  keepStorylines(next);
  return next;
}

/**
 * Hears of every change, in this window or another, while `root` stands in the page.
 * @param {{ readonly isConnected: boolean }} root
 * @param {() => void} hear
 */
export function hearOwnStorylines(root, hear) {
  memory.listen();
  whileMounted(document, root, CHANGED, hear);
  whileMounted(globalThis, root, 'storage', (event) => {
    const { key } = /** @type {StorageEvent} */ (event);
    if (key === KEY || key === null) hear();
  });
}

/**
 * Adds a step to the storyline that was worked on last, or to a new one; what came of it, as a sentence. The view is that of the page here, unless
 * `step` has another: what its address cannot say, a page that shows an own table adds.
 * @param {Partial<Step> & { page: string }} step
 * @returns {{ words: string, isFault: boolean, id: string | null }}
 */
export function addStep({ page, query = '', title = '', sentence = '', note = '' }) {
  if (page === PAGE) return { words: 'De pagina Presenteren zelf kan geen stap zijn.', isFault: true, id: null };
  /** @type {import('./step_tables.js').Asked} */
  const asked = { query: stepQuery(page, query), table: '' };
  document.dispatchEvent(new CustomEvent(VIEW_ASKED, { detail: asked }));
  const step = fitted({ page, query: asked.query, title, sentence, note }), list = ownStorylines();
  const last = list.reduce((/** @type {OwnStoryline | null} */ found, one) => (found && found.changed >= one.changed ? found : one), null);
  if (last && last.steps.length >= LIMITS.steps) {
    return { words: `“${last.title}” is vol: er passen ${LIMITS.steps} stappen in. Haal er bij Presenteren een weg.`, isFault: true, id: last.id };
  }
  if (step.query.length > LIMITS.query) return { words: 'Deze weergave is niet toegevoegd: haar adres is te lang voor een stap.', isFault: true, id: null };
  if (asked.table) keepTable(markOf(step), asked.table, neededMarks());
  const storyline = last ?? { id: newId(), title: FIRST_TITLE, changed: 0, steps: [] };
  const next = { ...storyline, changed: Date.now(), steps: [...storyline.steps, step] };
  keepStoryline(next);
  const where = `stap ${next.steps.length} van “${next.title}”`, why = refusal();
  const made = last ? `Toegevoegd als ${where}.` : `Toegevoegd als ${where}. Die staat bij Presenteren.`;
  const warning = ` Let op: de browser bewaart dit niet (${why}). Het blijft tot u dit tabblad sluit; bewaar het bij Presenteren als bestand.`;
  const isMineLeftOut = page !== 'regio' && new URLSearchParams(query).has('regio');
  const follows = isMineLeftOut ? ' Uw regio gaat niet mee: de stap volgt de regio van wie presenteert.' : '';
  return { words: `${made}${follows}${why && warning}`, isFault: false, id: next.id };
}

/**
 * Part of an address that a step on a page holds: without what is said of the visitor, except that the page about the visitor's own region stays
 * about that region.
 * @param {string} page
 * @param {string} search with or without its question mark
 */
export function stepQuery(page, search) {
  const query = new URLSearchParams(search), mine = query.get('regio');
  for (const key of NOT_OF_A_STEP) query.delete(key);
  if (page === 'regio' && mine && !query.has('bekijk')) query.set('bekijk', mine);
  return query.toString().replaceAll('%7E', '~');
}

/** Marks of the own tables that any storyline needs. */
export const neededMarks = () => ownStorylines().flatMap(({ steps }) => steps.map(markOf));

/** Name of a storyline in an address; chance, for who opens one from a file may have others. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => ID_SIGNS[byte % ID_SIGNS.length]).join('');
}

/**
 * A step whose texts are no longer than they may be, and empty where nobody would see one.
 * @param {Step} step
 * @returns {Step}
 */
export function fitted({ page, query, title, sentence, note }) {
  /** @param {string} text @param {number} longest */
  const worded = (text, longest) => (text.trim() ? cut(text, longest) : '');
  return { page, query, title: worded(title, LIMITS.title), sentence: worded(sentence, LIMITS.sentence), note: worded(note, LIMITS.note) };
}

/**
 * @param {string} text
 * @param {number} longest
 */
export const cut = (text, longest) => text.slice(0, longest).replaceAll(/\p{Surrogate}/gu, '');

/**
 * As much of a text as fits, to the end of a word where there is one.
 * @param {string} text
 * @param {number} longest
 */
export function cutAtWord(text, longest) {
  const fits = cut(text, longest), end = fits.search(/\s\S*$/);
  return (text.length <= longest || /\s/.test(text[longest]) || end < 1 ? fits : fits.slice(0, end)).trimEnd();
}

/**
 * Storylines of a stored text; null where it is not what this version writes.
 * @param {string} text
 * @returns {OwnStoryline[] | null}
 */
export function storedList(text) {
  const listed = storedObject(text, VERSION)?.storylines;
  if (!Array.isArray(listed) || listed.length > LIMITS.storylines || !listed.every(isStoryline)) return null;
  return new Set(listed.map(({ id }) => id)).size === listed.length ? listed.map(plain) : null;
}

/** @param {OwnStoryline} storyline */
const plain = ({ id, title, changed, steps }) => ({ id, title, changed, steps: steps.map(fitted) });

/**
 * @param {any} value
 * @returns {value is OwnStoryline}
 */
function isStoryline(value) {
  return typeof value === 'object' && value !== null && isText(value.id) && /^[a-z0-9]{1,16}$/.test(value.id) && isShort(value.title, LIMITS.title)
    && Number.isFinite(value.changed) && Array.isArray(value.steps) && value.steps.length <= LIMITS.steps && value.steps.every(isStep);
}

/** @param {any} value */
function isStep(value) {
  return typeof value === 'object' && value !== null && isShort(value.page, 40) && isShort(value.query, LIMITS.query) && isShort(value.title, LIMITS.title)
    && isShort(value.sentence, LIMITS.sentence) && isShort(value.note, LIMITS.note);
}

/**
 * @param {unknown} value
 * @param {number} longest
 */
const isShort = (value, longest) => isText(value) && value.length <= longest;
