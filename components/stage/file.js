// A storyline as a file: JSON that people can read, send, and make by hand. docs/verhaallijnen.md describes it.

import { fileName } from '../look/file_name.js';
import { StoryError, checked, shown } from './checks.js';

/** @typedef {import('./checks.js').Story} Story */
/** @typedef {{ mark: string, name: string, text: string }} OwnTable Its mark in an address, its name, and itself as the what-if keeps it. */
/** @typedef {import('./checks.js').Read & { tables: OwnTable[] }} ReadFile */

export const KIND = 'Schaalwijzer Jeugd: verhaallijn';
export const FILE_VERSION = 1;
export const MOST_FILE_BYTES = 4_000_000;
/** Address of Start, which has none. */
const START = 'start';
const EXPLANATION = 'Open dit bestand op de pagina Presenteren. Een weergave is het adres van een pagina van de app, zonder de naam van de site. '
  + 'Een lege titel of zin is die van de weergave zelf.';
const FILE_KEYS = ['soort', 'versie', 'uitleg', 'titel', 'stappen', 'tabellen'], STEP_KEYS = ['weergave', 'titel', 'zin', 'notitie'];

/**
 * @param {Story} story
 * @param {OwnTable[]} tables that its steps need
 */
export function fileText({ title, steps }, tables) {
  return `${JSON.stringify({
    soort: KIND,
    versie: FILE_VERSION,
    uitleg: EXPLANATION,
    titel: title,
    stappen: steps.map((step) => ({
      weergave: [step.page || START, step.query].filter(Boolean).join('?'), titel: step.title, zin: step.sentence, notitie: step.note,
    })),
    ...(tables.length ? { tabellen: Object.fromEntries(tables.map(({ mark, text }) => [mark, JSON.parse(text)])) } : {}),
  }, null, 2)}\n`;
}

/**
 * What and when.
 * @param {string} title
 * @param {Date} now
 */
export const storyFileName = (title, now) => fileName(`presenteren-verhaallijn-${title}`, 'json', now);

/**
 * Table that the what-if keeps as this text; null where it is none.
 * @param {string} mark
 * @param {string} text
 * @returns {OwnTable | null}
 */
export function ownTable(mark, text) {
  try {
    const held = JSON.parse(text);
    return /^[0-9a-f]{6}$/.test(mark) && typeof held?.name === 'string' && Array.isArray(held.files) ? { mark, name: held.name, text } : null;
  } catch { return null; } // The caller says that the table is missing.
}

/**
 * Storyline of the text of a file, with the tables in it.
 * @param {string} text
 * @param {import('./checks.js').Pages} pages
 * @returns {ReadFile}
 * @throws {StoryError}
 */
export function storyOfFile(text, pages) {
  const held = parsed(text);
  if (typeof held !== 'object' || held === null || held.soort !== KIND) {
    throw new StoryError([`Dit is geen bestand met een verhaallijn van deze app: er staat geen soort “${KIND}”.`]);
  }
  if (held.versie !== FILE_VERSION) {
    throw new StoryError([`Het bestand is van een andere versie: het noemt versie ${shown(held.versie)}, deze app leest versie ${FILE_VERSION}.`]);
  }
  const faults = keyFaults(held, FILE_KEYS, 'Het bestand'), { titel = '', stappen = [], tabellen = {} } = held;
  if (!Array.isArray(stappen)) throw new StoryError([...faults, 'Onder stappen hoort een lijst te staan.']);
  const rows = stappen.map((step, at) => {
    if (typeof step !== 'object' || step === null || Array.isArray(step)) { faults.push(`Stap ${at + 1} is geen blok met een weergave.`); return null; }
    faults.push(...keyFaults(step, STEP_KEYS, `Stap ${at + 1}`));
    const place = typeof step.weergave === 'string' ? /^([^?/:.]*)(?:\?([^]*))?$/.exec(step.weergave.trim()) : null;
    if (!place) faults.push(`Stap ${at + 1}: de weergave ${shown(step.weergave)} kan niet. Zij begint met een pagina, zoals kaart?taak=vb.`);
    const [, page = '', query = ''] = place ?? [];
    return { page: page === START ? '' : page, query, title: step.titel ?? '', sentence: step.zin ?? '', note: step.notitie ?? '' };
  });
  const tables = tablesOf(tabellen, faults);
  if (faults.length) throw new StoryError(faults);
  return { ...checked(titel, rows.filter((row) => row !== null), pages), tables };
}

/**
 * @param {unknown} held
 * @param {string[]} faults gets what is wrong
 */
function tablesOf(held, faults) {
  if (typeof held !== 'object' || held === null || Array.isArray(held)) {
    faults.push(`Onder tabellen hoort een blok te staan, en er staat ${shown(held)}.`);
    return [];
  }
  return Object.entries(held).flatMap(([mark, value]) => {
    const table = ownTable(mark, JSON.stringify(value));
    if (!table) faults.push(`De tabel ${shown(mark)} is geen eigen tabel zoals de app die bewaart.`);
    return table ? [table] : [];
  });
}

/** @param {string} text */
function parsed(text) {
  if (!text.trim()) throw new StoryError(['Het bestand is leeg.']);
  try { return JSON.parse(text.replace(/^\uFEFF/, '')); } catch (fault) {
    throw new StoryError([`Het bestand is geen goede JSON${placeOf(fault instanceof Error ? fault.message : '', text)}.`]);
  }
}

/**
 * Where a browser says that it went wrong, each in its own way; empty where it does not.
 * @param {string} message
 * @param {string} text
 */
function placeOf(message, text) {
  const lines = /line (\d+) column (\d+)/.exec(message), position = /position (\d+)/.exec(message);
  if (lines) return `: op regel ${lines[1]}, teken ${lines[2]} gaat het mis`;
  if (!position) return '';
  const before = text.slice(0, Number(position[1])).split('\n');
  return `: op regel ${before.length}, teken ${(before.at(-1) ?? '').length + 1} gaat het mis`;
}

/**
 * @param {object} block
 * @param {string[]} allowed
 * @param {string} which
 */
function keyFaults(block, allowed, which) {
  const unknown = Object.keys(block).filter((key) => !allowed.includes(key));
  return unknown.length ? [`${which} heeft een onbekend veld: ${unknown.slice(0, 5).map(shown).join(', ')}. Bekend zijn ${allowed.join(', ')}.`] : [];
}
