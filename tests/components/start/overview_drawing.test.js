import assert from 'node:assert/strict';
import { test } from 'node:test';

// Node has no elements: each stands as its name, its attributes and what it holds.
class Made {
  /** @param {string} tag */
  constructor(tag) {
    this.tag = tag;
    /** @type {Record<string, string>} */
    this.attributes = {};
    /** @type {(Made | string)[]} */
    this.content = [];
  }

  /** @param {string} name @param {string} value */
  setAttribute(name, value) { this.attributes[name] = value; }

  /** @param {(Made | string)[]} parts */
  append(...parts) { this.content.push(...parts); }
}
Object.assign(globalThis, { document: { createElementNS: (/** @type {string} */ _, /** @type {string} */ tag) => new Made(tag) } });
const { overviewParts } = await import('../../../components/start/overview_drawing.js');

/** @type {import('../../../components/start/overview_drawing.js').OverviewContent} */
const CONTENT = {
  mine: 'Aa', credit: '',
  classes: [
    { name: 'lokaal', colours: ['#eeeeee'], ink: '#000000' }, { name: 'lokaal en regionaal', colours: ['#eeeeee', '#333333'], ink: '#000000' },
    { name: 'regionaal', colours: ['#333333'], ink: '#ffffff' },
  ],
  tasks: [{ name: 'Pleegzorg', short: 'Pleegzorg', counts: [30, 0, 12], own: 2 }, { name: 'Meldpunten', short: 'Meldpunten', counts: [1, 20, 21], own: 0 }],
};
const draw = (/** @type {number} */ width, shown = CONTENT) => {
  const { parts, bottom } = overviewParts(shown, { width, fontPx: 16, measure: (text, fontPx) => 0.5 * fontPx * text.length }, { left: 0, top: 0 });
  /** @type {Made[]} */
  const all = [], open = /** @type {Made[]} */ (/** @type {unknown} */ (parts));
  const walk = (/** @type {Made} */ made) => { all.push(made); made.content.forEach((part) => { if (typeof part !== 'string') walk(part); }); };
  open.forEach(walk);
  return { all, bottom, texts: all.filter(({ tag }) => tag === 'text').map(({ content }) => content.join('')) };
};
const titled = (/** @type {Made[]} */ all) => all.filter(({ tag }) => tag === 'title').map(({ content }) => content.join(''));

test('each bar has a segment per class that occurs, as wide as its share, with its number', () => {
  const { all, texts } = draw(1000);
  assert.deepEqual(titled(all), [
    'Pleegzorg: 30 van de 42 regio\'s lokaal', 'Pleegzorg: 12 van de 42 regio\'s regionaal',
    'Meldpunten: 1 van de 42 regio\'s lokaal', 'Meldpunten: 20 van de 42 regio\'s lokaal en regionaal', 'Meldpunten: 21 van de 42 regio\'s regionaal',
  ]);
  const bars = all.filter(({ tag, content }) => tag === 'g' && content.some((part) => part instanceof Made && part.tag === 'title'));
  const widths = bars.map(({ content }) => Number(/** @type {Made} */ (content[1]).attributes.width));
  assert.ok(Math.abs(widths[0] / widths[1] - 30 / 12) < 1e-9);
  assert.ok(Math.abs(widths[0] + widths[1] - widths[2] - widths[3] - widths[4]) < 1e-9);
  for (const number of ['30', '12', '1', '20', '21']) assert.ok(texts.includes(number), number);
});

test('a mixture has stripes of its levels, as on the map, and no colour of its own', () => {
  const { all } = draw(1000), fills = new Set(all.filter(({ tag }) => tag === 'rect').map(({ attributes }) => attributes.fill));
  assert.ok([...fills].some((fill) => fill?.startsWith('url(#')));
  for (const fill of fills) assert.ok(['none', '#eeeeee', '#333333', '#ffffff'].includes(fill) || fill.startsWith('url(#'), fill);
});

test('what my region chose is framed, and the key says so', () => {
  const { all, texts } = draw(1000);
  assert.equal(all.filter(({ attributes }) => attributes.class === 'own').length, 3);
  assert.ok(texts.includes('keuze van uw regio: Aa'));
  const without = draw(1000, { ...CONTENT, mine: null, tasks: CONTENT.tasks.map((task) => ({ ...task, own: null })) });
  assert.equal(without.all.filter(({ attributes }) => attributes.class === 'own').length, 0);
});

test('on a phone the names stand over the bars, and nothing leaves the width', () => {
  const { all, bottom, texts } = draw(300), wide = draw(1000);
  assert.ok(bottom > wide.bottom);
  assert.deepEqual(texts.filter((text) => text === 'Pleegzorg' || text === 'lokaal en regionaal').length, 2);
  for (const { tag, attributes, content } of all) {
    const x = Number(attributes.x ?? 0), size = tag === 'text' && !attributes['text-anchor'] ? 8 * content.join('').length : Number(attributes.width ?? 0);
    assert.ok(x >= 0 && x + size <= 300.01, `${tag} ${content.join('')}`);
  }
});
