// What the browser keeps: a list of names and scenarios in localStorage, read anew before each change, since another tab may have
// written.

/**
 * Saved scenario: its name, the scenario as in the address, the visitor's note where there is one, and which of the lines in the chart is
 * its own as long as it is in the list.
 * @typedef {{ name: string, query: string, note?: string, style?: number }} Entry
 */
/** @typedef {{ kept: number, text: number }} StorageLimits Most entries, and the longest text in one. */

export const STORED = 'schaalwijzer-jeugd.scenarios';
export const STORED_VERSION = 1;
/** Where the browser keeps what it could not read. */
export const ASIDE = 'schaalwijzer-jeugd.scenarios-onleesbaar';

export class ScenarioStorage {
  /** @type {Entry[] | null} The list, where the browser refuses to keep it. */
  memory = null;
  whyMemory = '';

  /**
   * Runs what needs localStorage; where the browser refuses, the list lives on in memory and the visitor hears why.
   * @template Result
   * @param {() => Result} action
   * @param {() => Result} otherwise
   */
  tried(action, otherwise) {
    try { return action(); } catch (fault) {
      const isFull = fault instanceof Error && fault.name === 'QuotaExceededError';
      this.whyMemory = isFull ? 'de ruimte van de browser is vol' : 'de browser staat het niet toe';
      return otherwise();
    }
  }

  /**
   * The entries; what is no list of entries is set aside.
   * @param {StorageLimits} limits
   * @param {Entry[]} known the entries that Python knows, for a browser that keeps nothing
   * @returns {Entry[]}
   */
  read(limits, known) {
    if (this.memory) return this.memory;
    return this.tried(() => {
      const text = localStorage.getItem(STORED);
      if (text === null) return [];
      const entries = storedEntries(text, limits);
      if (entries) return entries;
      const before = localStorage.getItem(ASIDE);
      localStorage.setItem(ASIDE, before === null ? text : `${before}\n${text}`);
      localStorage.removeItem(STORED);
      return [];
    }, () => {
      this.memory = known;
      return known;
    });
  }

  /** @param {Entry[]} entries */
  write(entries) {
    if (this.memory) { this.memory = entries; return; }
    this.tried(() => localStorage.setItem(STORED, storedText(entries)), () => { this.memory = entries; });
  }

  /** Text that was set aside, or null. */
  aside() { return this.tried(() => localStorage.getItem(ASIDE), () => null); }

  removeAside() { this.tried(() => localStorage.removeItem(ASIDE), () => {}); }
}

/**
 * @param {Entry[]} entries
 */
export function storedText(entries) { return JSON.stringify({ version: STORED_VERSION, entries }); }

/**
 * The entries of a stored text; null where it is not what this version writes.
 * @param {string} text
 * @param {StorageLimits} limits
 * @returns {Entry[] | null}
 */
export function storedEntries(text, limits) {
  let stored;
  try { stored = JSON.parse(text); } catch { return null; } // The caller sets the text aside and says so.
  if (stored?.version !== STORED_VERSION || !Array.isArray(stored.entries) || stored.entries.length > limits.kept) return null;
  /** @type {unknown[]} */
  const listed = stored.entries;
  if (!listed.every((entry) => isEntry(entry, limits.text))) return null;
  return listed.map((entry) => (Number.isInteger(entry.style) ? { ...plainEntry(entry), style: entry.style } : plainEntry(entry)));
}

/**
 * The entries, each with a line of its own as far as there are lines: the one that it has, else the first that is free.
 * @param {Entry[]} entries
 * @param {number} lines
 * @returns {Entry[]}
 */
export function withStyles(entries, lines) {
  const taken = new Set(), free = Array.from({ length: lines }, (_, style) => style);
  const kept = entries.map(({ style }) => {
    if (style === undefined || style >= lines || style < 0 || taken.has(style)) return undefined;
    taken.add(style);
    return style;
  });
  return entries.map((entry, at) => {
    const style = kept[at] ?? free.find((line) => !taken.has(line));
    if (style === undefined) return plainEntry(entry);
    taken.add(style);
    return { ...plainEntry(entry), style };
  });
}

/**
 * An entry without a line, and without a note where that is empty.
 * @param {Entry} entry
 * @returns {Entry}
 */
export function plainEntry({ name, query, note }) { return note ? { name, query, note } : { name, query }; }

/**
 * @param {unknown} value
 * @param {number} longest
 * @returns {value is Entry}
 */
function isEntry(value, longest) {
  /** @param {unknown} part */
  const isSound = (part) => typeof part === 'string' && part.length <= longest && !/\p{Surrogate}/u.test(part);
  if (typeof value !== 'object' || value === null || !('name' in value && 'query' in value)) return false;
  return isSound(value.name) && isSound(value.query) && (!('note' in value) || isSound(value.note));
}
