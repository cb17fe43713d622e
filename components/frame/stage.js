// What every view on stage has: keys, buttons, progress, and a window of its own for the hall.

import { onePerRoot } from '../look/component.js';
import { find } from '../look/dom.js';
import { svg } from '../look/svg.js';
import { isHall } from '../look/windows.js';
import { along, go } from './go.js';
import { hearOwnStorylines, ownStoryline } from './own_storylines.js';
import { addressOfStep, isOnStage, ownAt, stepAt, withoutStage } from './stage_address.js';
import { goOnStage, standsThere } from './stage_change.js';
import { sayAtFoot } from './stage_foot.js';
import { isField, isOfRemote, wishOf } from './stage_keys.js';
import { isBegun } from './stage_start.js';
import { longPart, scroll, tendLongPart } from './stage_scroll.js';
import { Speaker, comingOf, isOfView } from './stage_speaker.js';
import { onSwipe } from './stage_touch.js';
import { Windows, isAsked } from './stage_windows.js';

/**
 * From stage.py: steps of a shipped storyline (none for the view alone, or where the browser has them), what of the address goes along from step to
 * step, what the view of the next step says, names of pages by address, and which step the address names.
 * @typedef {{
 *   steps: import('./stage_address.js').Step[], carried: Record<string, string>, coming: import('./stage_speaker.js').Told | null,
 *   pages: Record<string, string>, at: string,
 * }} StageData
 */
/** @typedef {import('../look/component.js').ComponentArguments<StageData>} StageComponent */
/** @typedef {import('./stage_keys.js').Wish} Wish */

/** Page of the storylines. */
const STORYLINES = 'presenteren';
/** So long after it was asked for, a browser may take to begin or end the full screen. */
const OURS_MS = 1_500;
/** So long the buttons stay after a movement. */
const SEEN_MS = 2_500;
/** @type {Record<string, string>} */
const SIGNS = {
  previous: 'M15 5l-7 7 7 7', next: 'M9 5l7 7-7 7', windows: 'M3 5h12v9H3zM9 18h12V9M6 18h0', full: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  leave: 'M6 6l12 12M18 6L6 18',
};

/** The stage outlives its place on a page: it is one for the whole visit, and each page on stage gives it a new place. */
class Stage {
  /** @type {StageData} */
  data = { steps: [], carried: {}, coming: null, pages: {}, at: '' };
  /** @type {Place | null} */
  place = null;
  /** Until when a change of the full screen is ours, and not the visitor's way to leave. */
  oursUntil = 0;
  isListening = false;
  /** Until when the buttons show; for a moment on arriving, and not again at each step of a remote. */
  awakeUntil = Infinity;
  /** View of which was asked last what it says. */
  asked = '';
  /** @type {import('../look/component.js').Report} */
  report = () => {};
  windows = new Windows(() => this.draw(), (wish) => this.fulfil(wish));

  /** @param {StageComponent} component @param {Place} place */
  show({ data, setStateValue }, place) {
    this.data = data;
    this.report = setStateValue;
    this.place = place;
    standsThere(data.at);
    this.listen();
    this.windows.begin();
    this.draw();
  }

  draw() {
    const page = document.documentElement, before = page.dataset.stage;
    page.dataset.stage = isHall() ? 'hall' : this.windows.isSpeaker ? 'speaker' : 'alone';
    // The speaker's things take their part of the window. While the hall's opens over it, a browser may see no reason to draw this one.
    if (before && before !== page.dataset.stage) dispatchEvent(new Event('resize'));
    this.place?.show(this);
  }

  listen() {
    if (this.isListening) return;
    this.isListening = true;
    // A remote steps before the control that has the focus hears it; any other key is first for that control.
    document.addEventListener('keydown', (event) => { if (isOfRemote(event.key)) this.hear(event); }, true);
    addEventListener('keydown', (event) => { if (!isOfRemote(event.key)) this.hear(event); });
    // The page may be whole before its keys are.
    tendLongPart();
    new MutationObserver(() => { if (isOnStage(location.search)) tendLongPart(); }).observe(document.body, { childList: true, subtree: true });
    document.addEventListener('fullscreenchange', () => this.fullScreenChanged());
    for (const sign of ['pointermove', 'pointerdown', 'focusin']) document.addEventListener(sign, () => this.place?.wake(), { passive: true });
    document.addEventListener('dblclick', () => { if (isHall() && isOnStage(location.search)) this.toggleFullScreen(); });
    onSwipe((wish) => { if (isOnStage(location.search)) this.wanted(wish); });
  }

  /** @param {KeyboardEvent} event */
  hear(event) {
    if (!isOnStage(location.search)) return;
    const [focused] = event.composedPath(), wish = wishOf(event, focused instanceof Element ? focused : null);
    if (event.key === 'Escape' && focused instanceof HTMLElement && isField(focused)) focused.blur();
    if (!wish || (isScrolling(wish) && !longPart())) return;
    event.preventDefault();
    event.stopPropagation();
    this.wanted(wish);
  }

  /** In the hall's window the speaker's decides; without one, it steps by itself. @param {Wish} wish */
  wanted(wish) {
    if (!isHall() || wish === 'full' || (this.windows.isAlone && isAsked(wish))) this.fulfil(wish);
    else if (isAsked(wish)) this.windows.ask(wish);
  }

