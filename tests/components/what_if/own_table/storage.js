// A storage of the browser that a test can look into.

/**
 * @param {Map<string, string>} kept
 * @param {string | null} [refusal] name of the error with which the browser refuses to write
 */
export function storageIn(kept, refusal = null) {
  return () => /** @type {Storage} */ (/** @type {unknown} */ ({
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => {
      if (refusal) throw new DOMException('refused', refusal);
      kept.set(key, text);
    },
    removeItem: (/** @type {string} */ key) => kept.delete(key),
  }));
}
