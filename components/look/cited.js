// Place in a document in words; who opens it sees the lines of the text edition.

import { h } from './dom.js';

/**
 * @param {string} place
 * @param {string} lines such as '20' or '20-23'
 */
export function cited(place, lines) {
  return h('details', { class: 'cited' }, h('summary', {}, place),
    h('span', {}, `${lines.includes('-') ? 'Regels' : 'Regel'} ${lines} van de teksteditie`));
}
