import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { Colouring } from '../../../components/map/colouring.js';
import { linesOf, mostOf, overlap, placeLabels } from '../../../components/map/labels.js';
import { lettersIn, wantedNames } from '../../../components/map/names.js';
import { regionShapes } from '../../../components/look/region_shapes.js';
import { COUNTRY, RANDSTAD } from '../../../components/look/svg.js';

/** As wide as the letters of the page are on average. @param {string} text @param {number} fontPx */
const measure = (text, fontPx) => 0.51 * fontPx * text.length;
const room = { left: 0, top: 0, right: 400, bottom: 300 };
const at = (/** @type {string} */ code, /** @type {number} */ x, /** @type {number} */ y, fontsPx = [12]) => ({ code, name: `Regio ${code}`, x, y, fontsPx });
const place = (/** @type {ReturnType<typeof at>[]} */ named, taken = /** @type {import('../../../components/map/labels.js').Edges[]} */ ([])) =>
  placeLabels(named, { room, taken, signs: named, signPx: 4, measure });

test('a name stands under its sign where there is room, and beside or over it where there is none', () => {
  const [below] = place([at('A', 200, 150)]);
  assert.ok(below.edges.top > 150 && below.edges.left < 200 && below.edges.right > 200);
  const [above] = place([at('A', 200, 295)]);
  assert.ok(above.edges.bottom < 295);
  const [beside] = place([at('A', 200, 150)], [{ left: 180, right: 220, top: 158, bottom: 170 }, { left: 180, right: 220, top: 130, bottom: 142 }]);
  assert.ok(beside.edges.left > 200);
});

test('of two names that would lie over each other the first one gets its place', () => {
  const close = place([at('A', 200, 150), at('B', 203, 152), at('C', 201, 155)]);
  assert.equal(close[0].code, 'A');
  for (const label of close) for (const other of close) assert.ok(label === other || !overlap(label.edges, other.edges));
});

test('a name is drawn smaller before it is left out', () => {
  const narrow = { left: 0, top: 0, right: 60, bottom: 60 }, named = [at('A', 30, 20, [30, 10])];
  assert.deepEqual(placeLabels(named, { room: narrow, signs: named, signPx: 4, measure }).map(({ fontPx }) => fontPx), [10]);
});

test('names that stand together are as large as lets the most of them find a place', () => {
  const named = [at('A', 100, 100, [60, 12]), at('B', 140, 140, [60, 12]), at('C', 180, 100, [60, 12])];
  assert.deepEqual(mostOf(named, { room, signs: named, signPx: 4, measure }).map(({ code, fontPx }) => [code, fontPx]), [['A', 12], ['B', 12], ['C', 12]]);
  assert.deepEqual(mostOf(named.slice(0, 1), { room, signs: named.slice(0, 1), signPx: 4, measure }).map(({ fontPx }) => fontPx), [60]);
  assert.deepEqual(mostOf([], { room, signs: [], signPx: 4, measure }), []);
});

test('a long name breaks at a space or hyphen, in lines of about one length', () => {
  assert.deepEqual(linesOf('Twente'), [['Twente']]);
  assert.deepEqual(linesOf('Midden-IJssel/Oost-Veluwe'), [['Midden-IJssel/Oost-Veluwe'], ['Midden-IJssel/', 'Oost-Veluwe']]);
  assert.deepEqual(linesOf('Rijk van Nijmegen'), [['Rijk van Nijmegen'], ['Rijk van', 'Nijmegen']]);
});

test('on the map of a desk every region is named, in the country or enlarged, and no name lies over another or over a sign', async () => {
  const shapes = regionShapes(JSON.parse(await readFile(new URL('../../../static/regions.topo.json', import.meta.url), 'utf8')));
  const lines = (await readFile(new URL('../../../data/csv/regions.csv', import.meta.url), 'utf8')).trim().split('\n').map((line) => line.split(','));
  const names = Object.fromEntries(lines.slice(1).map((line) => [line[lines[0].indexOf('region_code')], line[lines[0].indexOf('name')]]));
  const seen = new Set();
  for (const [box, width] of /** @type {const} */ ([[COUNTRY, 510], [RANDSTAD, 300]])) {
    const scale = width / box.width;
    const signs = Object.entries(shapes).map(([code, { x, y }]) => (
      { code, name: names[code], x: (x - box.x) * scale, y: (y - box.y) * scale, fontsPx: [12] }));
    const whole = { left: 0, top: 0, right: width, bottom: box.height * scale };
    const inside = signs.filter(({ x, y }) => x > 0 && x < width && y > 0 && y < whole.bottom);
    const labels = placeLabels(inside, { room: whole, signs, signPx: 4.2, measure });
    for (const { code, edges } of labels) {
      seen.add(code);
      for (const other of labels) assert.ok(other.code === code || !overlap(edges, other.edges), `${code} over ${other.code}`);
      for (const { code: sign, x, y } of signs) {
        assert.ok(sign === code || !overlap(edges, { left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }), `${code} over the sign of ${sign}`);
      }
    }
  }
  assert.equal(Object.keys(names).length, 42);
  assert.deepEqual(Object.keys(names).filter((code) => !seen.has(code)), []);
});

const plain = { code: 'a', name: 'a', colours: ['#112233'] };
/** Three regions, two of one class. @type {import('../../../components/map/colouring.js').MapContent} */
const CONTENT = {
  layers: [{ code: 'raden', name: 'Raden', perTask: false }], tasks: [['zorg', 'Zorg', 'Zorg']], regions: [['A', 'Aa'], ['B', 'Bee'], ['C', 'Cee']],
  classes: { raden: [plain, { ...plain, code: 'b' }] }, cells: [], words: [], answers: { raden: [0, 1, 1] }, moved: {},
};
const wanted = (/** @type {Partial<Parameters<typeof wantedNames>[1]>} */ how, /** @type {string | null} */ region = null) => wantedNames(
  new Colouring(CONTENT, { task: 'zorg', layer: 'raden', region, all: false }),
  { mine: null, highlight: null, letters: { large: 20, small: 12 }, all: false, ...how },
).map(({ code, fontsPx }) => [code, fontsPx[0]]);

test('on a small screen only the own and the chosen region are named, large', () => {
  assert.deepEqual(wanted({}), []);
  assert.deepEqual(wanted({ mine: 'C' }, 'B'), [['C', 20], ['B', 20]]);
});

test('on a large screen all are named, and what is lit in the key stands alone and large', () => {
  assert.deepEqual(wanted({ all: true, mine: 'C' }), [['C', 20], ['A', 12], ['B', 12]]);
  assert.deepEqual(wanted({ all: true, highlight: 1 }), [['B', 20], ['C', 20]]);
});

test('large letters are a fortieth of the height of a screen in a hall', () => {
  for (const [width, height] of [[1280, 720], [1920, 1080]]) assert.ok(lettersIn(width, height).large >= height / 40);
});
