import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Colouring } from '../../../components/map/colouring.js';

/** @param {string} code @param {string} name */
const item = (code, name) => ({ code, name, colours: ['#112233'] });

/** Three regions and two tasks. @type {import('../../../components/map/colouring.js').MapContent} */
const CONTENT = {
  layers: [
    { code: 'niveau', name: 'Niveau van de keuze', perTask: true },
    { code: 'breedst', name: 'Ruimste niveau', perTask: true },
    { code: 'status', name: 'Status', perTask: true },
    { code: 'raden', name: 'Stemden de raden in?', perTask: false },
  ],
  tasks: [['zorg', 'Pleegzorg', 'Pleegzorg'], ['meld', 'Meldpunt', 'Meldpunt']],
  regions: [['A', 'Aa'], ['B', 'Bee'], ['C', 'Cee']],
  classes: {
    niveau: [item('lokaal', 'lokaal'), item('regionaal', 'regionaal')],
    breedst: [item('lokaal', 'lokaal'), item('regionaal', 'regionaal')],
    status: [item('gedeelde_afspraak', 'gedeelde afspraak'), item('intentie', 'intentie'), item('geen_opvatting', 'nog geen opvatting')],
    raden: [item('ja', 'ja'), item('nee', 'nee')],
  },
  cells: [[0, 0, 0], [1, 1, 0], [1, 1, 1], [1, 1, 0], [0, 1, 1], [1, 1, 0]],
  words: ['', '', 'regionaal, soms lokaal', '', '', ''],
  answers: { raden: [1, 0, 0] },
  moved: {},
};

/** @param {Partial<import('../../../components/map/colouring.js').MapState>} change */
const colouring = (change) => new Colouring(CONTENT, { task: 'zorg', layer: 'niveau', region: null, all: false, ...change });

test('a layer per task takes the class of each region for the chosen task', () => {
  const classes = (/** @type {string} */ task, /** @type {string} */ layer) => CONTENT.regions.map((_, region) => colouring({ task, layer }).classOf(region));
  assert.deepEqual(classes('zorg', 'niveau'), [0, 1, 0]);
  assert.deepEqual(classes('meld', 'niveau'), [1, 1, 1]);
  assert.deepEqual(classes('zorg', 'breedst'), [0, 1, 1]);
  assert.deepEqual(classes('zorg', 'status'), [0, 1, 1]);
});

test('a layer that holds for a region takes its answer, whatever the task', () => {
  for (const task of ['zorg', 'meld']) assert.deepEqual([0, 1, 2].map((region) => colouring({ task, layer: 'raden' }).classOf(region)), [1, 0, 0]);
});

test('regions are counted per class, and add up to all of them', () => {
  assert.deepEqual(colouring({}).counts(), [2, 1]);
  assert.deepEqual(colouring({}).counts(1), [0, 3]);
  assert.deepEqual(colouring({ layer: 'raden' }).counts(), [2, 1]);
});

test('with all tasks beside each other the legend counts all of them', () => {
  assert.deepEqual(colouring({ all: true }).shownCounts(), [2, 4]);
  assert.deepEqual(colouring({ all: false }).shownCounts(), [2, 1]);
});

test('all tasks only stand beside each other where the layer differs per task', () => {
  assert.equal(colouring({ all: true }).showsAll, true);
  assert.equal(colouring({ all: true, layer: 'raden' }).showsAll, false);
  assert.deepEqual(colouring({ all: true, layer: 'raden' }).shownCounts(), [2, 1]);
});

test('the class that most regions chose is named per task', () => {
  assert.equal(colouring({}).mostChosenWords(0), 'lokaal: 2 van de 3 regio\'s');
  assert.equal(colouring({}).mostChosenWords(1), 'regionaal: 3 van de 3 regio\'s');
});

test('the title names the task only where it matters', () => {
  assert.equal(colouring({}).title(), 'Pleegzorg: niveau van de keuze');
  assert.equal(colouring({ layer: 'raden' }).title(), 'Stemden de raden in?');
  assert.equal(colouring({ all: true }).title(), 'Alle 2 taken: niveau van de keuze');
});

test('a region is described by its class, and by its own words where it says more', () => {
  assert.deepEqual(colouring({}).words(0), ['Aa', 'lokaal', 'Status: gedeelde afspraak']);
  assert.deepEqual(colouring({}).words(1), ['Bee', 'regionaal', 'Status: intentie', 'In de bron: “regionaal, soms lokaal”']);
  assert.deepEqual(colouring({ layer: 'raden' }).words(0), ['Aa', 'nee']);
});

test('counts stand as words: regions on one map, choices on the maps of all tasks', () => {
  const words = (/** @type {object} */ change) => colouring(change).key().map((row) => `${row.item.name}: ${row.words}`);
  assert.deepEqual(words({}), ['lokaal: 2 regio\'s', 'regionaal: 1 regio']);
  assert.deepEqual(words({ task: 'meld' }), ['regionaal: 3 regio\'s']);
  assert.deepEqual(words({ all: true }), ['lokaal: 2 keuzes', 'regionaal: 4 keuzes']);
});

test('the key has each status that a region has, and none where no sign stands on the map', () => {
  const words = (/** @type {object} */ change) => colouring(change).statusKey().map((row) => row.words);
  assert.deepEqual(words({}), ['gedeelde afspraak: 1 regio', 'intentie: 2 regio\'s']);
  assert.deepEqual(words({ all: true }), []);
  assert.deepEqual(words({ layer: 'raden' }), []);
});

test('the key names the own region and the chosen one, once where they are the same', () => {
  const words = (/** @type {string | null} */ region, /** @type {string | null} */ mine) => colouring({ region }).outlined(mine).map((row) => row.words);
  assert.deepEqual(words('B', 'A'), ['uw regio: Aa', 'gekozen regio: Bee']);
  assert.deepEqual(words('A', 'A'), ['uw regio: Aa']);
  assert.deepEqual(words(null, null), []);
});

test('the picture is named after the task, or after cooperation where it holds for the region', () => {
  assert.equal(colouring({ task: 'meld', layer: 'status' }).fileName(), 'kaart-meld-status');
  assert.equal(colouring({ layer: 'raden' }).fileName(), 'kaart-samenwerking-raden');
  assert.equal(colouring({ all: true }).fileName(), 'kaart-alle-taken-niveau');
});

test('a layer that does not exist is an error, not an empty map', () => {
  assert.throws(() => colouring({ layer: 'onzin' }), /onzin/);
});
