// What a visitor types beside a slider.

import { dutch, valueText } from '../../look/amounts.js';
import { nearestIndex } from './payload.js';
import { typedNumber } from './typed_number.js';

/** @typedef {import('../../look/amounts.js').ValueKind} ValueKind */
/** @typedef {import('./payload.js').ControlValue} ControlValue */
/** @typedef {{ value: number, isConverted: boolean }} Meant In the unit of the field; converted where it can have been meant in another one. */

/** What also says that an amount is not known; “n.v.t.” and “-” can as well mean none, so they are asked about. */
const UNKNOWN = ['pm', 'p.m.', 'p.m', '?', 'nog onbekend', 'niet bekend', 'nog niet bekend'];
const NONE = ['geen', 'nul', 'niets'];

/** Room for what is lost in the binary digits of the ends. */
const ROUNDING = 1e-9;
/** From here on, in euros, an amount without a word can be one of a field in millions. */
const LEAST_EUROS = 100_000;

/** @type {Record<string, number>} */
const PERCENTS = { '': 1, '%': 1, procent: 1, percent: 1, pct: 1, procentpunt: 1, procentpunten: 1 };
/**
 * Per kind of value what may stand behind a number, and how many of the field's own unit that is.
 * @type {Record<string, Record<string, number>>}
 */
const UNITS = {
  mln: { '': 1, mln: 1, miljoen: 1, mio: 1, m: 1, mld: 1000, miljard: 1000, ton: 0.1, duizend: 0.001, k: 0.001 },
  percent: PERCENTS,
  groei: PERCENTS,
  maanden: { '': 1, maand: 1, maanden: 1, mnd: 1, m: 1, kwartaal: 3, kwartalen: 3, jaar: 12, jaren: 12, jr: 12 },
};
/** @type {Record<string, string>} */
const HELD = { mln: 'een bedrag in mln €', percent: 'een percentage', groei: 'een percentage per jaar', maanden: 'een aantal maanden' };

/**
 * Index of the value of a slider that a text means, with what there is to say of how it was read; or why it means none.
 * @param {string} text
 * @param {string} kind of value
 * @param {ControlValue[]} values
 * @param {number} digits of an amount
 * @returns {{ index: number, said?: string } | { fault: string }}
 */
export function readTyped(text, kind, values, digits) {
  const numbers = values.filter((value) => typeof value === 'number'), scale = scaleOf(kind);
  const ends = { low: numbers[0] * scale, high: numbers[numbers.length - 1] * scale, mayBeUnknown: values.includes(null) };
  const meant = meaningOf(text, kind, ends, digits);
  if (meant === null) {
    const said = unknownInWords(text), index = nearestIndex(values, null);
    return said ? { index, said } : { index };
  }
  if ('fault' in meant) return { fault: `${meant.fault} De schuif is blijven staan.` };
  const index = nearestIndex(values, meant.value / scale + ROUNDING), said = wordsFor(text, meant, kind, Number(values[index]), digits);
  return said ? { index, said } : { index };
}

/**
 * How a word that means unknown was read, where it is not the one of the page; else empty.
 * @param {string} text
 */
export function unknownInWords(text) {
  return UNKNOWN.includes(text.trim().toLowerCase()) ? `“${text.trim()}” is gelezen als onbekend.` : '';
}

/**
 * What a text means in the unit of a field, null where that it is unknown; or why it means nothing.
 * @param {string} text
 * @param {string} kind
 * @param {{ low: number, high: number, mayBeUnknown: boolean }} ends in the unit of the field
 * @param {number} digits of an amount
 * @returns {Meant | { fault: string } | null}
 */
export function meaningOf(text, kind, { low, high, mayBeUnknown }, digits) {
  const typed = text.trim();
  if (mayBeUnknown && ['', 'onbekend', ...UNKNOWN].includes(typed.toLowerCase())) return null;
  const meant = meaningsOf(typed, kind).find(({ value }) => value >= low - ROUNDING && value <= high + ROUNDING);
  if (meant) return meant;
  const decimals = kind === 'mln' ? digits : kind === 'groei' ? 1 : 0, range = `${dutch(low, decimals)} tot en met ${dutch(high, decimals)}`;
  const why = typed ? `“${typed}” kan niet.` : 'Er staat niets.';
  return { fault: `${why} Typ ${HELD[kind]} van ${range}${mayBeUnknown ? ', of “onbekend”' : ''}.` };
}

/**
 * What a text can mean, likeliest first; nothing for what is no number, or has the unit of something else.
 * @param {string} typed
 * @param {string} kind
 * @returns {Meant[]}
 */
function meaningsOf(typed, kind) {
  if (NONE.includes(typed.toLowerCase())) return [{ value: 0, isConverted: true }];
  const read = typedNumber(typed);
  if (!read) return [];
  const { value, unit, isMoney, isYearly } = read, isPlain = unit === '';
  if (isMoney && kind !== 'mln' || isYearly && kind !== 'mln' && kind !== 'groei' || !Object.hasOwn(UNITS[kind], unit)) return [];
  // Who counts in shares can mean all of it by 1: so it is said that it is one percent.
  if (isPlain && kind === 'percent' && value > 0 && value <= 1) return [{ value: value === 1 ? 1 : value * 100, isConverted: true }];
  const factor = UNITS[kind][unit], own = { value: value * factor, isConverted: factor !== 1 };
  return isPlain && kind === 'mln' && value >= LEAST_EUROS ? [own, { value: value / 1_000_000, isConverted: true }] : [own];
}

/**
 * How a text was read, where its value is not what was typed; else empty.
 * @param {string} text
 * @param {Meant} meant
 * @param {string} kind
 * @param {number} value that was taken for it
 * @param {number} digits of an amount
 */
export function wordsFor(text, { value: wished, isConverted }, kind, value, digits) {
  const isRounded = Math.abs(value * scaleOf(kind) - wished) > 1e-6;
  if (!isConverted && !isRounded) return '';
  const shown = valueText(/** @type {ValueKind} */ (kind), value, digits);
  /** @type {Record<string, string>} */
  const whole = { mln: `€ ${shown} mln`, maanden: `${shown} ${value === 1 ? 'maand' : 'maanden'}` };
  return `“${text.trim()}” is ${isConverted ? `gelezen als ${whole[kind] ?? shown}${isRounded ? ', afgerond' : ''}` : `afgerond op ${shown}`}.`;
}

/**
 * From a value to what is typed.
 * @param {string} kind
 */
function scaleOf(kind) { return kind === 'percent' ? 100 : 1; }
