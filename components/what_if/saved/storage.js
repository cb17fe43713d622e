// What the browser keeps: a list of {name, query} in localStorage, read anew before each change, since another tab may have written.

export const STORED = 'schaalwijzer-jeugd.scenarios', ASIDE = 'schaalwijzer-jeugd.scenarios-onleesbaar', STORED_VERSION = 1;

export class ShelfStorage {
  constructor() {
    this.memory = null; // The list, where the browser refuses to keep it.
    this.whyMemory = '';
  }

  // Runs what needs localStorage; where the browser refuses, the list lives on in memory and the visitor hears why.
  tried(action, otherwise) {
    try { return action(); } catch (fault) {
      this.whyMemory = fault.name === 'QuotaExceededError' ? 'de ruimte van de browser is vol' : 'de browser staat het niet toe';
      return otherwise();
    }
  }

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
    }, () => { this.memory = known; return known; });
  }

  write(entries) {
    if (this.memory) { this.memory = entries; return; }
    this.tried(() => localStorage.setItem(STORED, JSON.stringify({ version: STORED_VERSION, entries })), () => { this.memory = entries; });
  }

  aside() { return this.tried(() => localStorage.getItem(ASIDE), () => null); }
  removeAside() { this.tried(() => localStorage.removeItem(ASIDE), () => null); }
}

// The entries of a stored text; null where it is not what this version writes.
function storedEntries(text, limits) {
  let stored;
  try { stored = JSON.parse(text); } catch { return null; } // The caller sets the text aside and says so.
  if (stored?.version !== STORED_VERSION || !Array.isArray(stored.entries) || stored.entries.length > limits.kept) return null;
  const sound = (part) => typeof part === 'string' && part.length <= limits.text && !/\p{Surrogate}/u.test(part);
  if (!stored.entries.every((entry) => entry && sound(entry.name) && sound(entry.query))) return null;
  return stored.entries.map(({ name, query }) => ({ name, query }));
}

export function downloadText(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type })), link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
