// A storyline passed on as a link or a file comes back as it was; whatever else comes gives Dutch sentences and nothing more.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LIMITS } from '../../../components/frame/own_storylines.js';
import { StoryError, checked, normal, shown } from '../../../components/stage/checks.js';
import { FILE_VERSION, KIND, fileText, ownTable, storyFileName, storyOfFile } from '../../../components/stage/file.js';
import { LONGEST_LINK, storyOfText, storyText } from '../../../components/stage/link.js';

/** @typedef {import('../../../components/stage/checks.js').Step} Step */

const PAGES = {
  '': { name: 'Start', keys: ['vind'] }, kaart: { name: 'Kaart', keys: ['taak', 'kleur', 'bekijk'] },
  doorrekening: { name: 'Doorrekening', keys: ['v', 't', 'b'] },
};
/** @type {Step[]} */
const STEPS = [
  { page: '', query: '', title: '', sentence: '', note: '' },
  { page: 'kaart', query: 'taak=jggz&kleur=status', title: 'Één 😀 “titel”', sentence: 'Een zin <b>met</b> {accolades}.', note: 'een\n\ntwee' },
  { page: 'doorrekening', query: 'v=1&t=abcdef&b=3a_2.5~4_1', title: '', sentence: '', note: 'x' },
];
const STORY = { title: 'Café & co', steps: STEPS };
const TABLE = { version: 1, name: 'onze tabel', files: [{ name: 'a.csv', content: 'eA==' }], plan: 'p', query: 'v=1&t=abcdef', source: '' };

let seed = 12345;

/** A number from 0 to 1 by chance, of a series that is the same every time. */
function chance() {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed / 0x80000000;
}

/** @param {number} most */
const upTo = (most) => Math.floor(chance() * (most + 1));

/** @param {number} longest */
function someText(longest) {
  const signs = ['a', 'Z', '"', '\\', '<', '&', '%', '+', 'é', '€', '😀', '漢', '{', "'", '0'];
  return Array.from({ length: upTo(longest) }, () => signs[upTo(signs.length - 1)]).join('').trim();
}

function someStory() {
  const steps = Array.from({ length: 1 + upTo(7) }, () => ({
    page: ['', 'kaart', 'doorrekening'][upTo(2)], query: '', title: someText(20), sentence: someText(40), note: someText(30),
  }));
  return { title: someText(30) || 'T', steps };
}

/** @param {() => unknown} act */
async function refusal(act) {
  try { await act(); } catch (fault) {
    assert.ok(fault instanceof StoryError, `${fault}`);
    for (const sentence of fault.sentences) assert.match(sentence, /^[A-Z][^]*\.$/);
    return fault.sentences;
  }
  return null;
}

test('a storyline comes back from a link and from a file as it was', async () => {
  assert.deepEqual(await storyOfText(await storyText(STORY), PAGES), { story: STORY, remarks: [] });
  assert.deepEqual(storyOfFile(fileText(STORY, []), PAGES), { story: STORY, remarks: [], tables: [] });
});

test('so does any storyline', async () => {
  for (let round = 0; round < 60; round += 1) {
    const story = someStory(), text = await storyText(story);
    assert.match(text, /^1[0-9a-z]{7}[\w-]+$/);
    assert.deepEqual((await storyOfText(text, PAGES)).story, story);
    assert.deepEqual(storyOfFile(fileText(story, []), PAGES).story, story);
  }
});

test('a link with any sign changed, left out or added is refused', async () => {
  const whole = await storyText(STORY), signs = 'abcXYZ0189-_';
  for (let at = 0; at < whole.length; at += 1) {
    const other = [...signs].find((sign) => sign !== whole[at]) ?? '';
    for (const damaged of [whole.slice(0, at), whole.slice(0, at) + other + whole.slice(at + 1), whole.slice(0, at) + whole.slice(at + 1)]) {
      if (damaged !== whole) assert.ok(await refusal(() => storyOfText(damaged, PAGES)), damaged);
    }
  }
});

