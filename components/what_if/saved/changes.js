// Changes of the list of saved scenarios. Each gives the new list, or in a sentence why it is refused.

import { freeName, isSameName, nameFault, normalName, normalNote, noteFault, quoted } from './names.js';
import { plainEntry } from './storage.js';

/** @typedef {import('./storage.js').Entry} Entry */
/** @typedef {import('./names.js').NameLimits} NameLimits */

/**
 * Whether two lists hold the same scenarios under the same names, with the same notes, in the same order.
 * @param {Entry[]} list
 * @param {Entry[]} other
 */
export function isSameList(list, other) {
  return list.length === other.length && list.every((entry, at) => isSame(entry, other[at]));
}

/**
 * @param {Entry} entry
 * @param {Entry} other
 */
function isSame(entry, other) { return entry.name === other.name && entry.query === other.query && (entry.note ?? '') === (other.note ?? ''); }

/** @param {NameLimits} limits */
export function fullWords({ scenarios }) { return `De lijst is vol: er passen ${scenarios} scenario's in. Verwijder er eerst een.`; }

/** @param {string} name */
const goneWords = (name) => `${quoted(name)} staat niet meer in de lijst.`;

/**
 * With what Python adds; an entry that is there already is not added again.
 * @param {Entry[]} entries
 * @param {Entry[]} added
 * @param {NameLimits} limits
 */
export function withAdded(entries, added, limits) {
  const fresh = added.filter((entry) => !entries.some((other) => isSame(entry, other)));
  const taken = fresh.find(({ name }) => entries.some((entry) => isSameName(entry.name, name)));
  if (taken) return `De naam ${quoted(taken.name)} staat al in de lijst.`;
  if (entries.length + fresh.length > limits.scenarios) return fullWords(limits);
  return [...entries, ...fresh.map(plainEntry)];
}

/**
 * @param {Entry[]} entries
 * @param {string} from
 * @param {string} to
 * @param {NameLimits} limits
 */
export function withRenamed(entries, from, to, limits) {
  const others = entries.filter(({ name }) => name !== from), fault = nameFault(to, others, limits);
  if (fault) return fault;
  if (others.length === entries.length) return goneWords(from);
  return entries.map((entry) => (entry.name === from ? { ...entry, name: normalName(to) } : entry));
}

/**
 * With another note; an empty one takes it away.
 * @param {Entry[]} entries
 * @param {string} name
 * @param {string} note
 * @param {NameLimits} limits
 */
export function withNote(entries, name, note, limits) {
  const fault = noteFault(note, limits), clean = normalNote(note);
  if (fault) return fault;
  if (!entries.some((entry) => entry.name === name)) return goneWords(name);
  return entries.map(({ note: before, ...entry }) => {
    const kept = entry.name === name ? clean : before;
    return kept ? { ...entry, note: kept } : entry;
  });
}

/**
 * With a copy at the end, under a name of its own.
 * @param {Entry[]} entries
 * @param {string} from
 * @param {NameLimits} limits
 */
export function withCopy(entries, from, limits) {
  const original = entries.find(({ name }) => name === from);
  if (!original) return goneWords(from);
  if (entries.length >= limits.scenarios) return fullWords(limits);
  return [...entries, { ...plainEntry(original), name: freeName(from, entries, limits, 'kopie') }];
}

/**
 * @param {Entry[]} entries
 * @param {string} name
 */
export function without(entries, name) {
  const left = [...entries], at = entries.findIndex((entry) => entry.name === name);
  if (at < 0) return goneWords(name);
  left.splice(at, 1);
  return left;
}

/**
 * With a removed entry back where it stood; under another name, or with another line, where its own was taken meanwhile.
 * @param {Entry[]} entries
 * @param {Entry} entry
 * @param {number} at
 * @param {NameLimits} limits
 */
export function withRestored(entries, entry, at, limits) {
  if (entries.length >= limits.scenarios) return fullWords(limits);
  const name = freeName(entry.name, entries, limits), isTaken = entries.some((other) => other.style === entry.style);
  return [...entries.slice(0, at), { ...(isTaken ? plainEntry(entry) : entry), name }, ...entries.slice(at)];
}
