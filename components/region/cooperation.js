// Answers as dots: full, half, empty, or dashed where there is no answer; always with the word beside it.

import { make } from '../look/dom.js';
import { element } from '../look/svg.js';

const PARTS = {
  ja: ['M8 2a6 6 0 0 1 0 12a6 6 0 0 1 0 -12Z', 'line'],
  deels: ['M8 2a6 6 0 0 0 0 12Z', 'line'],
  nee: ['', 'line'],
  niet_genoemd: ['', 'dashed'],
  geen_antwoord: ['', 'dashed'],
};

function dot(code) {
  const [fill, outline] = PARTS[code];
  const svg = element('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true', 'data-code': code });
  element('circle', { cx: 8, cy: 8, r: 6, 'data-part': outline }, svg);
  if (fill) element('path', { d: fill, 'data-part': 'fill' }, svg);
  return svg;
}

function item({ code, question, answer, gist, place }) {
  const heading = make('p', 'gist', make('b', '', `${question}: ${answer}. `), `${gist} `);
  return make('li', '', dot(code), make('div', '', heading, make('p', 'place', place)));
}

export default function ({ parentElement, data }) {
  parentElement.querySelector('.legend').replaceChildren(...data.legend.map(([code, words]) => make('span', '', dot(code), words)));
  parentElement.querySelector('.groups').replaceChildren(...data.groups.flatMap(({ heading, items }) => [
    make('h3', '', heading), make('ul', '', ...items.map(item)),
  ]));
}
