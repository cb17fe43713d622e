// Amounts arrive as whole thousandths of a million euros and are rounded half up to the decimals of their plan, as in model/notation.py.

/**
 * Amount in millions as the screen shows it.
 * @param {number} thousandths
 * @param {number} decimals 1 to 3
 */
export const shown = (thousandths, decimals) => {
  const unit = 10 ** (3 - decimals);
  return Math.floor((thousandths + unit / 2) / unit) / 10 ** decimals + 0;
};
/**
 * Whether amounts as the screen shows them add up to a total as it shows that.
 * @param {number[]} parts thousandths
 * @param {number} total thousandths
 * @param {number} decimals
 */
export const addsUp = (parts, total, decimals) => (
  Math.round(parts.reduce((sum, part) => sum + shown(part, decimals), 0) * 10 ** decimals) === Math.round(shown(total, decimals) * 10 ** decimals));
// Made once: a formatter takes longer to make than to use, and a settled step writes some hundred amounts.
const FORMATS = [0, 1, 2, 3, 4].map((decimals) => new Intl.NumberFormat('nl-NL', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
/**
 * @param {number} value
 * @param {number} decimals 0 to 4
 */
export const dutch = (value, decimals) => FORMATS[decimals].format(value).replace('-', '−');
/**
 * @param {number | null} thousandths
 * @param {number} decimals
 */
export const amount = (thousandths, decimals) => (thousandths === null ? 'onbekend' : dutch(shown(thousandths, decimals), decimals));
/**
 * Text whose amounts of money stay on one line, as `unbroken` in words.py.
 * @param {string} text
 */
export const unbroken = (text) => text.replace(/€ −?\d[\d.,]*( mln\b)?/g, (money) => money.replaceAll(' ', '\u00a0'));
/**
 * @param {number | null} thousandths
 * @param {number} decimals
 */
export const euros = (thousandths, decimals) => (thousandths === null ? 'onbekend' : `€\u00a0${amount(thousandths, decimals)}\u00a0mln`);
/**
 * How far apart two amounts are, rounded with its sign before that goes: so it always is what the two leave where one of them has no
 * more digits than are shown, such as a target.
 * @param {number} thousandths
 * @param {number} decimals
 */
export const distance = (thousandths, decimals) => euros(Math.round(1000 * Math.abs(shown(thousandths, decimals))), decimals);

/** @typedef {'mln' | 'percent' | 'maanden' | 'groei' | 'keuze'} ValueKind What a value counts. */

/** @type {Record<ValueKind, (value: number, decimals: number) => [shown: string, unit: string]>} */
const VALUE_WORDS = {
  mln: (value, decimals) => [dutch(value, decimals), 'miljoen euro'],
  percent: (value) => [`${dutch(Math.round(value * 100), 0)}%`, ''],
  maanden: (value) => [dutch(value, 0), value === 1 ? 'maand' : 'maanden'],
  groei: (value) => [`${dutch(value, 1)}%`, 'per jaar'],
  keuze: (value) => [String(value), ''],
};

/**
 * Value as it stands in its field.
 * @param {ValueKind} kind
 * @param {number | null | undefined} value
 * @param {number} decimals of an amount
 */
export function valueText(kind, value, decimals) { return value === null || value === undefined ? 'onbekend' : VALUE_WORDS[kind](value, decimals)[0]; }

/**
 * Value as a screen reader says it, with its unit.
 * @param {ValueKind} kind
 * @param {number | null | undefined} value
 * @param {number} decimals of an amount
 */
export function valueSpoken(kind, value, decimals) {
  return value === null || value === undefined ? 'onbekend' : VALUE_WORDS[kind](value, decimals).join(' ').trim();
}
