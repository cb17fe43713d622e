// Amounts arrive as whole thousandths of a million euros and are rounded half up to tenths, as in model/notation.py.

/** @param {number} thousandths */
export const tenths = (thousandths) => Math.floor((thousandths + 50) / 100) / 10 + 0;
// Made once: a formatter takes longer to make than to use, and a settled step writes some hundred amounts.
const FORMATS = [0, 1].map((decimals) => new Intl.NumberFormat('nl-NL', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
/**
 * @param {number} value
 * @param {0 | 1} decimals
 */
export const dutch = (value, decimals) => FORMATS[decimals].format(value);
/** @param {number | null} thousandths */
export const amount = (thousandths) => (thousandths === null ? 'onbekend' : dutch(tenths(thousandths), 1).replace('−', '-'));
/**
 * Text whose amounts of money stay on one line, as `unbroken` in words.py.
 * @param {string} text
 */
export const unbroken = (text) => text.replace(/€ -?\d[\d.,]*( mln\b)?/g, (money) => money.replaceAll(' ', '\u00a0'));
/** @param {number | null} thousandths */
export const euros = (thousandths) => (thousandths === null ? 'onbekend' : unbroken(`€ ${amount(thousandths)} mln`));

/** @typedef {'mln' | 'percent' | 'maanden' | 'groei' | 'keuze'} ValueKind What a value counts. */

/** @type {Record<ValueKind, (value: number) => [shown: string, unit: string]>} */
const VALUE_WORDS = {
  mln: (value) => [`${dutch(value, 1)}`, 'miljoen euro'],
  percent: (value) => [`${dutch(Math.round(value * 100), 0)}%`, ''],
  maanden: (value) => [dutch(value, 0), value === 1 ? 'maand' : 'maanden'],
  groei: (value) => [`${dutch(value, 1)}%`, 'per jaar'],
  keuze: (value) => [String(value), ''],
};

/**
 * Value as it stands in its field.
 * @param {ValueKind} kind
 * @param {number | null | undefined} value
 */
export function valueText(kind, value) { return value === null || value === undefined ? 'onbekend' : VALUE_WORDS[kind](value)[0]; }

/**
 * Value as a screen reader says it, with its unit.
 * @param {ValueKind} kind
 * @param {number | null | undefined} value
 */
export function valueSpoken(kind, value) { return value === null || value === undefined ? 'onbekend' : VALUE_WORDS[kind](value).join(' ').trim(); }
