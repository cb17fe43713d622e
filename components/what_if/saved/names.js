// Names and notes of saved scenarios; Python holds to the same rules.

/** @typedef {import('./storage.js').Entry} Entry */

/**
 * What Python allows: number of scenarios, length of a name and of a note, signs that a name cannot start with, and the name of the source's path.
 * @typedef {{ scenarios: number, name: number, note: number, starts: string, reserved: string }} NameLimits
 */

/** @param {string} name */
export const normalName = (name) => name.normalize('NFC').trim().replace(/\s+/gu, ' ');

/**
 * Note with single spaces and without what cannot be seen; its lines stay.
 * @param {string} note
 */
export function normalNote(note) {
  const lines = note.normalize('NFC').split(/\r\n?|\n/);
  return lines.map((line) => line.replace(/\s+/gu, ' ').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim()).join('\n').trim();
}

/**
 * Why a note cannot be kept; null where it can.
 * @param {string} note
 * @param {NameLimits} limits
 */
export function noteFault(note, limits) {
  const { length } = [...normalNote(note)];
  return length > limits.note ? `De notitie is te lang: ${length} tekens, ten hoogste ${limits.note} kan.` : null;
}

/** @param {string} name */
const key = (name) => normalName(name).toLowerCase();

/**
 * Whether two names are one to a visitor.
 * @param {string} name
 * @param {string} other
 */
export const isSameName = (name, other) => key(name) === key(other);

/** @param {string} name */
export const quoted = (name) => `“${name}”`;

/**
 * Why a name cannot be given beside these entries; null where it can.
 * @param {string} name
 * @param {Entry[]} entries
 * @param {NameLimits} limits
 */
export function nameFault(name, entries, limits) {
  const clean = normalName(name);
  if (!clean) return 'Een scenario heeft een naam nodig.';
  if ([...clean].length > limits.name) return `Die naam is te lang: ten hoogste ${limits.name} tekens.`;
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(clean)) return 'Die naam heeft tekens die niet te zien zijn.';
  if (limits.starts.includes(clean[0])) return `Een naam kan niet beginnen met ${[...limits.starts].join(' ')}: een rekenblad leest dat als formule.`;
  if (isSameName(clean, limits.reserved)) return `${quoted(limits.reserved)} is de naam van het doel waarmee u vergelijkt. Kies een andere.`;
  if (entries.some((entry) => isSameName(entry.name, clean))) return `De naam ${quoted(clean)} staat al in de lijst. Kies een andere.`;
  return null;
}

/**
 * The name itself where it is free, else with a number, after the mark if there is one: "voorstel (2)", "voorstel (kopie 2)".
 * @param {string} name
 * @param {Entry[]} entries
 * @param {NameLimits} limits
 * @param {string} [mark]
 */
export function freeName(name, entries, limits, mark = '') {
  for (let count = 1; ; count += 1) {
    const words = [mark, count > 1 && String(count)].filter(Boolean).join(' '), end = words && ` (${words})`;
    const tried = `${[...name].slice(0, limits.name - end.length).join('').trim()}${end}`;
    if (!entries.some((entry) => isSameName(entry.name, tried))) return tried;
  }
}