  /** @param {Wish} wish */
  fulfil(wish) {
    const count = this.steps.length, at = this.at;
    if (wish === 'next') this.stepTo((at ?? 0) + 1);
    else if (wish === 'previous') this.stepTo((at ?? 2) - 1);
    else if (wish === 'first') this.stepTo(1);
    else if (wish === 'last') this.stepTo(count);
    else if (wish === 'full') this.toggleFullScreen();
    else if (wish === 'up' || wish === 'down') scroll(wish);
    else if (wish === 'windows') this.openWindows();
    else if (wish === 'leave') this.leave();
  }

  get steps() {
    const own = ownAt(location.search);
    return own === null ? this.data.steps : ownStoryline(own)?.steps ?? [];
  }

  /** What the speaker reads of the next step. Of a storyline of the browser's own Python knows no step: it is asked what the view says. */
  coming() {
    const next = this.steps[this.at ?? 0], isOwn = ownAt(location.search) !== null, { coming, pages } = this.data;
    if (!next) return null;
    const { page, query } = next, view = JSON.stringify({ page, query });
    if (isOwn && this.asked !== view && !(coming && isOfView(coming, next))) {
      this.asked = view;
      this.report('next', { page, query });
    }
    return comingOf(next, coming, pages, isOwn);
  }

  /** Step that the address names, counted from 1; null where there is none. */
  get at() { return stepAt(location.search, this.steps.length); }

  /** @param {number} at */
  stepTo(at) {
    const step = this.steps[at - 1];
    if (step && at !== this.at) goOnStage(addressOfStep(step, at, location.search, this.data.carried));
  }

  async toggleFullScreen() {
    this.itIsOurs();
    // In a frame that may not fill the screen, the view stays as large as it is.
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen?.().catch(() => sayAtFoot('Volledig scherm kan hier niet.'));
  }

  fullScreenChanged() {
    const isOver = !document.fullscreenElement, isOurs = Date.now() < this.oursUntil;
    this.oursUntil = 0;
    if (isOver && !isOurs && isOnStage(location.search)) this.leave();
  }

  itIsOurs() { this.oursUntil = Date.now() + OURS_MS; }

  openWindows() {
    // A browser leaves the full screen for another window; that is no wish to leave the stage.
    if (document.fullscreenElement) this.itIsOurs();
    this.windows.open();
  }

  leave() {
    this.windows.end();
    if (document.fullscreenElement) { this.itIsOurs(); document.exitFullscreen(); }
    const isBack = !isHall() && isBegun(location.search);
    go(isBack ? along(STORYLINES, '', [], this.data.carried) : location.pathname + withoutStage(location.search));
  }
}

/** @param {Wish} wish @returns {wish is 'up' | 'down'} */
function isScrolling(wish) { return wish === 'up' || wish === 'down'; }

/** Where the stage stands on one page. */
class Place {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  asleep;

  /** @param {StageComponent} component */
  constructor({ parentElement }) {
    this.root = parentElement;
    this.controls = find(parentElement, '.controls');
    for (const [name, path] of Object.entries(SIGNS)) {
      const button = find(this.controls, `.${name}`);
      button.append(svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: path })));
      button.onclick = () => { if (button.ariaDisabled !== 'true') stage.fulfil(/** @type {Wish} */ (name)); };
    }
    this.panel = find(parentElement, '.speaker');
    this.speaker = new Speaker(this.panel, stage.windows);
    hearOwnStorylines(/** @type {Node} */ (parentElement), () => stage.draw());
    if (Date.now() < stage.awakeUntil) this.wake();
    else this.sleep();
  }

  /** @param {Stage} shown */
  show(shown) {
    const count = shown.steps.length, { at } = shown;
    this.controls.hidden = isHall();
    this.panel.hidden = !shown.windows.isSpeaker;
    if (!this.panel.hidden) this.speaker.show(shown.steps, at, shown.coming());
    find(this.root, '.place').textContent = at ? `stap ${at} van ${count}` : '';
    find(this.root, '.line').hidden = !at;
    if (at) find(this.root, '.done').style.width = `${100 * at / count}%`;
    for (const [name, isThere] of Object.entries({ previous: count > 0 && at !== 1, next: count > 0 && at !== count })) {
      const button = find(this.controls, `.${name}`);
      button.hidden = !count;
      button.ariaDisabled = String(!isThere);
    }
  }

  wake() {
    this.controls.classList.remove('idle');
    delete document.documentElement.dataset.idle;
    stage.awakeUntil = Date.now() + SEEN_MS;
    clearTimeout(this.asleep);
    this.asleep = setTimeout(() => this.sleep(), SEEN_MS);
  }

  sleep() {
    this.controls.classList.add('idle');
    if (isOnStage(location.search)) document.documentElement.dataset.idle = '';
  }
}

const stage = new Stage();
const placeOf = onePerRoot((/** @type {StageComponent} */ component) => new Place(component));

/** @param {StageComponent} component */
export default function (component) {
  stage.show(component, placeOf(component));
}
