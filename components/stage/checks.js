// Whether what came from outside is a storyline: each step a page of the app with keys of its own, each text within its bounds.

import { LIMITS, stepQuery } from '../frame/own_storylines.js';

/** @typedef {import('../frame/own_storylines.js').Step} Step */
/** @typedef {{ title: string, steps: Step[] }} Story What a storyline says, wherever it is kept. */
/** @typedef {Record<string, { name: string, keys: string[] }>} Pages By address: name in the menu, and keys of the address that a step may hold. */
/** @typedef {{ page: unknown, query: unknown, title: unknown, sentence: unknown, note: unknown }} RawStep */
/** @typedef {{ story: Story, remarks: string[] }} Read What was read, and what was left out of it. */

const MOST_FAULTS = 6;
const TEXTS = /** @type {const} */ ([['title', 'titel'], ['sentence', 'zin'], ['note', 'notitie']]);

/** What is wrong, a sentence for each fault. */
export class StoryError extends Error {
  /** @param {string[]} sentences */
  constructor(sentences) {
    super(sentences.join(' '));
    const more = sentences.length - MOST_FAULTS;
    this.sentences = more > 0 ? [...sentences.slice(0, MOST_FAULTS), `Er zijn nog ${more} zulke fouten.`] : sentences;
  }
}

/**
 * @param {unknown} value
 * @returns {string}
 */
export function shown(value) {
  if (value === null || value === undefined) return 'leeg';
  if (typeof value === 'object') return Array.isArray(value) ? 'een lijst' : 'een blok';
  const text = String(value), short = text.slice(0, 40).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '·');
  return `“${short}${text.length > 40 ? '…' : ''}”`;
}

/**
 * Text without signs that cannot be seen; a note keeps its lines.
 * @param {string} text
 * @param {boolean} [hasLines]
 */
export function normal(text, hasLines = false) {
  const lines = hasLines ? text.split(/\r\n?|\n/) : [text];
  return lines.map((line) => line.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()).join('\n').trim();
}

/**
 * Storyline of raw parts.
 * @param {unknown} title
 * @param {RawStep[]} raw
 * @param {Pages} pages
 * @returns {Read}
 * @throws {StoryError}
 */
export function checked(title, raw, pages) {
  const faults = [...textFaults(title, LIMITS.title, 'De titel van de verhaallijn')], remarks = /** @type {string[]} */ ([]);
  if (!raw.length) faults.push('De verhaallijn heeft geen stappen.');
  if (raw.length > LIMITS.steps) faults.push(`De verhaallijn heeft ${raw.length} stappen; ten hoogste ${LIMITS.steps} kan.`);
  else raw.forEach((step, at) => faults.push(...stepFaults(step, `Stap ${at + 1}`, pages)));
  if (faults.length) throw new StoryError(faults);
  const steps = /** @type {Step[]} */ (raw).map((step, at) => {
    const { page } = step, { query, left } = own(page, step.query, pages);
    if (left.length) remarks.push(`Stap ${at + 1}: ${left.map(shown).join(', ')} hoort niet bij de pagina ${pages[page].name} en is weggelaten.`);
    return { page, query, title: normal(step.title), sentence: normal(step.sentence), note: normal(step.note, true) };
  });
  return { story: { title: normal(/** @type {string} */ (title)) || 'Zonder titel', steps }, remarks };
}

/**
 * Part of an address with the keys that a step on this page may hold, and the other keys.
 * @param {string} page
 * @param {string} query
 * @param {Pages} pages
 */
function own(page, query, pages) {
  const { keys } = pages[page], pairs = [...new URLSearchParams(stepQuery(page, query))];
  const left = [...new Set(pairs.map(([key]) => key).filter((key) => !keys.includes(key)))];
  const kept = new URLSearchParams(pairs.filter(([key]) => keys.includes(key)));
  return { query: kept.toString().replaceAll('%7E', '~'), left };
}

/**
 * @param {unknown} value
 * @param {number} longest
 * @param {string} what
 */
function textFaults(value, longest, what) {
  if (typeof value !== 'string') return [`${what} is geen tekst, maar ${shown(value)}.`];
  if (value.length > longest) return [`${what} is te lang: ${value.length} tekens, ten hoogste ${longest} kan.`];
  return /\p{Surrogate}/u.test(value) ? [`${what} heeft een half teken.`] : [];
}

/**
 * @param {RawStep} step
 * @param {string} where
 * @param {Pages} pages
 */
function stepFaults(step, where, pages) {
  const isKnown = typeof step.page === 'string' && Object.hasOwn(pages, step.page), names = Object.keys(pages).map((page) => page || 'start').join(', ');
  return [
    ...(isKnown ? [] : [`${where}: de app heeft geen pagina ${shown(step.page)}. Zij heeft ${names}.`]),
    ...textFaults(step.query, LIMITS.query, `${where}: het adres`),
    ...TEXTS.flatMap(([key, word]) => textFaults(step[key], LIMITS[key], `${where}: de ${word}`)),
  ];
}
