// The map as a picture: what is drawn on the screen now, with title, legend and source.

import { GREY, INK, PAPER } from '../look/colours.js';
import { find } from '../look/dom.js';
import { framed } from '../look/picture.js';
import { svg } from '../look/svg.js';
import { traced } from '../look/traced.js';

const WIDTH = 1144, KEY_ROW = 26, SAMPLE = 44;

/** @typedef {import('./controls.js').PartnerData} PartnerData */
/** @typedef {'area' | 'edged' | 'outline' | 'line' | 'fading' | 'dashed'} Mark */
/** @typedef {{ words: string, colour: string, kind: Mark }} LegendEntry */

/**
 * deck.gl draws on a canvas that keeps its picture, in pixels; Vega draws a drawing.
 * @param {Element} map
 */
function drawnMap(map) {
  const canvas = map.querySelector('canvas');
  if (!canvas) {
    const { drawing, box } = traced([find(map, 'svg.marks', SVGSVGElement)]), scale = WIDTH / box.width;
    return { part: svg('g', { transform: `scale(${scale}) translate(${-box.x} ${-box.y})` }, drawing), height: box.height * scale };
  }
  const height = Math.round((WIDTH * canvas.height) / canvas.width);
  return { part: svg('image', { href: canvas.toDataURL('image/png'), width: WIDTH, height }), height };
}

/**
 * Legend of the map; what one region says of another fades on the tilting map and is dashed on the flat one.
 * @param {Pick<PartnerData, 'fills' | 'outlines' | 'lines'>} data
 * @param {'fading' | 'dashed'} oneSided
 * @returns {LegendEntry[]}
 */
export function legendEntries({ fills, outlines, lines }, oneSided) {
  return [
    ...fills.map(({ words, colour, edged }) => ({ words, colour, kind: edged ? /** @type {const} */ ('edged') : /** @type {const} */ ('area') })),
    ...outlines.map(({ words, colour }) => ({ words, colour, kind: /** @type {const} */ ('outline') })),
    ...lines.map(({ words, colour, mutual }) => ({ words, colour, kind: mutual ? /** @type {const} */ ('line') : oneSided })),
  ];
}

/**
 * Sample of an entry around height y, as the legend on the page shows it.
 * @param {LegendEntry} entry
 * @param {number} y
 * @param {number} index
 */
function sample({ kind, colour }, y, index) {
  const area = { x: 1, y: y - 8, width: SAMPLE - 2, height: 16 };
  if (kind === 'area') return [svg('rect', { ...area, fill: colour, stroke: GREY })];
  if (kind === 'edged') return [svg('rect', { ...area, fill: colour, stroke: INK, 'stroke-width': 2.5 })];
  if (kind === 'outline') return [svg('rect', { ...area, fill: 'none', stroke: colour, 'stroke-width': 3.5 })];
  if (kind !== 'fading') {
    const dashed = kind === 'dashed';
    return [svg('path', { d: `M0 ${y}H${SAMPLE}`, stroke: colour, 'stroke-width': dashed ? 3 : 6, 'stroke-dasharray': dashed && '9 6' })];
  }
  const id = `fading-${index}`;
  return [
    svg('linearGradient', { id }, svg('stop', { offset: 0, 'stop-color': colour }), svg('stop', { offset: 1, 'stop-color': PAPER })),
    svg('rect', { x: 0, y: y - 1.5, width: SAMPLE, height: 3, fill: `url(#${id})` }),
  ];
}

/**
 * @param {Element} map
 * @param {PartnerData} data
 * @param {string} task
 * @param {string} region name of the chosen region; empty where none is chosen
 */
export function partnerPicture(map, data, task, region) {
  const { part, height } = drawnMap(map), entries = legendEntries(data, map.querySelector('canvas') ? 'fading' : 'dashed');
  const key = entries.flatMap((entry, index) => {
    const y = height + 24 + index * KEY_ROW;
    return [...sample(entry, y, index), svg('text', { x: SAMPLE + 14, y: y + 5, 'font-size': 15 }, entry.words)];
  });
  const title = `${task}: met wie${region ? ` kan ${region} samen optrekken` : ' kunnen regio\'s samen optrekken'}?`;
  return framed({ title, source: data.credit }, { parts: [part, ...key], box: { x: 0, y: 0, width: WIDTH, height: height + 12 + entries.length * KEY_ROW } });
}
