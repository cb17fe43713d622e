// A storyline as a text in a link: version, fingerprint against damage, and the steps, compressed. Only here is it written and read.

import { StoryError, checked } from './checks.js';

/** @typedef {import('./checks.js').Story} Story */

const VERSION = '1', FINGERPRINT = 7;
/** Longer is cut off by mail programs. */
export const LONGEST_LINK = 6000;
/** So much text has the largest storyline; more is no storyline. */
const MOST_BYTES = 1_000_000;
const DAMAGED = 'De link is onvolledig of beschadigd. Kopieer hem nog eens in zijn geheel, of vraag om het bestand.';
const TOO_OLD = 'Deze browser is te oud voor een verhaallijn in een link. Gebruik het bestand.';

/**
 * Text of a storyline, safe in an address; longer than LONGEST_LINK where it does not fit.
 * @param {Story} story
 * @throws {StoryError} in a browser that cannot compress
 */
export async function storyText({ title, steps }) {
  const rows = steps.map(({ page, query, title: named, sentence, note }) => withoutEnd([page, query, named, sentence, note]));
  const packed = base64(await through(new TextEncoder().encode(JSON.stringify([title, ...rows])), compressor()));
  return `${VERSION}${fingerprint(packed)}${packed}`;
}

/**
 * Storyline of a text.
 * @param {string} text
 * @param {import('./checks.js').Pages} pages
 * @throws {StoryError}
 */
export async function storyOfText(text, pages) {
  if (text[0] !== VERSION && /^\d/.test(text)) throw new StoryError(['De link is van een andere versie van de app. Vraag om het bestand.']);
  const mark = text.slice(1, 1 + FINGERPRINT), packed = text.slice(1 + FINGERPRINT);
  if (text[0] !== VERSION || !/^[\w-]+$/.test(packed) || mark !== fingerprint(packed)) throw new StoryError([DAMAGED]);
  const stream = decompressor();
  let held;
  try {
    held = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await through(bytes(packed), stream)));
  } catch { throw new StoryError([DAMAGED]); }
  if (!Array.isArray(held) || !held.slice(1).every(Array.isArray)) throw new StoryError([DAMAGED]);
  const raw = held.slice(1).map(([page, query = '', title = '', sentence = '', note = '']) => ({ page, query, title, sentence, note }));
  return checked(held[0], raw, pages);
}

function compressor() {
  if (typeof CompressionStream === 'undefined') throw new StoryError([TOO_OLD]);
  return new CompressionStream('deflate-raw');
}

function decompressor() {
  if (typeof DecompressionStream === 'undefined') throw new StoryError([TOO_OLD]);
  return new DecompressionStream('deflate-raw');
}

/** @param {string[]} texts without the empty ones at the end, but with the first */
const withoutEnd = (texts) => texts.slice(0, Math.max(1, texts.findLastIndex(Boolean) + 1));

/**
 * @param {Uint8Array<ArrayBuffer>} sent
 * @param {CompressionStream | DecompressionStream} stream
 */
async function through(sent, stream) {
  const writer = stream.writable.getWriter(), parts = [];
  // What is wrong is thrown where it is read.
  writer.write(sent).then(() => writer.close()).catch(() => {});
  let size = 0;
  for (const reader = stream.readable.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new StoryError([DAMAGED]);
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** @param {Uint8Array} array */
function base64(array) {
  return btoa(Array.from(array, (byte) => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @param {string} text */
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

/**
 * FNV-1a, which any change of a few signs changes.
 * @param {string} text
 */
function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(36).padStart(FINGERPRINT, '0');
}
