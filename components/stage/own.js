// Storylines of the visitor's own: made, changed, put in order, saved and opened in the browser alone. The server hears of one only to make slides of it.

import { along, go } from '../frame/go.js';
import {
  LIMITS, OWN, cutAtWord, fitted, hearOwnStorylines, keepStoryline, keepStorylines, newId, ownStoryline, ownStorylines, refusal, removeAside, setAside,
} from '../frame/own_storylines.js';
import { begin } from '../frame/stage_start.js';
import { onePerRoot } from '../look/component.js';
import { NOT_COPIED, copied } from '../look/copied.js';
import { around, find, isPlainClick } from '../look/dom.js';
import { FileRequest } from '../look/made_file.js';
import { saveBlob } from '../look/save_blob.js';
import { whileMounted } from '../look/while_mounted.js';
import { StoryError } from './checks.js';
import { dragItems } from './drag.js';
import { Opened } from './opened.js';
import { PAGE, SENT, linkTo, savedAsFile } from './passed_on.js';
import { sayWhereNoMoreFits } from './room.js';
import { quoted, storylineCard } from './rows.js';
import { drawSent, keepSent, sentInFile, sentInLink } from './sent.js';
import { tablesToSend, viewAddress, viewName } from './views.js';

/** @typedef {import('../frame/own_storylines.js').OwnStoryline} OwnStoryline */
/** @typedef {{ site: import('./views.js').Site, slides: import('../look/made_file.js').SentFile | null }} OwnData */
/** @typedef {import('../look/component.js').ComponentArguments<OwnData>} OwnComponent */
/** @typedef {{ words: string, restore: () => string }} Removed What went, and how it comes back; what to say then. */

const NEW_TITLE = 'Nieuwe verhaallijn', NO_TITLE = 'Zonder titel', COPY = ' (kopie)';
const FULL = `Uw lijst is vol: er passen ${LIMITS.storylines} verhaallijnen in. Verwijder er eerst een.`;

class OwnStorylines {
  opened = new Opened();
  /** @type {Removed[]} The last one can be put back. */
  removed = [];
  /** @type {import('./sent.js').Sent | null} */
  sent = null;
  /** Text of the address that was read last. */
  read = '';
  /** While the visitor types, the list is not drawn anew. */
  isTyping = false;
  isStale = false;
  isPressed = false;

  /** @param {OwnComponent} component */
  constructor({ parentElement, data, setTriggerValue }) {
    this.root = find(parentElement, '.own');
    this.message = find(this.root, '.message');
    this.link = find(this.root, '.link');
    this.box = find(this.root, '.sent');
    this.list = find(this.root, '.list');
    this.site = data.site;
    this.slides = new FileRequest((words) => this.say(words ? [words] : []));
    this.report = setTriggerValue;
    this.listen();
    hearOwnStorylines(this.root, () => { if (this.isTyping) this.isStale = true; else this.draw(); });
  }

  /** @param {OwnComponent} component */
  update({ data, setTriggerValue }) {
    this.site = data.site;
    this.report = setTriggerValue;
    if (this.slides.take(data.slides)) return;
    this.draw();
    const text = new URLSearchParams(location.search).get(SENT) ?? '';
    if (text !== this.read) {
      this.read = text;
      if (text) this.receive(() => sentInLink(text, this.site.pages)).then((isThere) => { if (!isThere) this.message.focus(); });
      else this.dismiss();
    }
  }

  /**
   * Shows what came, or says what is wrong with it; whether it could be read.
   * @param {() => Promise<import('./sent.js').Sent>} take
   */
  async receive(take) {
    const sent = await this.orFault(take, ['Uw eigen verhaallijnen zijn niet veranderd.']);
    if (!sent) return false;
    this.sent = sent;
    this.say([]);
    drawSent(this.box, this.sent, this.site);
    find(this.box, 'button').focus();
    return true;
  }

  dismiss() {
    this.sent = null;
    this.box.hidden = true;
    this.box.replaceChildren();
  }

