// The chart of all tasks as a picture.

import { measureIn } from '../look/letters.js';
import { FAMILY, framed } from '../look/picture.js';
import { overviewParts } from './overview_drawing.js';

const WIDTH = 1144;

/** @param {import('./overview.js').OverviewData} data */
export function overviewPicture(data) {
  const { parts, bottom } = overviewParts(data, { width: WIDTH, fontPx: 18, measure: measureIn(FAMILY) }, { left: 0, top: 0 });
  return framed({ title: data.title, source: data.credit }, { parts, box: { x: 0, y: 0, width: WIDTH, height: bottom } });
}
