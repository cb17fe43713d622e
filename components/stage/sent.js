// A storyline that came as a link or a file: shown first, and kept only when the visitor asks for it.

import { LIMITS, keepStoryline, neededMarks, newId, ownStorylines, refusal } from '../frame/own_storylines.js';
import { keepTable } from '../frame/step_tables.js';
import { find, h } from '../look/dom.js';
import { StoryError } from './checks.js';
import { MOST_FILE_BYTES, storyOfFile } from './file.js';
import { storyOfText } from './link.js';
import { actButton, quoted, stepCount, tableNotes } from './rows.js';
import { viewName } from './views.js';

/** @typedef {import('./checks.js').Story} Story */
/** @typedef {import('./file.js').ReadFile & { from: string }} Sent */

/**
 * What came in a link.
 * @param {string} text
 * @param {import('./checks.js').Pages} pages
 * @returns {Promise<Sent>}
 * @throws {StoryError}
 */
export async function sentInLink(text, pages) { return { ...await storyOfText(text, pages), tables: [], from: 'een link' }; }

/**
 * What came in a file.
 * @param {File} file
 * @param {import('./checks.js').Pages} pages
 * @returns {Promise<Sent>}
 * @throws {StoryError}
 */
export async function sentInFile(file, pages) {
  if (file.size > MOST_FILE_BYTES) {
    const [size, most] = [file.size, MOST_FILE_BYTES].map((bytes) => bytes.toLocaleString('nl-NL'));
    throw new StoryError([`Het bestand is te groot: ${size} bytes, ten hoogste ${most} bytes kan.`]);
  }
  let text;
  try { text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()); } catch {
    throw new StoryError(['Het bestand is geen leesbare tekst (UTF-8), of is intussen weg.']);
  }
  return { ...storyOfFile(text, pages), from: `het bestand ${quoted(file.name)}` };
}

/**
 * What makes two the same.
 * @param {Story} story
 */
function contentOf({ title, steps }) {
  return JSON.stringify([title, steps.map(({ page, query, title: named, sentence, note }) => [page, query, named, sentence, note])]);
}

/**
 * Storyline of the list with the same title and steps, or null.
 * @param {Story} story
 */
export function sameInList(story) {
  const content = contentOf(story);
  return ownStorylines().find((own) => contentOf(own) === content) ?? null;
}

/**
 * Shows what came, with the question whether to keep it.
 * @param {HTMLElement} box
 * @param {Sent} sent
 * @param {import('./views.js').Site} site
 */
export function drawSent(box, { story, remarks, tables, from }, site) {
  const same = sameInList(story), notes = tableNotes(story.steps, site, tables), names = tables.map(({ name }) => quoted(name)).join(' en ');
  box.hidden = false;
  box.replaceChildren(h('div', {},
    h('h3', {}, `Uit ${from}: ${quoted(story.title)}`),
    h('p', {}, same ? 'Deze verhaallijn staat al in uw lijst, precies zo.' : `${stepCount(story.steps.length)}. Zij staat nog niet in uw lijst.`),
    h('ol', { class: 'preview', tabindex: 0, 'aria-label': `Stappen van ${story.title}` }, ...story.steps.map((step) => h('li', {},
      step.title || viewName(step, site), step.title && h('span', { class: 'facts' }, viewName(step, site))))),
    ...remarks.map((remark) => h('p', { class: 'remark' }, remark)),
    ...notes,
    tables.length > 0 && h('label', { class: 'with-table' }, h('input', { type: 'checkbox', name: 'with-table', checked: true }),
      `Bewaar ook de eigen tabel ${names}, zodat de stappen ermee kunnen rekenen`),
    h('div', { class: 'acts' },
      (!same || tables.length > 0) && actButton('keep', same ? 'Zet de tabel terug' : 'Bewaar in uw lijst', '', { main: true }),
      actButton('keep-start', same ? 'Start' : 'Bewaar en start', ''),
      actButton('dismiss', same ? 'Sluit' : 'Sluit zonder te bewaren', '')),
  ));
}

/**
 * Keeps what came; what to say of it, and the storyline in the list. `id` is null where there was no room, and `isWhole` says that no table is missing.
 * @param {HTMLElement} box as drawSent filled it
 * @param {Sent} sent
 * @returns {{ words: string[], id: string | null, isWhole: boolean }}
 */
export function keepSent(box, { story, tables }) {
  const same = sameInList(story), id = same?.id ?? newId(), words = [];
  let isWhole = true;
  if (!same && !keepStoryline({ id, changed: Date.now(), ...story })) {
    return { words: [`Uw lijst is vol: er passen ${LIMITS.storylines} verhaallijnen in. Verwijder er eerst een.`], id: null, isWhole: false };
  }
  if (!same) words.push(`${quoted(story.title)} staat in uw lijst.`);
  const wanted = tables.length > 0 && find(box, '[name="with-table"]', HTMLInputElement).checked ? tables : [];
  for (const { mark, name, text } of wanted) {
    const why = keepTable(mark, text, neededMarks());
    if (why) isWhole = false;
    words.push(`De eigen tabel ${quoted(name)} is ${why ? `niet bewaard: ${why}` : 'bewaard voor de stappen die haar nodig hebben'}.`);
  }
  if (refusal()) words.push('Bewaar haar als bestand voordat u dit tabblad sluit.');
  return { words, id, isWhole };
}
