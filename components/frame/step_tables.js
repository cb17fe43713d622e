// Own tables that steps of storylines need, as the browser keeps them; in the form in which the what-if keeps one.

import { KeptText, isText, storedObject } from '../look/kept_text.js';

/** @typedef {{ query: string, table: string }} Asked Part of the address of the view here, and the own table that it needs: as kept.js writes it. */

export const TABLES = 'schaalwijzer-jeugd.tabellen-van-verhaallijnen';
/** Where the what-if keeps an own table: one of the tab, and one of the browser. */
export const OWN_TABLE = 'schaalwijzer-jeugd.eigen-tabel';
/** Event to which a page answers that shows what its address cannot say; its detail is an `Asked`. */
export const VIEW_ASKED = 'view-of-step-asked';
const VERSION = 1, MOST_TABLES = 12;
const kept = new KeptText(() => localStorage, TABLES), own = [() => sessionStorage, () => localStorage].map((storage) => new KeptText(storage, OWN_TABLE));

/**
 * Mark of the table that a step is of; empty where it names none.
 * @param {{ query: string }} step
 */
export const markOf = ({ query }) => new URLSearchParams(query).get('t') ?? '';

/** @returns {Record<string, string>} Tables by their mark. */
export function tablesOfSteps() {
  const stored = storedObject(kept.read(), VERSION)?.tables;
  return typeof stored === 'object' && stored !== null ? Object.fromEntries(Object.entries(stored).filter(([, text]) => isText(text))) : {};
}

/** @returns {Record<string, string>} All tables of this browser by their mark, also those that no step brought. */
export function tablesOfBrowser() {
  const used = own.flatMap((place) => {
    const text = place.read(), query = storedObject(text, VERSION)?.query;
    return text !== null && isText(query) ? [[markOf({ query }), text]] : [];
  });
  return { ...Object.fromEntries(used), ...tablesOfSteps() };
}

/**
 * Keeps a table; why it is not kept, or empty. Of too many, those go that no storyline needs, the oldest first.
 * @param {string} mark
 * @param {string} text
 * @param {Iterable<string>} needed marks of the tables that storylines need
 */
export function keepTable(mark, text, needed) {
  const before = Object.entries(tablesOfSteps()).filter(([known]) => known !== mark), used = new Set(needed);
  const loose = before.filter(([known]) => !used.has(known)).slice(0, Math.max(0, before.length + 1 - MOST_TABLES));
  kept.write(JSON.stringify({ version: VERSION, tables: Object.fromEntries([...before.filter((entry) => !loose.includes(entry)), [mark, text]]) }));
  return kept.refusal;
}
