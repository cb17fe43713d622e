// The head of a page on paper: which page, region and task, where it stands, and when it was printed.

import { addressInWords } from '../look/address.js';
import { h } from '../look/dom.js';

/**
 * From page.py: name of the page, name of "uw regio" or '', and the names of tasks by their code in the address.
 * @typedef {{ page: string, mine: string, tasks: Record<string, string> }} PaperData
 */

/** @type {PaperData | undefined} What the last run of the page said. */
let last;

/**
 * What this page is about, in words.
 * @param {PaperData} data
 * @param {URLSearchParams} query
 */
export function subject({ mine, tasks }, query) {
  const task = tasks[query.get('taak') ?? ''];
  return [mine && `Uw regio: ${mine}`, task && `taak: ${task}`].filter(Boolean).join(' · ');
}

/**
 * Keeps a head ready that only paper shows; it is written when someone prints, as the address holds every step by then.
 * @param {Document} document
 * @param {PaperData} data
 */
export function headOnPaper(document, data) {
  if (!last) document.defaultView?.addEventListener('beforeprint', () => write(document));
  last = data;
  write(document);
}

/** @param {Document} document */
function write(document) {
  if (!last) return;
  const { href, search } = document.location, today = new Date().toLocaleDateString('nl-NL', { day: 'numeric', month: 'long', year: 'numeric' });
  let head = document.querySelector('.paper-head');
  if (!head) {
    head = h('div', { class: 'paper-head', 'aria-hidden': 'true' });
    document.body.prepend(head);
  }
  const about = subject(last, new URLSearchParams(search));
  head.replaceChildren(
    h('div', {}, [`Schaalwijzer Jeugd · ${last.page}`, about].filter(Boolean).join(' · ')),
    h('div', {}, `afgedrukt op ${today}`),
    h('div', {}, addressInWords(href, document)),
  );
}
