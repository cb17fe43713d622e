// The matrix as a picture of its own, with title, legend and source: SVG text, or PNG drawn from it.

import { SVG, classFill, drawPatterns, element, markerPath } from '../look/svg.js';

const PICTURE = { left: 250, top: 150, wide: 84, high: 22, right: 90 };

function matrixSvg(view) {
  const { data } = view, { left, top, wide, high, right } = PICTURE, tasks = view.taskOrder(), bands = view.bands();
  const lines = bands.flatMap(({ heading, regions }) => [...(heading ? [heading] : []), ...regions]);
  const width = left + tasks.length * wide + right, foot = top + lines.length * high + 16;
  const height = foot + 104;
  const svg = element('svg', { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height, 'font-family': 'sans-serif', 'font-size': 13, fill: '#1c1f26' });
  const write = (text, attributes) => { element('text', attributes, svg).textContent = text; };
  element('rect', { width, height, fill: '#ffffff' }, svg);
  drawPatterns(svg, { matrix: data.classes }, 'picture', 8);
  write('Schaalkeuzes per regio en taak', { x: 16, y: 30, 'font-size': 20, 'font-weight': 'bold' });
  write(view.orderWords(), { x: 16, y: 52 });
  tasks.forEach((task, column) => {
    const x = left + column * wide + wide / 2;
    wrapped(data.tasks[task][2], 12).forEach((part, line) => write(part, { x, y: 76 + line * 15, 'text-anchor': 'middle', 'font-size': 12, 'font-weight': 'bold' }));
    write(data.agreement[task].share, { x, y: 122, 'text-anchor': 'middle' });
    write(data.agreement[task].spread, { x, y: 140, 'text-anchor': 'middle' });
  });
  write('Vaakst gekozen niveau', { x: 16, y: 122 });
  write('Kans dat twee regio\'s verschillen', { x: 16, y: 140 });
  write('Gebruikelijk', { x: width - right + 8, y: 76, 'font-size': 12, 'font-weight': 'bold' });
  lines.forEach((line, index) => {
    const y = top + index * high, base = y + high - 7;
    if (typeof line === 'string') return write(line, { x: 16, y: base, 'font-weight': 'bold' });
    const mine = data.regions[line][0] === data.mine, [usual, named] = data.usual[line];
    write(data.regions[line][1] + (mine ? ' (mijn regio)' : ''), { x: 16, y: base, 'font-weight': mine ? 'bold' : 'normal' });
    tasks.forEach((task, column) => {
      const [item, status] = view.cell(line, task), x = left + column * wide;
      element('rect', { x: x + 1, y: y + 1, width: wide - 2, height: high - 2, fill: classFill(data.classes[item], 'matrix', item, 'picture') }, svg);
      drawFace(svg, data.classes[item], data.statuses[status].code, x + wide / 2, y + high / 2, write);
    });
    write(`${usual}/${named}`, { x: width - right + 8, y: base });
  });
  drawPictureLegend(svg, data, foot, width, write);
  write(data.credit, { x: 16, y: height - 12, 'font-size': 12 });
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}

function drawStatus(svg, status, ink, x, y) {
  element('path', { d: markerPath(status, 4), transform: `translate(${x} ${y})`, fill: status === 'gedeelde_afspraak' ? ink : 'none', stroke: ink, 'stroke-width': 2 }, svg);
}

// Letters and status of one cell; on stripes and dots with a light ground of their own.
function drawFace(svg, item, status, x, y, write) {
  const long = item.letters.length > 1, ink = item.colours.length === 1 ? item.ink : '#1c1f26';
  if (item.colours.length !== 1) element('rect', { x: x - (long ? 21 : 14), y: y - 8, width: long ? 43 : 28, height: 16, rx: 3, fill: '#ffffff', 'fill-opacity': 0.9 }, svg);
  write(item.letters, { x: x - (long ? 18 : 11), y: y + 4, 'font-size': 12, 'font-weight': 'bold', fill: ink });
  drawStatus(svg, status, ink, x + (long ? 14 : 8), y);
}

function drawPictureLegend(svg, data, top, width, write) {
  let x = 16, y = top;
  data.classes.forEach((item, index) => {
    const room = 42 + item.name.length * 7;
    if (x + room > width) { x = 16; y += 22; }
    element('rect', { x, y, width: 20, height: 14, stroke: '#5f6470', fill: classFill(item, 'matrix', index, 'picture') }, svg);
    write(item.name, { x: x + 26, y: y + 12 });
    x += room;
  });
  x = 16;
  data.statuses.forEach(({ code, name }) => {
    drawStatus(svg, code, '#1c1f26', x + 10, y + 29);
    write(name, { x: x + 22, y: y + 34 });
    x += 38 + name.length * 7;
  });
}

// Words in lines of about `length` signs, three at most.
function wrapped(text, length) {
  const lines = [''];
  for (const word of text.replace(/^(Jeugd)(.{9,})$/, '$1- $2').split(' ')) {
    if (`${lines.at(-1)} ${word}`.trim().length > length && lines.at(-1) && lines.length < 3) lines.push(word);
    else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
  }
  return lines;
}

function saveBlob(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function saveMatrix(view, kind) {
  const name = `schaalwijzer-matrix-${view.state.rows}.${kind}`, { text, width, height } = matrixSvg(view);
  const blob = new Blob([text], { type: 'image/svg+xml' });
  if (kind === 'svg') return saveBlob(blob, name);
  const image = new Image();
  image.onload = () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: width * 1.5, height: height * 1.5 });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    canvas.toBlob((png) => saveBlob(png, name), 'image/png');
  };
  image.src = URL.createObjectURL(blob);
}