  // What came in a link goes from the address with the answer, so that a reload does not ask again.
  leaveLink() { if (this.read) go(along(PAGE, location.search, this.site.carried)); }

  /**
   * What came goes into the list; where that is wanted and nothing of it is missing, it starts at once.
   * @param {boolean} [isStarted]
   */
  keep(isStarted = false) {
    if (!this.sent) return;
    const { words, id, isWhole } = keepSent(this.box, this.sent), storyline = id === null ? null : ownStoryline(id);
    this.say(words, id === null);
    if (!storyline) return;
    this.opened.story(storyline.id, true);
    this.dismiss();
    this.draw();
    if (isStarted && isWhole) {
      this.start(storyline);
      return;
    }
    this.leaveLink();
    this.focusOn('start', storyline.id);
  }

  /** @param {OwnStoryline} storyline */
  start({ id, steps }) { begin(viewAddress(steps[0], this.site, { presentatie: `${OWN}${id}`, stap: '1' })); }

  /**
   * Changes a storyline as the browser keeps it now; nothing where it is gone.
   * @param {string} id
   * @param {(storyline: OwnStoryline) => Partial<OwnStoryline>} change
   */
  change(id, change) {
    const storyline = ownStoryline(id);
    if (storyline) keepStoryline({ ...storyline, ...change(storyline), changed: Date.now() });
  }

  /**
   * A new one in the list, open; whether there was room.
   * @param {Pick<OwnStoryline, 'title' | 'steps'>} story
   */
  add({ title, steps }) {
    const id = newId();
    this.opened.story(id, true);
    if (!keepStoryline({ id, title, steps, changed: Date.now() })) { this.say([FULL], true); return; }
    const field = find(this.root, `[data-field="story"][data-id="${id}"]`, HTMLInputElement);
    field.focus();
    field.select();
  }

  /** @param {string} id */
  remove(id) {
    const list = ownStorylines(), at = list.findIndex((one) => one.id === id), storyline = list[at];
    this.removed.push({
      words: `${quoted(storyline.title)} is verwijderd.`,
      restore: () => {
        const now = ownStorylines();
        if (now.length >= LIMITS.storylines) return '';
        keepStorylines(now.toSpliced(at, 0, storyline));
        this.focusOn('remove', id);
        return `${quoted(storyline.title)} staat weer in de lijst.`;
      },
    });
    keepStorylines(list.toSpliced(at, 1));
    find(this.root, '[data-act="restore"]').focus();
  }

  /**
   * @param {string} id
   * @param {number} at
   */
  removeStep(id, at) {
    const step = ownStoryline(id)?.steps[at];
    if (!step) return;
    this.opened.stepIsGone(id, at);
    this.removed.push({
      words: `Stap ${at + 1}, ${step.title || viewName(step, this.site)}, is verwijderd.`,
      restore: () => {
        const now = ownStoryline(id);
        if (!now || now.steps.length >= LIMITS.steps) return '';
        this.opened.stepIsBack(id, at);
        this.change(id, ({ steps }) => ({ steps: steps.toSpliced(at, 0, step) }));
        this.focusOn('remove-step', id, at);
        return `De stap staat weer op zijn plaats, in ${quoted(now.title)}.`;
      },
    });
    this.change(id, ({ steps }) => ({ steps: steps.toSpliced(at, 1) }));
    find(this.root, '[data-act="restore"]').focus();
  }

  restore() {
    const words = this.removed.pop()?.restore() ?? '';
    this.draw();
    if (words) this.say([words]);
    else this.say(['Er is geen plaats meer om dit terug te zetten.'], true);
  }

  /**
   * @param {string} id
   * @param {number} from
   * @param {number} to
   */
  move(id, from, to) {
    this.opened.stepMoved(id, from, to);
    this.change(id, ({ steps }) => ({ steps: steps.toSpliced(from, 1).toSpliced(to, 0, steps[from]) }));
    this.say([`De stap staat nu op plaats ${to + 1}.`]);
  }

