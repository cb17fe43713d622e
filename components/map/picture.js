// The map as a picture of its own, with title, legend and source: SVG text, or PNG drawn from it.

import { COUNTRY, RANDSTAD, SVG, classFill, element } from '../look/svg.js';

function pictureSvg(view) {
  const { state, data } = view;
  const classes = view.currentClasses();
  const width = 1000, height = 760;
  const svg = element('svg', { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height, 'font-family': 'sans-serif', fill: '#1c1f26' });
  element('rect', { width, height, fill: '#ffffff' }, svg);
  element('text', { x: 24, y: 38, 'font-size': 22, 'font-weight': 'bold' }, svg).textContent = view.title();
  [['country', COUNTRY, { x: 400, y: 56, width: 580, height: 640 }], ['randstad', RANDSTAD, { x: 24, y: 66, width: 340, height: 373 }]].forEach(([name, box, place]) => {
    const part = element('svg', { ...place, viewBox: `${box.x} ${box.y} ${box.width} ${box.height}` }, svg);
    for (const child of view.maps[name].svg.children) {
      if (['defs', 'g'].includes(child.tagName)) part.append(child.cloneNode(true));
    }
    part.querySelectorAll('.regions path').forEach((path) => { path.setAttribute('stroke', '#7d8494'); path.setAttribute('stroke-width', box.width / 550); });
    part.querySelectorAll('.outlines path').forEach((path) => { path.setAttribute('fill', 'none'); path.setAttribute('stroke', '#c2410c'); path.setAttribute('stroke-width', box.width / 140); });
    part.querySelectorAll('.markers path').forEach((path) => { path.setAttribute('stroke', '#1c1f26'); path.setAttribute('stroke-width', box.width / 450); });
    if (name === 'randstad') element('rect', { ...place, fill: 'none', stroke: '#5f6470' }, svg);
  });
  const defs = svg.querySelector('defs');
  view.counts().forEach((count, index) => {
    const y = 470 + index * 28;
    element('rect', { x: 24, y, width: 26, height: 18, stroke: '#5f6470', fill: classFill(classes[index], state.layer, index, 'country') }, svg);
    element('text', { x: 60, y: y + 14, 'font-size': 15 }, svg).textContent = `${classes[index].name}: ${count}`;
  });
  if (defs) svg.prepend(defs.cloneNode(true));
  element('text', { x: 24, y: height - 18, 'font-size': 12 }, svg).textContent = data.credit;
  return new XMLSerializer().serializeToString(svg);
}

function saveBlob(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function savePicture(view, kind) {
  const name = `schaalwijzer-${view.taskCode()}-${view.state.layer}.${kind}`;
  const blob = new Blob([pictureSvg(view)], { type: 'image/svg+xml' });
  if (kind === 'svg') return saveBlob(blob, name);
  const image = new Image();
  image.onload = () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2000, height: 1520 });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    canvas.toBlob((png) => saveBlob(png, name), 'image/png');
  };
  image.src = URL.createObjectURL(blob);
}
