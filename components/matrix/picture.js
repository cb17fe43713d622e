// The matrix as a picture of its own, with title, legend and source.

import { GREY, INK, PAPER } from '../look/colours.js';
import { framed } from '../look/picture.js';
import { classFill, drawPatterns, markerPath, svg } from '../look/svg.js';

const LEFT = 250, TOP = 150, WIDE = 84, HIGH = 22, RIGHT = 90;

/** @typedef {import('./arrangement.js').Arrangement} Arrangement */
/** @typedef {import('./arrangement.js').MatrixClass} MatrixClass */

/**
 * @param {string} text
 * @param {import('../look/dom.js').Attributes} attributes
 */
const write = (text, attributes) => svg('text', attributes, text);

/**
 * The matrix in the order of the screen, as a picture.
 * @param {Arrangement} arrangement
 * @param {string} credit
 */
export function matrixPicture(arrangement, credit) {
  const { content, tasks, bands } = arrangement, defs = svg('g');
  const lines = bands.flatMap(({ heading, regions }) => [...(heading ? [heading] : []), ...regions]);
  const width = LEFT + tasks.length * WIDE + RIGHT, foot = TOP + lines.length * HIGH + 16, key = legend(arrangement, foot, width);
  drawPatterns(defs, { matrix: content.classes }, 'picture', 8);
  const parts = [
    defs,
    ...tasks.flatMap((task, column) => taskHeading(arrangement, task, LEFT + column * WIDE + WIDE / 2)),
    write('Vaakst gekozen niveau', { x: 16, y: 122 }),
    write('Kans dat twee regio\'s verschillen', { x: 16, y: 140 }),
    write('Meest gekozen', { x: width - RIGHT + 8, y: 76, 'font-size': 12, 'font-weight': 'bold' }),
    ...lines.flatMap((line, index) => {
      const y = TOP + index * HIGH;
      return typeof line === 'string' ? [write(line, { x: 16, y: y + HIGH - 7, 'font-weight': 'bold' })] : regionRow(arrangement, line, y, width);
    }),
    ...key.parts,
  ];
  return framed({ title: 'Schaalkeuzes per regio en taak', notes: [arrangement.orderWords()], source: credit }, {
    parts: [svg('g', { 'font-size': 13 }, ...parts)], box: { x: 16, y: TOP - 88, width: width - 32, height: key.bottom - TOP + 88 },
  });
}

/**
 * Name of a task over its column, and its two figures.
 * @param {Arrangement} arrangement
 * @param {number} task
 * @param {number} x
 */
function taskHeading({ content }, task, x) {
  const { class: item, share, spread } = content.agreement[task], bold = { 'text-anchor': 'middle', 'font-size': 12, 'font-weight': 'bold' };
  return [
    ...wrapped(content.tasks[task][2], 12).map((part, line) => write(part, { x, y: 76 + line * 15, ...bold })),
    write(`${content.classes[item].letters} ${share}`, { x, y: 122, 'text-anchor': 'middle' }),
    write(spread, { x, y: 140, 'text-anchor': 'middle' }),
  ];
}

/**
 * @param {Arrangement} arrangement
 * @param {number} region
 * @param {number} y
 * @param {number} width
 */
function regionRow(arrangement, region, y, width) {
  const { content } = arrangement, base = y + HIGH - 7, isMine = region === arrangement.ownRegion;
  return [
    write(content.regions[region][1] + (isMine ? ' (eigen regio)' : ''), { x: 16, y: base, 'font-weight': isMine ? 'bold' : 'normal' }),
    ...arrangement.tasks.flatMap((task, column) => {
      const [item, status] = arrangement.cell(region, task), x = LEFT + column * WIDE, fill = classFill(content.classes[item], 'matrix', item, 'picture');
      return [
        svg('rect', { x: x + 1, y: y + 1, width: WIDE - 2, height: HIGH - 2, fill }),
        ...face(content.classes[item], content.statuses[status].code, x + WIDE / 2, y + HIGH / 2),
      ];
    }),
    write(`${content.usual[region]}/${content.tasks.length}`, { x: width - RIGHT + 8, y: base }),
  ];
}

/**
 * @param {string} status
 * @param {string} ink
 * @param {number} x
 * @param {number} y
 */
function marker(status, ink, x, y) {
  const fill = status === 'gedeelde_afspraak' ? ink : 'none';
  return svg('path', { d: markerPath(status, 4), transform: `translate(${x} ${y})`, fill, stroke: ink, 'stroke-width': 2 });
}

/**
 * Letters and status of one cell; on stripes and dots with a light ground of their own.
 * @param {MatrixClass} item
 * @param {string} status
 * @param {number} x
 * @param {number} y
 */
function face(item, status, x, y) {
  const isLong = item.letters.length > 1, isPlain = item.colours.length === 1, ink = isPlain ? item.ink : INK;
  const ground = svg('rect', { x: x - (isLong ? 21 : 14), y: y - 8, width: isLong ? 43 : 28, height: 16, rx: 3, fill: PAPER, 'fill-opacity': 0.9 });
  return [
    ...(isPlain ? [] : [ground]),
    write(item.letters, { x: x - (isLong ? 18 : 11), y: y + 4, 'font-size': 12, 'font-weight': 'bold', fill: ink }),
    marker(status, ink, x + (isLong ? 14 : 8), y),
  ];
}

/**
 * Classes in lines as wide as the picture, and the statuses under them.
 * @param {Arrangement} arrangement
 * @param {number} top
 * @param {number} width
 */
function legend({ content }, top, width) {
  let x = 16, y = top;
  const classes = content.classes.flatMap((item, index) => {
    const words = `${item.letters} = ${item.name}`, room = 42 + words.length * 7;
    if (x + room > width) { x = 16; y += 22; }
    const place = { x, y };
    x += room;
    return [
      svg('rect', { ...place, width: 20, height: 14, stroke: GREY, fill: classFill(item, 'matrix', index, 'picture') }),
      write(words, { x: place.x + 26, y: place.y + 12 }),
    ];
  });
  x = 16;
  const statuses = content.statuses.flatMap(({ code, name }) => {
    const left = x;
    x += 38 + name.length * 7;
    return [marker(code, INK, left + 10, y + 29), write(name, { x: left + 22, y: y + 34 })];
  });
  return { parts: [...classes, ...statuses], bottom: y + 42 };
}

/**
 * Words in lines of about `length` signs, three at most.
 * @param {string} text
 * @param {number} length
 */
export function wrapped(text, length) {
  const lines = [''];
  for (const word of text.replace(/^(Jeugd)(.{9,})$/, '$1- $2').split(' ')) {
    const last = lines[lines.length - 1], longer = `${last} ${word}`.trim();
    if (longer.length > length && last && lines.length < 3) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
