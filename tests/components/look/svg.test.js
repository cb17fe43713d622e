import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { regionShapes } from '../../../components/look/region_shapes.js';
import { COUNTRY, arrowStep, classBackground, classFill, markerPath, nextRegion, viewBox } from '../../../components/look/svg.js';

const KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
const CROSS = { m: [0, 0], w: [-10, 0], e: [10, 1], n: [0, -10], s: [2, 10], far: [30, 0] };
const shapes = Object.fromEntries(Object.entries(CROSS).map(([code, [x, y]]) => [code, { path: '', x, y }]));
const codes = Object.keys(shapes);

/** @param {string} from @param {string} key */
const step = (from, key) => codes[nextRegion(codes.indexOf(from), key, codes, shapes)];
/** Where the right arrow leads from the middle, among regions at these places. @param {[x: number, y: number][]} places */
const rightAmong = (...places) => {
  const around = Object.fromEntries([[0, 0], ...places].map(([x, y], index) => [`r${index}`, { path: '', x, y }]));
  return nextRegion(0, 'ArrowRight', Object.keys(around), around);
};

test('arrow keys lead to the nearest region on their side', () => {
  assert.deepEqual(KEYS.map((key) => step('m', key)), ['w', 'e', 'n', 's']);
  assert.equal(step('e', 'ArrowRight'), 'far');
});

test('a region straight ahead goes before a nearer one aside', () => {
  assert.equal(rightAmong([5, 5], [8, 0]), 2);
  assert.equal(rightAmong([5, 1], [8, 0]), 1);
});

test('a region that lies more aside than ahead is not reached', () => {
  assert.equal(rightAmong([5, 5.9]), 1);
  assert.equal(rightAmong([5, 6.1]), 0);
  assert.equal(rightAmong([5, -6.1]), 0);
});

test('at the edge an arrow key stays where it is', () => {
  assert.equal(step('w', 'ArrowLeft'), 'w');
  assert.equal(step('n', 'ArrowUp'), 'n');
});

test('a key that is no arrow leads nowhere', () => {
  assert.equal(step('m', 'Enter'), 'm');
  assert.equal(arrowStep('Enter'), undefined);
  assert.equal(arrowStep('toString'), undefined);
});

test('arrow keys reach every region of the real map', async () => {
  const real = regionShapes(JSON.parse(await readFile(new URL('../../../static/regions.topo.json', import.meta.url), 'utf8')));
  const all = Object.keys(real), reached = new Set([0]), open = [0];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const key of KEYS) {
      const next = nextRegion(at, key, all, real);
      if (!reached.has(next)) { reached.add(next); open.push(next); }
    }
  }
  assert.equal(all.length, 42);
  assert.deepEqual(all.filter((_, index) => !reached.has(index)), []);
});

test('a class is filled with its colour, a mixture or a class outside the scale with the pattern of its place', () => {
  assert.equal(classFill({ colours: ['#112233'] }, 'niveau', 4, 'country'), '#112233');
  assert.equal(classFill({ colours: ['#112233', '#445566'] }, 'niveau', 4, 'country'), 'url(#country-niveau-4)');
  assert.equal(classFill({ colours: [] }, 'raden', 0, 'm-jz'), 'url(#m-jz-raden-0)');
});

test('a class has the same look as a background: plain, striped or dotted', () => {
  assert.equal(classBackground({ colours: ['#112233'] }), '#112233');
  assert.match(classBackground({ colours: ['#112233', '#445566'] }), /^repeating-linear-gradient\(.*#112233 0 4px, #445566 4px 8px\)$/);
  assert.match(classBackground({ colours: [] }), /^radial-gradient\(circle, /);
});

test('no view yet is a cross, the other statuses are closed circles of the radius asked', () => {
  assert.equal(markerPath('geen_opvatting', 5), 'M-4 -4L4 4M-4 4L4 -4');
  assert.equal(markerPath('intentie', 5), 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z');
  assert.equal(markerPath('gedeelde_afspraak', 5), markerPath('intentie', 5));
});

test('a box is written as SVG reads it', () => {
  assert.equal(viewBox(COUNTRY), '10 -622 270 320');
});
