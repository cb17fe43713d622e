// The foot of a view on stage: what is wrong with its link, or could not be done, in a line that goes at a press; the hall's window has none.

import { find } from '../look/dom.js';
import { whileMounted } from '../look/while_mounted.js';
import { isHall } from '../look/windows.js';
import { ownStoryline } from './own_storylines.js';
import { ownAt, stepAt } from './stage_address.js';

/** What another part of the page has to say there. */
const SAID = 'stage-said';

/** @param {string} sentence */
export function sayAtFoot(sentence) { document.dispatchEvent(new CustomEvent(SAID, { detail: sentence })); }

export class Foot {
  /** @type {string[]} */
  faults = [];
  closed = '';

  /** @param {ParentNode & Node} root */
  constructor(root) {
    this.box = find(root, '.foot');
    this.line = find(this.box, '.said');
    this.words = find(this.line, 'span');
    find(this.line, 'button').onclick = () => {
      this.closed = this.text;
      this.line.hidden = true;
    };
    whileMounted(document, root, SAID, (event) => {
      this.closed = '';
      this.draw([...this.faults, /** @type {CustomEvent<string>} */ (event).detail]);
    });
  }

  get text() { return this.words.textContent ?? ''; }

  /** @param {string[]} faults what is wrong with the address as Python knows it */
  show(faults) {
    this.faults = [...faults, ownFault()].filter(Boolean);
    this.draw(this.faults);
  }

  /** @param {string[]} sentences */
  draw(sentences) {
    const text = sentences.join(' ');
    if (text !== this.text) this.words.textContent = text;
    this.line.hidden = isHall() || !text || text === this.closed;
  }
}

/** What the address gets wrong of a storyline that this browser keeps; '' where nothing is. */
function ownFault() {
  const own = ownAt(location.search);
  if (own === null) return '';
  const storyline = ownStoryline(own), count = storyline?.steps.length ?? 0;
  if (!storyline) return 'Deze verhaallijn staat niet in deze browser. U ziet alleen deze weergave.';
  if (!count) return 'Deze verhaallijn heeft nog geen stappen. U ziet alleen deze weergave.';
  const steps = count === 1 ? 'één stap' : `${count} stappen`;
  return stepAt(location.search, count) ? '' : `Deze verhaallijn heeft ${steps}. U ziet alleen deze weergave.`;
}
