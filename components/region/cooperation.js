// Answers as dots: full, half, empty, or dashed where there is no answer; always with the word beside it.

import { cited } from '../look/cited.js';
import { find, h } from '../look/dom.js';
import { svg } from '../look/svg.js';

/** @typedef {'ja' | 'deels' | 'nee' | 'niet_genoemd' | 'geen_antwoord'} AnswerCode */
/** @typedef {{ code: AnswerCode, question: string, answer: string, meaning: string, gist: string, more: string, place: string, lines: string }} Answer */
/**
 * As cooperation.py sends it.
 * @typedef {{ legend: [code: AnswerCode, words: string][], groups: { heading: string, items: Answer[] }[] }} CooperationData
 */

/** @type {Record<AnswerCode, [fill: string, outline: string]>} */
const PARTS = {
  ja: ['M8 2a6 6 0 0 1 0 12a6 6 0 0 1 0 -12Z', 'line'],
  deels: ['M8 2a6 6 0 0 0 0 12Z', 'line'],
  nee: ['', 'line'],
  niet_genoemd: ['', 'dashed'],
  geen_antwoord: ['', 'dashed'],
};

/** @param {AnswerCode} code */
function dot(code) {
  const [fill, outline] = PARTS[code];
  return svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true', 'data-code': code },
    svg('circle', { cx: 8, cy: 8, r: 6, 'data-part': outline }),
    fill ? svg('path', { d: fill, 'data-part': 'fill' }) : null);
}

/** @param {Answer} answer */
function item({ code, question, answer, meaning, gist, more, place, lines }) {
  const heading = h('p', { class: 'gist' }, h('b', {}, `${question}: ${answer}. `), `${gist} `);
  const when = `Wanneer is het “${answer}”?`, named = { 'aria-label': `${when} ${question}` };
  const rule = h('details', { class: 'rule' }, h('summary', named, when), h('p', {}, meaning));
  const small = h('p', { class: 'more', 'data-place': place }, more);
  return h('li', {}, dot(code), h('div', {}, heading, small, cited(place, lines), rule));
}

/** @param {import('../look/component.js').ComponentArguments<CooperationData>} component */
export default function ({ parentElement, data }) {
  find(parentElement, '.legend').replaceChildren(...data.legend.map(([code, words]) => h('span', {}, dot(code), words)));
  find(parentElement, '.groups').replaceChildren(...data.groups.flatMap(({ heading, items }) => [h('h3', {}, heading), h('ul', {}, ...items.map(item))]));
}
