// The map as a picture: what is drawn on the screen now, with title, legend and source.

const WIDTH = 1600, MARGIN = 40, LINE_HEIGHT = 34;

// deck.gl draws on a canvas that keeps its picture; Vega draws SVG or a canvas.
async function drawnMap(map) {
  const canvas = map.querySelector('canvas');
  if (canvas) return canvas;
  const svg = map.querySelector('svg.marks'), { width, height } = svg.getBoundingClientRect();
  const image = new Image(width * 2, height * 2);
  const copy = svg.cloneNode(true);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', width * 2);
  copy.setAttribute('height', height * 2);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

// Sample of 44 pixels wide around height y, as the legend on the page shows it.
function drawMark(pen, kind, colour, y) {
  pen.save();
  const fading = pen.createLinearGradient(MARGIN, 0, MARGIN + 44, 0);
  fading.addColorStop(0, colour);
  fading.addColorStop(1, '#ffffff');
  pen.fillStyle = colour;
  pen.strokeStyle = { area: '#5f6470', fading }[kind] ?? colour;
  pen.lineWidth = { area: 1, outline: 5, line: 8 }[kind] ?? 4;
  if (kind === 'area') pen.fillRect(MARGIN, y - 12, 44, 24);
  if (kind === 'area' || kind === 'outline') pen.strokeRect(MARGIN + 2, y - 10, 40, 20);
  else {
    if (kind === 'dashed') pen.setLineDash([9, 6]);
    pen.beginPath();
    pen.moveTo(MARGIN, y);
    pen.lineTo(MARGIN + 44, y);
    pen.stroke();
  }
  pen.restore();
}

export async function savePicture(map, data, task, taskCode) {
  const drawn = await drawnMap(map);
  const width = WIDTH - 2 * MARGIN, height = Math.round(width * drawn.height / drawn.width);
  const oneSided = map.querySelector('canvas') ? 'fading' : 'dashed';
  const entries = [
    ...data.fills.map((fill) => ({ ...fill, kind: 'area' })),
    ...data.outlines.map((outline) => ({ ...outline, kind: 'outline' })),
    ...data.lines.map((line) => ({ ...line, kind: line.mutual ? 'line' : oneSided })),
  ];
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: height + 230 + entries.length * LINE_HEIGHT });
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(drawn, MARGIN, 90, width, height);
  pen.fillStyle = '#1c1f26';
  pen.font = 'bold 32px sans-serif';
  pen.fillText(`Genoemde partners; kleur: niveau voor ${task}`, MARGIN, 60);
  pen.font = '24px sans-serif';
  entries.forEach(({ words, colour, kind }, index) => {
    const y = height + 140 + index * LINE_HEIGHT;
    drawMark(pen, kind, colour, y - 8);
    pen.fillStyle = '#1c1f26';
    pen.fillText(words, MARGIN + 60, y);
  });
  pen.font = '20px sans-serif';
  pen.fillText(data.credit, MARGIN, canvas.height - 30);
  canvas.toBlob((png) => {
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(png), download: `samenwerking-${taskCode}.png` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }, 'image/png');
}
