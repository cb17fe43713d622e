// Components of a page each have a text of their own in the browser. What one has to tell another goes as an event over the
// document; whichever of the two comes later asks for, or offers, what it missed.

import { whileMounted } from '../look/while_mounted.js';

/** @typedef {{ readonly isConnected: boolean }} Mounted Root of a component; events reach it while it stands in the page. */

/** @typedef {'plan' | 'scenario' | 'answers' | 'follower'} Subject What is told: by the plan, by the panel, and by what comes below it. */

/**
 * @param {'offered' | 'wanted' | 'asked'} act
 * @param {Subject} subject
 */
const nameOf = (act, subject) => `what-if-${subject}-${act}`;

/**
 * Takes every offer on a subject from now on, and the one that is already there.
 * @template Offered
 * @param {EventTarget} place
 * @param {Mounted} root of the taker
 * @param {Subject} subject
 * @param {(offered: Offered) => void} take
 */
export function takeOffers(place, root, subject, take) {
  whileMounted(place, root, nameOf('offered', subject), (event) => take(/** @type {CustomEvent<Offered>} */ (event).detail));
  place.dispatchEvent(new CustomEvent(nameOf('wanted', subject)));
}

/**
 * Asks whoever offers on a subject for something new; whether anyone was there to hear it.
 * @param {EventTarget} place
 * @param {Subject} subject
 * @param {string} question
 */
export function ask(place, subject, question) {
  return !place.dispatchEvent(new CustomEvent(nameOf('asked', subject), { detail: question, cancelable: true }));
}

/**
 * Offers the newest there is on a subject, and hears questions about it.
 * @template Offered
 */
export class Offer {
  /** @type {Offered | null} */
  offered = null;
  /** @type {((question: string) => void) | null} */
  answer = null;

  /**
   * @param {EventTarget} place
   * @param {Mounted} root of who offers
   * @param {Subject} subject
   */
  constructor(place, root, subject) {
    this.place = place;
    this.subject = subject;
    whileMounted(place, root, nameOf('wanted', subject), () => this.announce());
    whileMounted(place, root, nameOf('asked', subject), (event) => {
      if (!this.answer) return;
      event.preventDefault();
      this.answer(/** @type {CustomEvent<string>} */ (event).detail);
    });
  }

  /**
   * @param {Offered} offered
   * @param {((question: string) => void) | null} [answer]
   */
  renew(offered, answer = null) {
    this.offered = offered;
    this.answer = answer;
    this.announce();
  }

  announce() {
    if (this.offered !== null) this.place.dispatchEvent(new CustomEvent(nameOf('offered', this.subject), { detail: this.offered }));
  }
}
