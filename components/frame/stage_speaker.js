// What only the speaker sees, beside the view: the note, what comes next, the time, and how it is with the hall's window.

import { find } from '../look/dom.js';
import { withoutNames } from './stage_address.js';

const TICK_MS = 500;
/** @type {Record<import('./stage_windows.js').Hall, string>} */
const HALL_WORDS = {
  none: 'Er is geen zaalvenster open.',
  opening: 'Het zaalvenster gaat open. Sleep het naar het scherm van de zaal en dubbelklik erin.',
  refused: 'De browser hield het zaalvenster tegen. Open het met de link hieronder.',
  there: 'Het zaalvenster volgt dit venster. Dubbelklik erin, dan vult het zijn scherm.',
  gone: 'Het zaalvenster is dicht.',
  apart: 'Deze browser houdt twee vensters niet gelijk. Ga in het zaalvenster zelf verder.',
};

export class Speaker {
  /**
   * @param {HTMLElement} root
   * @param {import('./stage_windows.js').Windows} windows
   */
  constructor(root, windows) {
    this.root = root;
    this.windows = windows;
    find(root, '.open').onclick = () => windows.open();
    find(root, '.close').onclick = () => windows.end();
    find(root, '.anew').onclick = () => { windows.again(); this.tick(); };
    const ticking = setInterval(() => { if (root.isConnected) this.tick(); else clearInterval(ticking); }, TICK_MS);
  }

  /**
   * @param {import('./stage_address.js').Step[]} steps
   * @param {number | null} at
   * @param {{ title: string, sentence: string } | null} told what the next step says, where Python knows it
   */
  show(steps, at, told) {
    const step = steps[(at ?? 0) - 1], coming = told ?? steps[at ?? 0], { hall } = this.windows;
    find(this.root, '.now').textContent = at ? `Stap ${at} van ${steps.length}` : 'Eén weergave';
    find(this.root, '.note').textContent = step?.note || 'Bij deze weergave staan geen notities.';
    find(this.root, '.coming').hidden = !steps.length;
    find(this.root, '.coming-title').textContent = coming ? withoutNames(coming.title) || 'Zoals de weergave zelf zegt' : 'Dit is de laatste stap.';
    find(this.root, '.coming-sentence').textContent = coming ? withoutNames(coming.sentence) : '';
    const words = find(this.root, '.hall');
    if (words.textContent !== HALL_WORDS[hall]) words.textContent = HALL_WORDS[hall];
    const byHand = find(this.root, '.by-hand');
    byHand.hidden = hall !== 'refused';
    find(byHand, 'a').setAttribute('href', this.windows.address);
    find(this.root, '.open').hidden = hall === 'there';
    this.tick();
  }

  tick() {
    const now = new Date();
    find(this.root, '.clock').textContent = now.toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit' });
    find(this.root, '.elapsed').textContent = lasted(now.getTime() - this.windows.since);
  }
}

/**
 * A duration as minutes and seconds, from an hour on with hours.
 * @param {number} ms
 */
export function lasted(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1_000)), two = (/** @type {number} */ part) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600), minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
