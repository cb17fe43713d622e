// What a visitor types beside a slider.

import { dutch, typedNumber, valueText } from '../../look/amounts.js';
import { nearestIndex } from './payload.js';

/** Room for what is lost in the binary digits of the ends. */
const ROUNDING = 1e-9;

/**
 * Index of the value that a text means, with what there is to say of how it was read; or why it means none.
 * @param {string} text
 * @param {string | undefined} kind of value
 * @param {import('./payload.js').ControlValue[]} values
 * @param {number} digits of an amount
 * @returns {{ index: number, said?: string } | { fault: string }}
 */
export function readTyped(text, kind, values, digits) {
  const mayBeUnknown = values.includes(null);
  if (mayBeUnknown && ['', 'onbekend'].includes(text.trim().toLowerCase())) return { index: nearestIndex(values, null) };
  const numbers = values.filter((value) => typeof value === 'number'), scale = kind === 'percent' ? 100 : 1;
  const low = numbers[0] * scale, high = numbers[numbers.length - 1] * scale, value = typedNumber(text);
  const isShare = kind === 'percent' && value > 0 && value < 1 && !text.includes('%'), meant = isShare ? value * scale : value;
  if (meant >= low - ROUNDING && meant <= high + ROUNDING) return withWords(text, meant, { kind, values, scale, digits }, isShare);
  const decimals = kind === 'mln' ? digits : kind === 'groei' ? 1 : 0, range = `${dutch(low, decimals)} tot en met ${dutch(high, decimals)}`;
  return { fault: `“${text}” kan niet. Typ een getal van ${range}${mayBeUnknown ? ', of “onbekend”' : ''}. De schuif is blijven staan.` };
}

/**
 * The nearest value, the higher one of two that are as near; where that is not what was typed, it is said.
 * @param {string} text
 * @param {number} meant
 * @param {{ kind: string | undefined, values: import('./payload.js').ControlValue[], scale: number, digits: number }} control what it can be; from
 *   a value to what is typed; decimals of an amount
 * @param {boolean} isShare whether a share was typed for percents
 */
function withWords(text, meant, { kind, values, scale, digits }, isShare) {
  const index = nearestIndex(values, meant / scale + ROUNDING), value = Number(values[index]);
  const isRounded = Math.abs(value * scale - meant) > 1e-6;
  if (!isShare && !isRounded) return { index };
  const shown = valueText(/** @type {import('../../look/amounts.js').ValueKind} */ (kind), value, digits);
  return { index, said: `“${text.trim()}” is ${isShare ? 'gelezen als' : 'afgerond op'} ${shown}.` };
}
