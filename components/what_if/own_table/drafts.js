// What was typed or opened and is not used yet: kept by this tab, so that it outlives a reload and a restart of the server.

import { KeptText, isText, storedObject } from '../../look/kept_text.js';

/** @typedef {{ mark: string, name?: string, content?: string, text?: string }} SentSource A file in base64 or a pasted range, by our name for it. */
/**
 * As draft.py sends it, with the sources by their marks.
 * @typedef {{ visit: number, typed: { name: string, content: string }[], marks: string[], answers: Record<string, string>, recalled: string,
 *   kinds: string[], called: string, origin: { name?: string, assumptions?: string[] } }} Draft
 */

const VERSION = 1, MOST_SOURCES = 3;
/** A source that was just sent is not in what Python knows of yet. */
const ON_ITS_WAY_MS = 60_000;
export const DRAFT_KEY = 'schaalwijzer-jeugd.eigen-tabel.concept';
export const SOURCES_KEY = 'schaalwijzer-jeugd.eigen-tabel.bronnen';

/** @typedef {SentSource & { at: number }} KeptSource */

export class Drafts {
  /** @param {() => Storage} storage */
  constructor(storage = () => sessionStorage) {
    this.draft = new KeptText(storage, DRAFT_KEY);
    this.sources = new KeptText(storage, SOURCES_KEY);
  }

  /** Why the tab did not keep the last of it. */
  get refusal() { return this.draft.refusal || this.sources.refusal; }

  /** @returns {KeptSource[]} */
  keptSources() {
    const kept = storedObject(this.sources.read(), VERSION)?.sources;
    return Array.isArray(kept) ? kept.filter((source) => isText(source?.mark) && (isText(source.content) || isText(source.text))) : [];
  }

  /**
   * @param {SentSource[]} sent
   * @param {number} [now]
   */
  add(sent, now = Date.now()) {
    this.keepSources([...this.keptSources(), ...sent.map((source) => ({ ...source, at: now }))].slice(-2 * MOST_SOURCES));
  }

  /** @param {KeptSource[]} sources */
  keepSources(sources) {
    if (sources.length) this.sources.write(JSON.stringify({ version: VERSION, sources }));
    else this.sources.remove();
  }

  /**
   * @param {Draft | null} draft
   * @param {number} [now]
   */
  keep(draft, now = Date.now()) {
    const all = this.keptSources(), kept = all.filter(({ mark, at }) => draft?.marks.includes(mark) || now - at < ON_ITS_WAY_MS);
    if (kept.length < all.length) this.keepSources(kept);
    if (draft) this.draft.write(JSON.stringify({ version: VERSION, ...draft }));
    else this.draft.remove();
  }

  /**
   * The draft with its sources, as Python takes it back; null where there is none.
   * @returns {Record<string, any> | null}
   */
  read() {
    const text = this.draft.read(), draft = storedObject(text, VERSION);
    if (!draft) return text === null ? null : {};
    const marks = Array.isArray(draft.marks) ? draft.marks : [], sources = this.keptSources().filter(({ mark }) => marks.includes(mark));
    return { ...draft, sources: sources.length === marks.length ? sources : [] };
  }

  remove() {
    this.draft.remove();
    this.sources.remove();
  }
}
