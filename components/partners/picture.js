// The map as a picture: what is drawn on the screen now, with title, legend and source.

import { GREY, INK, PAPER } from '../look/colours.js';
import { find, h } from '../look/dom.js';
import { imageOf, penOf, saveCanvas } from '../look/save_picture.js';
import { SVG } from '../look/svg.js';

const WIDTH = 1600, MARGIN = 40, LINE_HEIGHT = 34;

/** @typedef {import('./controls.js').PartnerData} PartnerData */
/** @typedef {'area' | 'edged' | 'outline' | 'line' | 'fading' | 'dashed'} Mark */
/** @typedef {{ words: string, colour: string, kind: Mark }} LegendEntry */

/**
 * deck.gl draws on a canvas that keeps its picture; Vega draws SVG or a canvas.
 * @param {Element} map
 */
async function drawnMap(map) {
  const canvas = map.querySelector('canvas');
  if (canvas) return canvas;
  const drawing = find(map, 'svg.marks', SVGSVGElement), { width, height } = drawing.getBoundingClientRect();
  const copy = /** @type {SVGSVGElement} */ (drawing.cloneNode(true));
  copy.setAttribute('xmlns', SVG);
  copy.setAttribute('width', String(width * 2));
  copy.setAttribute('height', String(height * 2));
  return imageOf(copy);
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
 * Sample of 44 pixels wide around height y, as the legend on the page shows it.
 * @param {CanvasRenderingContext2D} pen
 * @param {LegendEntry} entry
 * @param {number} y
 */
function drawMark(pen, { kind, colour }, y) {
  pen.save();
  pen.fillStyle = colour;
  pen.strokeStyle = strokeOf(pen, kind, colour);
  pen.lineWidth = { area: 1, edged: 3, outline: 5, line: 8, fading: 4, dashed: 4 }[kind];
  if (kind === 'area' || kind === 'edged') pen.fillRect(MARGIN, y - 12, 44, 24);
  if (kind === 'area' || kind === 'edged' || kind === 'outline') pen.strokeRect(MARGIN + 2, y - 10, 40, 20);
  else {
    if (kind === 'dashed') pen.setLineDash([9, 6]);
    pen.beginPath();
    pen.moveTo(MARGIN, y);
    pen.lineTo(MARGIN + 44, y);
    pen.stroke();
  }
  pen.restore();
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Mark} kind
 * @param {string} colour
 */
function strokeOf(pen, kind, colour) {
  if (kind === 'area') return GREY;
  if (kind === 'edged') return INK;
  if (kind !== 'fading') return colour;
  const fading = pen.createLinearGradient(MARGIN, 0, MARGIN + 44, 0);
  fading.addColorStop(0, colour);
  fading.addColorStop(1, PAPER);
  return fading;
}

/**
 * Saves the map as PNG.
 * @param {Element} map
 * @param {PartnerData} data
 * @param {{ code: string, name: string }} task
 * @param {string} region name of the chosen region; empty where none is chosen
 */
export async function savePicture(map, data, task, region) {
  const title = `${task.name}: met wie${region ? ` kan ${region} samen optrekken` : ' kunnen regio\'s samen optrekken'}?`;
  const drawn = await drawnMap(map);
  const width = WIDTH - 2 * MARGIN, height = Math.round((width * drawn.height) / drawn.width);
  const entries = legendEntries(data, map.querySelector('canvas') ? 'fading' : 'dashed');
  const canvas = h('canvas', { width: WIDTH, height: height + 230 + entries.length * LINE_HEIGHT }), pen = penOf(canvas);
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(drawn, MARGIN, 90, width, height);
  pen.fillStyle = INK;
  pen.font = 'bold 32px sans-serif';
  pen.fillText(title, MARGIN, 60);
  pen.font = '24px sans-serif';
  entries.forEach((entry, index) => {
    const y = height + 140 + index * LINE_HEIGHT;
    drawMark(pen, entry, y - 8);
    pen.fillText(entry.words, MARGIN + 60, y);
  });
  pen.font = '20px sans-serif';
  pen.fillText(data.credit, MARGIN, canvas.height - 30);
  await saveCanvas(canvas, `samenwerking-${task.code}.png`);
}
