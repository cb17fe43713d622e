// What only the speaker sees, beside the view: the note, what comes next, the time, and how it is with the hall's window.

import { find } from '../look/dom.js';
import { withoutNames } from './stage_address.js';

/** What a view says of itself. @typedef {{ page: string, query: string, title: string, sentence: string }} Told */

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
   * @param {{ title: string, sentence: string } | null} coming what the next step says, as far as that is known
   */
  show(steps, at, coming) {
    const step = steps[(at ?? 0) - 1], { hall } = this.windows;
    find(this.root, '.now').textContent = at ? `Stap ${at} van ${steps.length}` : 'Eén weergave';
    find(this.root, '.note').textContent = step?.note || 'Bij deze weergave staan geen notities.';
    find(this.root, '.coming').hidden = !steps.length;
    find(this.root, '.coming-title').textContent = coming?.title ?? 'Dit is de laatste stap.';
    find(this.root, '.coming-sentence').textContent = coming?.sentence ?? '';
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
 * What the speaker reads of the step to come: its own words, else those of its view, and until these are known the name of its page.
 * @param {import('./stage_address.js').Step} step
 * @param {Told | null} told what Python says of a view
 * @param {Record<string, string>} pages their names, by address
 * @param {boolean} isOwn of the browser's own storylines the words stand as typed; of a shipped one Python fills in the figures
 */
export function comingOf(step, told, pages, isOwn) {
  const view = told && isOfView(told, step) ? told : { title: pages[step.page] ?? '', sentence: '' };
  if (view === told && !isOwn) return told;
  const [title, sentence] = [step.title, step.sentence].map((text) => (isOwn ? text : withoutNames(text)).trim());
  return { title: title || view.title, sentence: sentence || view.sentence };
}

/** @param {Told} told @param {import('./stage_address.js').Step} step */
export function isOfView(told, step) { return told.page === step.page && told.query === step.query; }

/**
 * A duration as minutes and seconds, from an hour on with hours.
 * @param {number} ms
 */
export function lasted(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1_000)), two = (/** @type {number} */ part) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600), minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
