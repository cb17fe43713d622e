// Changes of the list of saved scenarios. Each gives the new list, or in a sentence why it is refused.

import { freeName, isSameName, nameFault, normalName, quoted } from './names.js';

/** @typedef {import('./storage.js').Entry} Entry */
/** @typedef {import('./names.js').NameLimits} NameLimits */

/**
 * Whether two lists hold the same scenarios under the same names in the same order.
 * @param {Entry[]} list
 * @param {Entry[]} other
 */
export function isSameList(list, other) {
  return list.length === other.length && list.every(({ name, query }, at) => name === other[at].name && query === other[at].query);
}

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
  const fresh = added.filter((entry) => !entries.some(({ name, query }) => name === entry.name && query === entry.query));
  const taken = fresh.find(({ name }) => entries.some((entry) => isSameName(entry.name, name)));
  if (taken) return `De naam ${quoted(taken.name)} staat al in de lijst.`;
  if (entries.length + fresh.length > limits.scenarios) return fullWords(limits);
  return [...entries, ...fresh.map(({ name, query }) => ({ name, query }))];
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
 * With a copy at the end, under a name of its own.
 * @param {Entry[]} entries
 * @param {string} from
 * @param {NameLimits} limits
 */
export function withCopy(entries, from, limits) {
  const original = entries.find(({ name }) => name === from);
  if (!original) return goneWords(from);
  if (entries.length >= limits.scenarios) return fullWords(limits);
  return [...entries, { query: original.query, name: freeName(from, entries, limits, 'kopie') }];
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
  const { query, style } = entry, name = freeName(entry.name, entries, limits), isTaken = entries.some((other) => other.style === style);
  return [...entries.slice(0, at), isTaken ? { name, query } : { ...entry, name }, ...entries.slice(at)];
}