test('a file with anything in it changed is a storyline or is refused in Dutch', async () => {
  const whole = fileText(STORY, [{ mark: 'abcdef', name: 'onze tabel', text: JSON.stringify(TABLE) }]);
  for (let round = 0; round < 400; round += 1) {
    const at = upTo(whole.length - 1), sort = upTo(2), sign = '{}[]",:0nt\\x'[upTo(11)];
    const damaged = sort === 0 ? whole.slice(0, at)
      : sort === 1 ? whole.slice(0, at) + sign + whole.slice(at + 1) : whole.slice(0, at) + whole.slice(at + 1 + upTo(5));
    await refusal(() => storyOfFile(damaged, PAGES));
  }
});

for (const [what, text] of Object.entries({ 'of another version': '2abcdefgAAAA', empty: '', 'of other signs': '1abcdefg<script>', foreign: 'hallo' })) {
  test(`a link ${what} is refused`, async () => {
    const [sentence] = await refusal(() => storyOfText(text, PAGES)) ?? [];
    assert.match(sentence, what === 'of another version' ? /^De link is van een andere versie/ : /^De link is onvolledig of beschadigd/);
  });
}

/**
 * A link as this app makes one, with something else in it.
 * @param {BlobPart} content
 */
async function linkWith(content) {
  const packed = new Uint8Array(await new Response(new Blob([content]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
  const signs = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  let hash = 0x811c9dc5;
  for (const sign of signs) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193);
  return `1${(hash >>> 0).toString(36).padStart(7, '0')}${signs}`;
}

test('a link that would unpack to more than any storyline is given up, and so is one that holds something else', async () => {
  assert.deepEqual(await storyOfText(await linkWith('["T",["kaart"]]'), PAGES), {
    story: { title: 'T', steps: [{ page: 'kaart', query: '', title: '', sentence: '', note: '' }] }, remarks: [],
  });
  for (const content of ['a'.repeat(30_000_000), '{}', '["T",3]', 'null', '[', new Uint8Array([255, 254])]) {
    const [sentence] = await refusal(async () => storyOfText(await linkWith(content), PAGES)) ?? [];
    assert.match(sentence, /^De link is onvolledig of beschadigd/);
  }
  assert.deepEqual(await refusal(async () => storyOfText(await linkWith('["T",["elders"],["kaart",3]]'), PAGES)), [
    'Stap 1: de app heeft geen pagina “elders”. Zij heeft start, kaart, doorrekening.', 'Stap 2: het adres is geen tekst, maar “3”.',
  ]);
});

test('a usual storyline fits in a link, and one of many long notes does not', async () => {
  const step = { ...STEPS[1], note: 'Vertel hier wat de zaal moet onthouden, en vraag wie het herkent. Wacht op antwoord.' };
  const varied = Array.from({ length: 10 }, (_, at) => ({ ...step, title: `Stap ${at} over iets anders` }));
  assert.ok((await storyText({ title: 'T', steps: varied })).length < 1500);
  const long = Array.from({ length: LIMITS.steps }, () => ({ ...step, note: Array.from({ length: 400 }, () => someText(9)).join(' ').slice(0, LIMITS.note) }));
  assert.ok((await storyText({ title: 'T', steps: long })).length > LONGEST_LINK);
});

/** @param {object} change */
const fileWith = (change) => JSON.stringify({ soort: KIND, versie: FILE_VERSION, titel: 'T', stappen: [{ weergave: 'kaart' }], ...change });

for (const [what, text, says] of /** @type {[string, string, RegExp][]} */ ([
  ['nothing in it', ' ', /^Het bestand is leeg\.$/],
  ['half of it', fileText(STORY, []).slice(0, 90), /^Het bestand is geen goede JSON.*\.$/],
  ['a picture', '\u0089PNG\r\n', /^Het bestand is geen goede JSON/],
  ['foreign JSON', '{"a":1}', /^Dit is geen bestand met een verhaallijn van deze app/],
  ['a list', '[]', /^Dit is geen bestand met een verhaallijn/],
  ['another version', fileWith({ versie: 2 }), /noemt versie “2”, deze app leest versie 1\.$/],
  ['no version', fileWith({ versie: undefined }), /noemt versie leeg/],
  ['an unknown field', fileWith({ steps: [] }), /^Het bestand heeft een onbekend veld: “steps”\. Bekend zijn soort, /],
  ['a misspelt field in a step', fileWith({ stappen: [{ weergave: 'kaart', note: '' }] }), /^Stap 1 heeft een onbekend veld: “note”/],
  ['no list of steps', fileWith({ stappen: 'kaart' }), /^Onder stappen hoort een lijst te staan\.$/],
  ['no steps', fileWith({ stappen: [] }), /^De verhaallijn heeft geen stappen\.$/],
  ['too many steps', fileWith({ stappen: Array.from({ length: 61 }, () => ({ weergave: 'kaart' })) }), /heeft 61 stappen; ten hoogste 60 kan\.$/],
  ['a step that is none', fileWith({ stappen: [{ weergave: 'kaart' }, null] }), /^Stap 2 is geen blok met een weergave\.$/],
  ['another site', fileWith({ stappen: [{ weergave: 'https://www.evil.example/kaart' }] }),
    /^Stap 1: de weergave “https:\/\/www\.evil\.example\/kaart” kan niet\./],
  ['script', fileWith({ stappen: [{ weergave: 'javascript:alert(1)' }] }), /^Stap 1: de weergave “javascript:alert\(1\)” kan niet\./],
  ['a way out of the app', fileWith({ stappen: [{ weergave: '//evil' }] }), /kan niet/],
  ['an unknown page', fileWith({ stappen: [{ weergave: 'elders?x=1' }] }), /^Stap 1: de app heeft geen pagina “elders”/],
  ['a number as title', fileWith({ stappen: [{ weergave: 'kaart', titel: 3 }] }), /^Stap 1: de titel is geen tekst, maar “3”\.$/],
  ['a note too long', fileWith({ stappen: [{ weergave: 'kaart', notitie: 'x'.repeat(2001) }] }),
    /^Stap 1: de notitie is te lang: 2001 tekens, ten hoogste 2000 kan\.$/],
  ['tables that are none', fileWith({ tabellen: { abcdef: 3 } }), /^De tabel “abcdef” is geen eigen tabel/],
  ['no block of tables', fileWith({ tabellen: [] }), /^Onder tabellen hoort een blok te staan/],
])) {
  test(`a file with ${what} is refused with what is wrong`, async () => {
    assert.match((await refusal(() => storyOfFile(text, PAGES)) ?? [''])[0], says);
  });
}

test('in a file a bad place in the JSON is told by line and sign where the browser tells it', async () => {
  const [sentence] = await refusal(() => storyOfFile('{\n  "soort": x\n}', PAGES)) ?? [];
  assert.match(sentence, /^Het bestand is geen goede JSON(: op regel 2, teken 12 gaat het mis)?\.$/);
});

test('what a step may not hold is left out, and it is said which', () => {
  const { story, remarks } = storyOfFile(fileWith({ stappen: [{ weergave: 'kaart?taak=vb&presentatie=1&regio=JZ31&kwaad=1' }] }), PAGES);
  assert.equal(story.steps[0].query, 'taak=vb');
  assert.deepEqual(remarks, ['Stap 1: “kwaad” hoort niet bij de pagina Kaart en is weggelaten.']);
});

test('the own tables of steps go in the file, under their mark', () => {
  const table = ownTable('abcdef', JSON.stringify(TABLE));
  assert.equal(table?.name, 'onze tabel');
  const text = fileText(STORY, [/** @type {NonNullable<typeof table>} */ (table)]);
  assert.deepEqual(JSON.parse(text).tabellen, { abcdef: TABLE });
  assert.deepEqual(storyOfFile(text, PAGES).tables, [table]);
  assert.equal(ownTable('abcdef', '{'), null);
  assert.equal(ownTable('<b>', JSON.stringify(TABLE)), null);
});

test('a file is named by what and when', () => {
  assert.equal(storyFileName('Één “titel”: 100%', new Date(2026, 10, 3)), 'schaalwijzer-presenteren-verhaallijn-een-titel-100-2026-11-03.json');
  assert.equal(storyFileName('漢', new Date(2026, 0, 1)), 'schaalwijzer-presenteren-verhaallijn-2026-01-01.json');
});

test('signs that cannot be seen are left out, and a note keeps its lines', () => {
  assert.equal(normal('a\u0000b\u2028c\nd'), 'a b c d');
  assert.equal(normal('a\r\n b\u0007\n', true), 'a\nb');
  assert.equal(shown('\u202Ex'), '“·x”');
  assert.deepEqual(checked('', [STEPS[0]], PAGES).story.title, 'Zonder titel');
});
