// A storyline that leaves the browser: as a file, with the tables that it needs, or as a link, without them.

import { saveBlob } from '../look/save_blob.js';
import { StoryError } from './checks.js';
import { fileName, fileText } from './file.js';
import { LONGEST_LINK, storyText } from './link.js';
import { quoted } from './rows.js';
import { neededTables } from './views.js';

/** @typedef {import('../frame/own_storylines.js').OwnStoryline} OwnStoryline */
/** @typedef {import('./views.js').Site} Site */

/** Page that opens a link. */
export const PAGE = 'presenteren';
/** Key of its address that holds the storyline. */
export const SENT = 'verhaal';

/**
 * Saves the file; what to say of that.
 * @param {OwnStoryline} storyline
 * @param {Site} site
 */
export function savedAsFile(storyline, site) {
  const tables = neededTables(storyline.steps, site).flatMap(({ table }) => table ?? []);
  saveBlob(new Blob([fileText(storyline, tables)], { type: 'application/json' }), fileName(storyline.title, new Date()));
  const names = tables.map(({ name }) => quoted(name)).join(' en ');
  return `${quoted(storyline.title)} is bewaard als bestand${names && `, met de eigen tabel ${names}`}.`;
}

/**
 * The link, and in sentences what it lacks. Throws a StoryError where the storyline is too long for one.
 * @param {OwnStoryline} storyline
 * @param {Site} site
 */
export async function linkTo(storyline, site) {
  const text = await storyText(storyline);
  if (text.length > LONGEST_LINK) {
    const [size, most] = [text.length, LONGEST_LINK].map((signs) => signs.toLocaleString('nl-NL'));
    const why = `${quoted(storyline.title)} past niet in een link: ${size} tekens, ten hoogste ${most} kan.`;
    throw new StoryError([why, 'Bewaar haar als bestand en geef dat door.']);
  }
  const lacks = neededTables(storyline.steps, site).length ? ['De eigen tabel zit niet in de link. Geef wie haar nodig heeft het bestand.'] : [];
  return { href: new URL(`./${PAGE}?${SENT}=${text}`, document.baseURI).href, lacks };
}
