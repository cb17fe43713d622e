// Own table in the browser: this tab's own, which comes back by itself, and the last one of all tabs, which stays until the visitor removes it.

/** @typedef {{ name: string, content: string }} KeptFile As a chosen file is sent: its name, and its bytes in base64. */

/**
 * `plan` marks the table, `query` is the scenario with it, `source` the scenario with the table of the source that it left.
 * @typedef {{ plan: string, name: string, files: KeptFile[], query: string, source: string }} KeptTable
 */

export const KEY = 'schaalwijzer-jeugd.eigen-tabel', VERSION = 1;
/** Longer is no table that a page wrote, nor one that could be sent. */
export const LONGEST = 2_900_000;

/**
 * @param {unknown} value
 * @returns {value is string}
 */
const isText = (value) => typeof value === 'string' && !/\p{Surrogate}/u.test(value);

/**
 * @param {unknown} value
 * @returns {value is KeptFile}
 */
const isFile = (value) => typeof value === 'object' && value !== null && 'name' in value && 'content' in value && isText(value.name) && isText(value.content);

/** @param {KeptTable} table */
export function tableText({ plan, name, files, query, source }) { return JSON.stringify({ version: VERSION, plan, name, files, query, source }); }

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
  const { plan, name, query, source } = stored;
  return { plan, name, query, source, files: stored.files.map((/** @type {KeptFile} */ { name: file, content }) => ({ name: file, content })) };
}

const BLOCKED = 'de browser staat het niet toe';

/** One of the two storages of the browser; a refusal is told, not thrown. */
export class TableStorage {
  /** Why the browser keeps nothing, or did not keep the last thing that was written. */
  refusal = '';

  /** @param {() => Storage} storage a function, for a browser may refuse even the asking */
  constructor(storage) { this.storage = storage; }

  /** @returns {{ table: KeptTable | null, isDamaged: boolean }} */
  read() {
    let text = null;
    try { text = this.storage().getItem(KEY); } catch {
      this.refusal = BLOCKED;
      return { table: null, isDamaged: false };
    }
    const table = text === null ? null : storedTable(text);
    return { table, isDamaged: text !== null && table === null };
  }

  /** @param {KeptTable} table */
  write(table) {
    try {
      this.storage().setItem(KEY, tableText(table));
      this.refusal = '';
    } catch (fault) {
      this.refusal = fault instanceof Error && fault.name === 'QuotaExceededError' ? 'de ruimte van de browser is vol' : BLOCKED;
    }
  }

  remove() { try { this.storage().removeItem(KEY); } catch { /* A browser that refuses this has kept nothing. */ } }
}
