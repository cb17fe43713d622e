// TopoJSON (Dutch national grid, metres) to SVG path texts in kilometres, with north up.
// Regions share their arcs, so neighbours keep one border at every zoom.

import { staticJson } from './static_files.js';

/** @typedef {[x: number, y: number]} Point */

/**
 * Outline of a region as the text of an SVG path, and the point at which it is marked.
 * @typedef {{ path: string, x: number, y: number }} Shape
 */

/** @typedef {Record<string, Shape>} Shapes Region code to its shape. */

/**
 * The file that pipeline/geometry.py writes: each arc as a first point and steps from there, in whole units of `scale` metres.
 * @typedef {{
 *   transform: { scale: Point, translate: Point },
 *   arcs: Point[][],
 *   objects: { regions: { geometries: Geometry[] } },
 * }} Topology
 */

/**
 * Region with its rings; a ring lists arcs by position, ~position for one that runs backwards.
 * @typedef {{ id: string, properties: { x_km: number, y_km: number } } & (
 *   { type: 'Polygon', arcs: number[][] } | { type: 'MultiPolygon', arcs: number[][][] })} Geometry
 */

/** @type {Map<string, Promise<Shapes>>} */
const LOADED = new Map();

/**
 * Shapes of the regions from a file in static/, fetched once; a fetch that fails is tried again at the next call.
 * @param {string} path
 */
export function loadShapes(path) {
  let shapes = LOADED.get(path);
  if (!shapes) {
    shapes = fetchShapes(path);
    LOADED.set(path, shapes);
  }
  return shapes;
}

/**
 * @param {string} path
 * @returns {Promise<Shapes>}
 */
async function fetchShapes(path) {
  try {
    return regionShapes(await staticJson(path));
  } catch (error) {
    LOADED.delete(path);
    throw error;
  }
}

/**
 * @param {Topology} topology
 * @returns {Shapes}
 */
export function regionShapes(topology) {
  const arcs = pointsOfArcs(topology);
  return Object.fromEntries(topology.objects.regions.geometries.map((region) => {
    const rings = region.type === 'Polygon' ? region.arcs : region.arcs.flat();
    return [region.id, { path: rings.map((ring) => ringPath(ring, arcs)).join(''), x: region.properties.x_km, y: -region.properties.y_km }];
  }));
}

/**
 * @param {Topology} topology
 * @returns {Point[][]}
 */
function pointsOfArcs({ arcs, transform: { scale, translate } }) {
  return arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [(x * scale[0] + translate[0]) / 1000, -(y * scale[1] + translate[1]) / 1000];
    });
  });
}

/**
 * @param {number[]} ring
 * @param {Point[][]} arcs
 */
function ringPath(ring, arcs) {
  /** @type {Point[]} */
  const points = [];
  for (const index of ring) {
    const arc = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
    points.push(...(points.length ? arc.slice(1) : arc));
  }
  return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}
