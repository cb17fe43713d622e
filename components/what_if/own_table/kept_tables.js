// Own table in the browser: this tab's own, which comes back by itself, and the last one of all tabs, which stays until the visitor removes it.

import { OWN_TABLE } from '../../frame/step_tables.js';
import { KeptText, isText } from '../../look/kept_text.js';

/** @typedef {{ name: string, content: string }} KeptFile As a chosen file is sent: its name, and its bytes in base64. */

/**
 * `plan` marks the table, `query` is the scenario with it, `source` the scenario with the table of the source that it left, `assumptions` what
 * was assumed when it was read. `before` and `undone` are the scenarios to go back and forward to, the nearest one last.
 * @typedef {{ plan: string, name: string, files: KeptFile[], query: string, source: string, assumptions: string[], before: string[],
 *   undone: string[] }} KeptTable
 */

export const KEY = OWN_TABLE;
export const VERSION = 1;
/** Longer is no table that a page wrote, nor one that could be sent. */
export const LONGEST = 2_900_000;

const MOST_STEPS_BACK = 100;

/**
 * @param {unknown} value
 * @returns {value is KeptFile}
 */
const isFile = (value) => typeof value === 'object' && value !== null && 'name' in value && 'content' in value && isText(value.name) && isText(value.content);

/** @param {KeptTable} table */
export function tableText({ plan, name, files, query, source, assumptions, before, undone }) {
  return JSON.stringify({ version: VERSION, plan, name, files, query, source, assumptions, before, undone });
}

/**
 * Lists that an older page did not write are empty.
 * @param {unknown} value
 * @returns {string[] | null}
 */
const texts = (value) => (value === undefined ? [] : Array.isArray(value) && value.every(isText) ? value : null);

/**
 * Table of a stored text; null where it is not what this version writes. Whether it can be computed with, Python says.
 * @param {string} text
 * @returns {KeptTable | null}
 */
export function storedTable(text) {
  if (text.length > LONGEST) return null;
  let stored;
  try { stored = JSON.parse(text); } catch { return null; } // The caller says so.
  if (stored?.version !== VERSION || !['plan', 'name', 'query', 'source'].every((key) => isText(stored[key]))) return null;
  if (!Array.isArray(stored.files) || !stored.files.length || stored.files.length > 2 || !stored.files.every(isFile)) return null;
  const { plan, name, query, source } = stored, [assumptions, before, undone] = [stored.assumptions, stored.before, stored.undone].map(texts);
  if (!assumptions || !before || !undone) return null;
  const files = stored.files.map((/** @type {KeptFile} */ { name: file, content }) => ({ name: file, content }));
  return { plan, name, query, source, files, assumptions, before, undone };
}

/**
 * The table with the scenario that follows: a step back or forward where it is the one next to it, else a new step.
 * @param {KeptTable} table
 * @param {string} query
 * @returns {KeptTable}
 */
export function followed(table, query) {
  const { query: now, before, undone } = table;
  if (query === now) return table;
  if (query === before.at(-1)) return { ...table, query, before: before.slice(0, -1), undone: [...undone, now] };
  if (query === undone.at(-1)) return { ...table, query, before: [...before, now], undone: undone.slice(0, -1) };
  return { ...table, query, before: [...before, now].slice(-MOST_STEPS_BACK), undone: [] };
}

/** One of the two storages of the browser. */
export class TableStorage {
  /** @param {() => Storage} storage */
  constructor(storage) { this.kept = new KeptText(storage, KEY); }

  get refusal() { return this.kept.refusal; }

  /** @returns {{ table: KeptTable | null, isDamaged: boolean }} */
  read() {
    const text = this.kept.read(), table = text === null ? null : storedTable(text);
    return { table, isDamaged: text !== null && table === null };
  }

  /** @param {KeptTable} table */
  write(table) { this.kept.write(tableText(table)); }

  remove() { this.kept.remove(); }
}
