// One text that the browser keeps under a key; a refusal is told, not thrown.

const BLOCKED = 'de browser staat het niet toe';

export class KeptText {
  /** Why the browser keeps nothing, or did not keep the last thing that was written. */
  refusal = '';

  /**
   * @param {() => Storage} storage a function, for a browser may refuse even the asking
   * @param {string} key
   */
  constructor(storage, key) {
    this.storage = storage;
    this.key = key;
  }

  /** @returns {string | null} */
  read() {
    try { return this.storage().getItem(this.key); } catch {
      this.refusal = BLOCKED;
      return null;
    }
  }

  /** @param {string} text */
  write(text) {
    try {
      this.storage().setItem(this.key, text);
      this.refusal = '';
    } catch (fault) {
      this.refusal = fault instanceof Error && fault.name === 'QuotaExceededError' ? 'de ruimte van de browser is vol' : BLOCKED;
    }
  }

  remove() { try { this.storage().removeItem(this.key); } catch { /* A browser that refuses this has kept nothing. */ } }
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
export const isText = (value) => typeof value === 'string' && !/\p{Surrogate}/u.test(value);

/**
 * Object that a text stands for; null where it is none of this version.
 * @param {string | null} text
 * @param {number} version
 * @returns {Record<string, any> | null}
 */
export function storedObject(text, version) {
  if (text === null) return null;
  try {
    const stored = JSON.parse(text);
    return stored?.version === version ? stored : null;
  } catch { return null; } // The caller says so where it matters.
}
