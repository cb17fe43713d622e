// A drawing or a canvas as a file for the visitor.

import { h } from './dom.js';

/**
 * Lets the browser save `blob` under a name.
 * @param {Blob} blob
 * @param {string} name
 */
export function saveBlob(blob, name) {
  const href = URL.createObjectURL(blob);
  h('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

/**
 * Saves a canvas as PNG.
 * @param {HTMLCanvasElement} canvas
 * @param {string} name
 */
export async function saveCanvas(canvas, name) {
  /** @type {Blob | null} */
  const png = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/png'); });
  if (!png) throw new Error(`No picture of ${canvas.width} by ${canvas.height} pixels could be made.`);
  saveBlob(png, name);
}

/**
 * Saves a drawing as SVG, or as PNG with `scale` pixels to each of its units.
 * @param {SVGSVGElement} drawing of which the attributes width and height give the size
 * @param {string} name without its ending
 * @param {string} kind 'svg' or 'png'
 * @param {number} scale
 */
export async function saveDrawing(drawing, name, kind, scale) {
  if (kind === 'svg') {
    saveBlob(svgBlob(drawing), `${name}.svg`);
    return;
  }
  const image = await imageOf(drawing);
  const canvas = h('canvas', { width: Math.floor(image.width * scale), height: Math.floor(image.height * scale) });
  penOf(canvas).drawImage(image, 0, 0, canvas.width, canvas.height);
  await saveCanvas(canvas, `${name}.png`);
}

/**
 * Drawing as an image that a canvas can take, as large as its attributes width and height say.
 * @param {SVGSVGElement} drawing
 */
export async function imageOf(drawing) {
  const image = new Image();
  image.src = URL.createObjectURL(svgBlob(drawing));
  try {
    await image.decode();
  } finally {
    URL.revokeObjectURL(image.src);
  }
  return image;
}

/** @param {HTMLCanvasElement} canvas */
export function penOf(canvas) {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser draws no pictures.');
  return pen;
}

/** @param {SVGSVGElement} drawing */
function svgBlob(drawing) {
  return new Blob([new XMLSerializer().serializeToString(drawing)], { type: 'image/svg+xml' });
}