  /** @param {OwnStoryline} storyline */
  async copyLink(storyline) {
    const link = await this.orFault(() => linkTo(storyline, this.site));
    if (!link) return;
    const field = find(this.link, 'input', HTMLInputElement);
    this.link.hidden = false;
    find(this.link, 'span').textContent = `Link naar ${quoted(storyline.title)}`;
    field.value = link.href;
    const isCopied = await copied(field);
    this.link.hidden = isCopied;
    if (isCopied) this.focusOn('link', storyline.id);
    this.say([isCopied ? `De link naar ${quoted(storyline.title)} is gekopieerd.` : NOT_COPIED, ...link.lacks]);
  }

  /**
   * What is asked for; null where it cannot be had, which is then said with what holds nevertheless.
   * @template T
   * @param {() => Promise<T>} ask
   * @param {string[]} [nevertheless]
   */
  async orFault(ask, nevertheless = []) {
    try { return await ask(); } catch (fault) {
      if (!(fault instanceof StoryError)) throw fault;
      this.say([...fault.sentences, ...nevertheless], true);
      return null;
    }
  }

  /**
   * What a button does.
   * @param {HTMLElement | SVGElement} button
   */
  act({ dataset: { act, id = '', at: place = '' } }) {
    const at = Number(place), storyline = ownStoryline(id);
    switch (act) {
      case 'new': this.add({ title: NEW_TITLE, steps: [] }); break;
      case 'keep': this.keep(); break;
      case 'keep-start': this.keep(true); break;
      case 'dismiss':
        this.dismiss();
        this.leaveLink();
        find(this.root, '[data-act="new"]').focus();
        break;
      case 'restore': this.restore(); break;
      case 'aside-download': saveBlob(new Blob([setAside() ?? ''], { type: 'text/plain' }), 'onleesbaar.txt'); break;
      case 'aside-remove':
        removeAside();
        this.draw();
        break;
      default: if (act && storyline) this.actOn(act, storyline, at);
    }
  }

  /**
   * @param {string} act
   * @param {OwnStoryline} storyline
   * @param {number} at
   */
  actOn(act, storyline, at) {
    const { id, title, steps } = storyline;
    switch (act) {
      case 'start': this.start(storyline); break;
      case 'edit':
        this.opened.story(id);
        this.draw();
        this.focusOn('edit', id);
        break;
      case 'save': this.say([savedAsFile(storyline, this.site)]); break;
      case 'link': this.copyLink(storyline); break;
      case 'slides': this.slides.ask((number) => this.report('slides', { number, storyline, tables: tablesToSend(steps, this.site) })); break;
      case 'duplicate': this.add({ title: `${cutAtWord(title, LIMITS.title - COPY.length)}${COPY}`, steps }); break;
      case 'remove': this.remove(id); break;
      case 'remove-step': this.removeStep(id, at); break;
      case 'up':
      case 'down': {
        const to = act === 'up' ? at - 1 : at + 1;
        this.move(id, at, to);
        this.focusOn(act, id, to);
        break;
      }
      case 'texts': {
        this.opened.texts(id, at);
        this.draw();
        this.focusOn('texts', id, at);
        break;
      }
      default: throw new Error(`No button does ${act}.`);
    }
  }

  /**
   * The button for this, or where it cannot be used now, another one of the same step or storyline.
   * @param {string} act
   * @param {string} id
   * @param {number} [at]
   */
  focusOn(act, id, at) {
    const of = `[data-id="${id}"]${at === undefined ? '' : `[data-at="${at}"]`}`;
    const found = this.root.querySelector(`[data-act="${act}"]${of}:enabled`) ?? this.root.querySelector(`button${of}:enabled`);
    if (found instanceof HTMLElement) found.focus();
  }

