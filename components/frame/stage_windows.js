// The hall's window and the speaker's: the first follows each step of the second, and each change of the view between two steps.

import { hear, isHall, newPair, pairAs, pairHere, tell } from '../look/windows.js';
import { forHall, isOnStage } from './stage_address.js';
import { goOnStage } from './stage_change.js';
import { PLACE, PLACE_ASKED, goToPlace, tellPlace } from './stage_scroll.js';

/** Where the speaker's tab keeps which pair it is of, and since when; a tab that loads anew goes on. */
const KEPT = 'schaalwijzer-jeugd.zaal';
const LOOK_MS = 200;
const SIZE = 'popup,width=1280,height=720';
/** What the windows tell each other. */
const VIEW = 'view', ASKED = 'asked', HERE = 'here', GONE = 'gone', OVER = 'over', WISH = 'wish';

/** @typedef {'next' | 'previous' | 'first' | 'last' | 'up' | 'down'} Asked */
/** @type {readonly unknown[]} What a key in the hall asks of the speaker's window, which takes the hall along. */
const ASKED_OF_SPEAKER = ['next', 'previous', 'first', 'last', 'up', 'down'];
/**
 * How it is with the hall's window; `apart`: this browser cannot keep the two together.
 * @typedef {'none' | 'opening' | 'refused' | 'there' | 'gone' | 'apart'} Hall
 */

export class Windows {
  /** @type {Hall} */
  hall = 'none';
  since = 0;
  /** Whether no speaker's window leads this one of the hall. */
  isAlone = true;
  #sent = '';
  /** @type {(() => void)[]} */
  #ends = [];
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #looking;

  /**
   * @param {() => void} changed
   * @param {(wish: Asked) => void} fulfil what the hall asks of the speaker
   */
  constructor(changed, fulfil) {
    this.changed = changed;
    this.fulfil = fulfil;
  }

  get isSpeaker() { return !isHall() && pairHere() !== ''; }

  /** The first thing on a page that was loaded: takes up its part of a pair again. */
  begin() {
    if (isHall()) this.#beginHall();
    else if (!pairHere()) {
      const kept = stored();
      if (kept) this.#beginSpeaker(kept.pair, kept.since);
    }
  }

  /** A window for the hall, and this one for the speaker. Browsers open one only while a key or button is down. */
  open() {
    if (!pairHere()) this.#beginSpeaker(newPair(), Date.now());
    const opened = globalThis.open(this.address, `zaal-${pairHere()}`, SIZE);
    this.hall = opened ? 'opening' : 'refused';
    if (opened && typeof BroadcastChannel === 'undefined') this.hall = 'apart';
    this.changed();
  }

  /** Address of the hall's window. */
  get address() { return location.pathname + forHall(location.search, pairHere()); }

  /** Begins to count the time anew. */
  again() {
    this.since = Date.now();
    keep({ pair: pairHere(), since: this.since });
  }

  /** This window is one that is alone again, and that of the hall closes. */
  end() {
    if (!this.isSpeaker) return;
    tell(OVER);
    this.#ends.splice(0).forEach((end) => end());
    clearInterval(this.#looking);
    pairAs('');
    keep(null);
    this.hall = 'none';
    this.changed();
  }

  /** From the hall: what was asked of its keys. @param {Asked} wish */
  ask(wish) { tell(WISH, wish); }

  /** @param {string} pair @param {number} since */
  #beginSpeaker(pair, since) {
    pairAs(pair);
    this.since = since;
    keep({ pair, since });
    this.#sent = '';
    this.#ends = [
      hear(ASKED, () => { this.#send(); this.#is('there'); }),
      hear(HERE, () => this.#is('there')),
      hear(GONE, () => this.#is('gone')),
      hear(WISH, (wish) => { if (isAsked(wish)) this.fulfil(wish); }),
      hear(PLACE_ASKED, tellPlace),
    ];
    const leave = () => tell(GONE);
    addEventListener('pagehide', leave);
    this.#ends.push(() => removeEventListener('pagehide', leave));
    // Streamlit writes what changes in a view into the address, and says so to no one.
    this.#looking = setInterval(() => { if (isOnStage(location.search) && this.#sent !== location.href) this.#send(); }, LOOK_MS);
    this.changed();
  }

  #send() {
    this.#sent = location.href;
    tell(VIEW, location.pathname + location.search);
  }

  /** @param {Hall} hall */
  #is(hall) {
    if (this.hall === hall) return;
    this.hall = hall;
    this.changed();
  }

  #beginHall() {
    if (this.#ends.length) return;
    this.#ends = [
      hear(VIEW, (address) => {
        this.isAlone = false;
        follow(address);
        tell(HERE);
      }),
      hear(PLACE, goToPlace),
      hear(GONE, () => { this.isAlone = true; }),
      // A window that someone opened by hand stays, and shows the last view.
      hear(OVER, () => { this.isAlone = true; globalThis.close(); }),
    ];
    addEventListener('pagehide', () => tell(GONE));
    tell(ASKED);
  }
}

/** @param {unknown} wish @returns {wish is Asked} */
export function isAsked(wish) { return ASKED_OF_SPEAKER.includes(wish); }

/** @param {unknown} address path and query */
function follow(address) {
  if (typeof address !== 'string') return;
  const there = URL.canParse(address, location.origin) ? new URL(address, location.origin) : null;
  if (there?.origin !== location.origin || !isOnStage(there.search)) return;
  goOnStage(there.pathname + forHall(there.search, pairHere()));
}

/** @returns {{ pair: string, since: number } | null} */
function stored() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
    const isOurs = typeof found?.pair === 'string' && /^[a-z0-9]{4,24}$/.test(found.pair) && Number.isFinite(found.since);
    return isOurs ? { pair: found.pair, since: found.since } : null;
  } catch {
    // A browser that keeps nothing for a page in a frame: the pair then lasts as long as the page.
    return null;
  }
}

/** @param {{ pair: string, since: number } | null} pair */
function keep(pair) {
  try {
    if (pair) sessionStorage.setItem(KEPT, JSON.stringify(pair));
    else sessionStorage.removeItem(KEPT);
  } catch {
    // As above.
  }
}
