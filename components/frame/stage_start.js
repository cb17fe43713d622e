// Whether a storyline on stage was begun on the page Presenteren: whoever leaves it then goes back there, and anyone else to the view itself.

import { KeptText } from '../look/kept_text.js';
import { go } from './go.js';
import { STAGE, isOnStage } from './stage_address.js';

/** Of this tab alone: a link that was sent, or opened in another tab, was begun nowhere. */
const begun = new KeptText(() => sessionStorage, 'schaalwijzer-jeugd.begonnen');

/**
 * Begins a storyline at the address of one of its steps.
 * @param {string} address
 */
export function begin(address) {
  begun.write(stageOf(new URL(address, document.baseURI).search));
  go(address);
}

/**
 * Whether what is on stage at an address was begun from Presenteren.
 * @param {string} search part of the address behind the question mark
 */
export function isBegun(search) { return begun.read() === stageOf(search); }

/** Back on the page itself, off stage, nothing is begun any more; a message may reach that page when the step is asked for already. */
export function endBegun() { if (!isOnStage(location.search)) begun.remove(); }

/** @param {string} search */
function stageOf(search) { return new URLSearchParams(search).get(STAGE) ?? ''; }
