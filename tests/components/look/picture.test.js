import assert from 'node:assert/strict';
import { test } from 'node:test';

import { arranged, brokenLines, dayInWords } from '../../../components/look/picture.js';

const measure = (/** @type {string} */ text) => 10 * text.length;
const AROUND = { made: '30 november 2026', address: 'https://jeugd.voorbeeld.nl/kaart?regio=JZ31', measure: (/** @type {string} */ text) => 8 * text.length };
const WORDS = { title: 'Wie koos wat?', notes: ['Zuid-Holland Zuid'], source: 'Bron: inventarisatie, 20 juni 2013.' };

test('a text is broken between words, and an address where it must be', () => {
  assert.deepEqual(brokenLines('een lange titel', 100, measure), ['een lange', 'titel']);
  assert.deepEqual(brokenLines('kort', 100, measure), ['kort']);
  assert.deepEqual(brokenLines('zie https://a.nl/abcdefgh', 100, measure), ['zie', 'https://a.', 'nl/abcdefg', 'h']);
  assert.deepEqual(brokenLines('', 100, measure), []);
});

test('title and notes stand above what is drawn, source, day and address below it', () => {
  const { lines, top, width, height } = arranged(WORDS, { width: 900, height: 300 }, AROUND);
  const above = lines.filter(({ y }) => y < top).map(({ text }) => text), below = lines.filter(({ y }) => y > top + 300).map(({ text }) => text);
  assert.deepEqual(above, ['Wie koos wat?', 'Zuid-Holland Zuid']);
  assert.deepEqual(below, [
    'Bron: inventarisatie, 20 juni 2013.', 'Schaalwijzer Jeugd, afbeelding van 30 november 2026: https://jeugd.voorbeeld.nl/kaart?regio=JZ31']);
  assert.equal(above.length + below.length, lines.length);
  assert.equal(width, 956);
  assert.ok(height > top + 300 + 40);
});

test('a long title takes more lines and pushes what is drawn down; no line is wider than it', () => {
  const long = { ...WORDS, title: 'Waar hangen de kosten van 2022 het meest van af? Laagste en hoogste jaarkosten in mln €' };
  const short = arranged(WORDS, { width: 400, height: 300 }, AROUND), { lines, top } = arranged(long, { width: 400, height: 300 }, AROUND);
  assert.ok(top > short.top);
  assert.ok(lines.filter(({ bold }) => bold).length > 1);
  assert.ok(lines.every(({ text }) => AROUND.measure(text) <= 400));
});

test('a day is written as it is read', () => {
  assert.equal(dayInWords(new Date(2026, 10, 30)), '30 november 2026');
});
