// What a visitor types beside a slider.

import { dutch, typedNumber } from '../../look/amounts.js';
import { nearestIndex } from './payload.js';

/** Room for what is lost in the binary digits of the ends. */
const ROUNDING = 1e-9;

/**
 * Index of the value that a text means, or why it means none.
 * @param {string} text
 * @param {string | undefined} kind of value
 * @param {import('./payload.js').ControlValue[]} values
 * @returns {{ index: number } | { fault: string }}
 */
export function readTyped(text, kind, values) {
  const mayBeUnknown = values.includes(null);
  if (mayBeUnknown && ['', 'onbekend'].includes(text.trim().toLowerCase())) return { index: nearestIndex(values, null) };
  const numbers = values.filter((value) => typeof value === 'number'), scale = kind === 'percent' ? 100 : 1;
  const low = numbers[0] * scale, high = numbers[numbers.length - 1] * scale, value = typedNumber(text);
  if (value >= low - ROUNDING && value <= high + ROUNDING) return { index: nearestIndex(values, value / scale) };
  const decimals = kind === 'mln' || kind === 'groei' ? 1 : 0, range = `${dutch(low, decimals)} tot en met ${dutch(high, decimals)}`;
  return { fault: `“${text}” kan niet. Typ een getal van ${range}${mayBeUnknown ? ', of “onbekend”' : ''}. De schuif is blijven staan.` };
}
