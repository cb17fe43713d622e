// A number with its unit, as Dutch people type it: "2,5", "€ 2,5 mln", "1.234,5", "70 procent", "anderhalf jaar".

/**
 * `unit` is the word behind the number without money and "per jaar", which stand apart; empty for none.
 * @typedef {{ value: number, unit: string, isMoney: boolean, isYearly: boolean }} TypedNumber
 */

/** @type {Record<string, number>} */
const FRACTIONS = { '½': 0.5, '¼': 0.25, '¾': 0.75 };
/** @type {Record<string, number>} */
const WORDS = { half: 0.5, 'een half': 0.5, anderhalf: 1.5 };
const PARTS = /^([-+]?)((?:€|eur|euro) ?)?([-+]?)(een half|half|anderhalf|[\d.,]+ ?[½¼¾]?|[½¼¾])(.*)$/u;
const YEARLY = / ?(per jaar|pj|p\/j|\/ ?jaar)$/, MONEY = /(^| )(€|euro's|euro|eur)(?= |$)/, UNIT = /^[\p{L}%]*$/u;
const THOUSANDS = /^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/, DECIMALS = /^(\d+([.,]\d+)?|[.,]\d+)$/;

/**
 * What a text says; null where it is no number with at most a unit.
 * @param {string} text
 * @returns {TypedNumber | null}
 */
export function typedNumber(text) {
  const clean = text.toLowerCase().replace(/[\u2212\u2013]/g, '-').trim().replace(/\s+/g, ' ').replace(/(?<=^[-+]) |(?<=\d) (?=\d{3}(?!\d))/g, '');
  const [, sign, money, signBehind, number, behind] = PARTS.exec(clean) ?? [], value = plainNumber((number ?? '').trim());
  if (value === null || (sign && signBehind)) return null;
  const said = behind.replaceAll('.', '').trim(), ofMoney = said.replace(YEARLY, '').trim(), unit = ofMoney.replace(MONEY, '').trim();
  if (!UNIT.test(unit)) return null;
  return {
    value: (sign || signBehind) === '-' ? -value : value, unit,
    isMoney: Boolean(money) || unit !== ofMoney, isYearly: YEARLY.test(said),
  };
}

/**
 * A number without its sign; a point before three digits stands between thousands, as model/own_table/cells.py reads it.
 * @param {string} text
 */
function plainNumber(text) {
  if (Object.hasOwn(WORDS, text)) return WORDS[text];
  const fraction = FRACTIONS[text.slice(-1)], whole = text.replace(/ ?[½¼¾]$/u, '');
  if (fraction !== undefined) return /^\d*$/.test(whole) ? Number(whole) + fraction : null;
  if (THOUSANDS.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  return DECIMALS.test(text) ? Number(text.replace(',', '.')) : null;
}