  /**
   * What was typed is kept at once, and stands in the list.
   * @param {HTMLInputElement | HTMLTextAreaElement} field
   */
  take({ dataset: { field = '', id = '', at = '' }, value }) {
    const place = Number(at), card = this.list.querySelector(`[data-story="${id}"]`);
    if (field === 'story') {
      // What its buttons are called by ends in its title; the steps have their own.
      const before = ownStoryline(id)?.title ?? '';
      for (const one of card ? [card, ...card.querySelectorAll('[aria-label]')] : []) {
        if (!one.closest('.step') && one.ariaLabel?.endsWith(before)) one.ariaLabel = one.ariaLabel.slice(0, one.ariaLabel.length - before.length) + value;
      }
      this.change(id, () => ({ title: value }));
      if (card) find(card, '.name').textContent = value;
      return;
    }
    this.change(id, ({ steps }) => (steps[place] ? { steps: steps.with(place, fitted({ ...steps[place], [field]: value })) } : {}));
    const step = ownStoryline(id)?.steps[place];
    if (card && step) find(card, `.step[data-at="${at}"] .step-title`).textContent = step.title || viewName(step, this.site);
  }

  /**
   * @param {string[]} words
   * @param {boolean} [isFault]
   */
  say(words, isFault = false) {
    this.message.classList.toggle('fault', isFault);
    this.message.setAttribute('role', isFault ? 'alert' : 'status');
    this.message.textContent = words.join(' ');
    if (!words.length || isFault) this.link.hidden = true;
  }

  draw() {
    this.isStale = false;
    const { root, site } = this, list = ownStorylines(), last = this.removed.at(-1), why = refusal();
    this.list.replaceChildren(...list.map((one) => storylineCard(one, site, this.opened.of(one.id))));
    for (const steps of this.list.querySelectorAll('.steps')) {
      if (steps instanceof HTMLElement) dragItems(steps, '.handle', (from, to) => { this.move(steps.dataset.id ?? '', from, to); });
    }
    find(root, '.empty').hidden = list.length > 0;
    find(root, '.undo').hidden = !last;
    find(root, '.undo span').textContent = last?.words ?? '';
    find(root, '.aside').hidden = setAside() === null;
    find(root, '.refused').hidden = !why;
    find(root, '.refused').textContent = why && `Let op: de browser bewaart dit niet (${why}). Het blijft tot u dit tabblad sluit; bewaar het als bestand.`;
  }

  listen() {
    const { root } = this;
    sayWhereNoMoreFits(root, (words) => this.say(words));
    root.addEventListener('click', (event) => {
      const button = around(event, 'button'), way = around(event, 'a');
      if (button) this.act(button);
      else if (way && isPlainClick(event)) {
        event.preventDefault();
        (way.dataset.begins ? begin : go)(way.getAttribute('href') ?? '');
      }
    });
    root.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || !target.dataset.field) return;
      this.isTyping = true;
      this.take(target);
      this.isTyping = false;
      this.isStale = true;
    });
    root.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.files?.length) {
        const [file] = target.files;
        this.receive(() => sentInFile(file, this.site.pages)).finally(() => { target.value = ''; });
      } else if (target instanceof HTMLInputElement && target.dataset.field === 'story' && !target.value.trim()) {
        this.change(target.dataset.id ?? '', () => ({ title: NO_TITLE }));
      }
    });
    // What is drawn anew takes the field with it, or the button that is being pressed: so not before the visitor has left for somewhere else.
    root.addEventListener('pointerdown', () => { this.isPressed = true; });
    for (const end of ['pointerup', 'pointercancel']) whileMounted(document, root, end, () => { this.isPressed = false; });
    root.addEventListener('focusout', ({ relatedTarget }) => {
      if (this.isStale && !this.isPressed && !root.contains(/** @type {Node | null} */ (relatedTarget))) this.draw();
    });
  }
}

const ownOf = onePerRoot(/** @param {OwnComponent} component */ (component) => new OwnStorylines(component));

/** @param {OwnComponent} component */
export default function (component) { ownOf(component).update(component); }
