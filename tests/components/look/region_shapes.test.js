import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { regionShapes } from '../../../components/look/region_shapes.js';
import { COUNTRY } from '../../../components/look/svg.js';

/** Two squares of 10 km side by side; arc 0 is the border between them, walked upwards. @type {import('../../../components/look/region_shapes.js').Topology} */
const SQUARES = {
  transform: { scale: [1000, 1000], translate: [100_000, 400_000] },
  arcs: [
    [[10, 0], [0, 10]],
    [[10, 10], [-10, 0], [0, -10], [10, 0]],
    [[10, 0], [10, 0], [0, 10], [-10, 0]],
  ],
  objects: { regions: { geometries: [
    { id: 'west', type: 'Polygon', arcs: [[0, 1]], properties: { x_km: 105, y_km: 405 } },
    { id: 'east', type: 'MultiPolygon', arcs: [[[2, ~0]]], properties: { x_km: 115, y_km: 405 } },
  ] } },
};

test('arcs are joined to rings in kilometres with north up, no point twice', () => {
  assert.equal(regionShapes(SQUARES).west.path, 'M110.0 -400.0L110.0 -410.0L100.0 -410.0L100.0 -400.0L110.0 -400.0Z');
});

test('a border that neighbours share runs backwards for one of them', () => {
  assert.equal(regionShapes(SQUARES).east.path, 'M110.0 -400.0L120.0 -400.0L120.0 -410.0L110.0 -410.0L110.0 -400.0Z');
});

test('each region is marked at its own point', () => {
  const { west, east } = regionShapes(SQUARES);
  assert.deepEqual([west.x, west.y, east.x, east.y], [105, -405, 115, -405]);
});

test('a region of several parts has a ring for each', () => {
  const islands = structuredClone(SQUARES);
  islands.objects.regions.geometries = [{ id: 'both', type: 'MultiPolygon', arcs: [[[0, 1]], [[2, ~0]]], properties: { x_km: 110, y_km: 405 } }];
  assert.equal(regionShapes(islands).both.path.match(/M[^MZ]*Z/g)?.length, 2);
});

test('the real map holds 42 regions that lie within the country', async () => {
  const shapes = regionShapes(JSON.parse(await readFile(new URL('../../../static/regions.topo.json', import.meta.url), 'utf8')));
  assert.equal(Object.keys(shapes).length, 42);
  for (const [code, { path, x, y }] of Object.entries(shapes)) {
    const numbers = [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, across, down]) => [Number(across), Number(down)]);
    assert.ok(numbers.length > 3, code);
    for (const [across, down] of [...numbers, [x, y]]) {
      assert.ok(across >= COUNTRY.x && across <= COUNTRY.x + COUNTRY.width, `${code} ${across}`);
      assert.ok(down >= COUNTRY.y && down <= COUNTRY.y + COUNTRY.height, `${code} ${down}`);
    }
  }
});
