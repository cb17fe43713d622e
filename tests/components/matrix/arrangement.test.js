import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Arrangement, positionOf, spoken } from '../../../components/matrix/arrangement.js';

/** @typedef {import('../../../components/matrix/arrangement.js').MatrixState} MatrixState */

/** @param {string} code */
const matrixClass = (code) => ({ code, name: code, colours: ['#112233'], letters: code[0].toUpperCase(), ink: '#ffffff' });

/** Three regions and two tasks; the second region likes the third best. @type {import('../../../components/matrix/arrangement.js').MatrixContent} */
const CONTENT = {
  tasks: [['zorg', 'Pleegzorg', 'Pleegzorg', 'Zorg in een ander gezin'], ['meld', 'Meldpunt', 'Meldpunt', 'Waar men meldt']],
  regions: [['A', 'Aa', 'Zeeland'], ['B', 'Bee', 'Zeeland'], ['C', 'Cee', 'Drenthe']],
  classes: [matrixClass('lokaal'), matrixClass('regionaal')],
  statuses: [{ code: 'gedeelde_afspraak', name: 'gedeelde afspraak' }, { code: 'intentie', name: 'intentie' }],
  cells: [
    [0, 0, '', '', 'r1'], [1, 1, 'Regionaal, soms lokaal', 'nog niet', 'r2'],
    [1, 0, '', '', 'r3'], [1, 0, '', '', 'r4'],
    [1, 0, '', '', 'r5'], [0, 0, '', '', 'r6'],
  ],
  places: ['profiel 1', 'profiel 2', 'profiel 3'],
  printed: ['rij Pleegzorg', 'rij Meldpunt'],
  rowOrders: [
    { code: 'noord-zuid', name: 'Van noord naar zuid', bands: [{ heading: '', regions: [2, 0, 1] }] },
    { code: 'provincie', name: 'Per provincie', bands: [{ heading: 'Drenthe', regions: [2] }, { heading: 'Zeeland', regions: [0, 1] }] },
    { code: 'afspraken', name: 'Meeste gedeelde afspraken eerst', bands: [{ heading: '', regions: [1, 2, 0] }] },
    { code: 'gelijkenis', name: 'Gelijkenis met uw regio', bands: [] },
  ],
  columnOrders: [{ code: 'bron', name: 'Zoals in de bron', tasks: [0, 1] }, { code: 'eens', name: 'Kleinste kans op verschil eerst', tasks: [1, 0] }],
  alike: null,
  alikeOrder: 'Wat gelijk is telt.',
  agreements: [1, 2, 2],
  usual: [1, 2, 1],
  agreement: [{ class: 1, count: 2, share: '67%', spread: '44%' }, { class: 1, count: 2, share: '67%', spread: 'onbekend' }],
};

/** Per own region the others, most alike first. @type {Record<string, [string, string][]>} */
const ALIKE = {
  A: [['B', '50%: 1 van 2 gelijk'], ['C', 'onbekend: geen taak om te vergelijken']],
  B: [['C', '75%: 1 van 2 gelijk, 1 deels'], ['A', '50%: 1 van 2 gelijk']],
  C: [['B', '75%: 1 van 2 gelijk, 1 deels'], ['A', 'onbekend: geen taak om te vergelijken']],
};

/** @param {Partial<MatrixState>} change @param {string | null} [mine] */
const arranged = (change, mine = null) => (
  new Arrangement({ ...CONTENT, alike: mine ? ALIKE[mine] : null },
    { rows: 'noord-zuid', columns: 'bron', show: 'taak', task: null, region: null, ...change }, mine)
);
/** @param {Arrangement} arrangement */
const bands = (arrangement) => arrangement.bands.map(({ heading, regions }) => [heading, ...regions]);

test('regions stand in the chosen order, under the headings of their bands', () => {
  assert.deepEqual(bands(arranged({})), [['', 2, 0, 1]]);
  assert.deepEqual(bands(arranged({ rows: 'provincie' })), [['Drenthe', 2], ['Zeeland', 0, 1]]);
});

test('my own region comes on top and leaves its band; a band that is then empty goes', () => {
  assert.deepEqual(bands(arranged({}, 'B')), [['', 1], ['', 2, 0]]);
  assert.deepEqual(bands(arranged({ rows: 'provincie' }, 'C')), [['', 2], ['Zeeland', 0, 1]]);
});

test('the heading of the band that my own region left says where it stands', () => {
  assert.deepEqual(bands(arranged({ rows: 'provincie' }, 'B')), [['', 1], ['Drenthe', 2], ['Zeeland; uw regio staat bovenaan', 0]]);
});

test('by likeness the others follow my own region, most alike first', () => {
  assert.deepEqual(bands(arranged({ rows: 'gelijkenis' }, 'B')), [['', 1], ['', 2, 0]]);
  assert.equal(arranged({ rows: 'gelijkenis' }, 'B').note, 'Wat gelijk is telt.');
});

test('likeness without an own region falls back on north to south', () => {
  const arrangement = arranged({ rows: 'gelijkenis' });
  assert.equal(arrangement.rows, 'noord-zuid');
  assert.deepEqual(bands(arrangement), [['', 2, 0, 1]]);
  assert.equal(arrangement.orderWords(), 'Regio\'s: van noord naar zuid. Taken: zoals in de bron.');
});

test('every order shows each region once', () => {
  for (const { code } of CONTENT.rowOrders) {
    for (const mine of [null, 'A', 'B', 'C']) {
      assert.deepEqual(arranged({ rows: code }, mine).bands.flatMap(({ regions }) => regions).sort(), [0, 1, 2], `${code} ${mine}`);
    }
  }
});

test('tasks stand in the chosen order', () => {
  assert.deepEqual(arranged({}).tasks, [0, 1]);
  assert.deepEqual(arranged({ columns: 'eens' }).tasks, [1, 0]);
});

test('an order that does not exist is an error', () => {
  assert.throws(() => arranged({ columns: 'onzin' }).tasks, /onzin/);
  assert.throws(() => arranged({ rows: 'onzin' }).bands, /onzin/);
});

test('a list on a phone shows what is chosen, or else the first of the order', () => {
  const first = arranged({ columns: 'eens' }, 'B'), chosen = arranged({ task: 'zorg', region: 'A', columns: 'eens' }, 'B');
  assert.deepEqual([first.listTask, first.listRegion], [1, 1]);
  assert.deepEqual([chosen.listTask, chosen.listRegion], [0, 0]);
});

test('only the cell of both the chosen region and the chosen task is chosen', () => {
  const arrangement = arranged({ task: 'meld', region: 'A' });
  assert.equal(arrangement.isChosen(0, 1), true);
  assert.equal(arrangement.isChosen(0, 0), false);
  assert.equal(arrangement.isChosen(1, 1), false);
  assert.equal(arranged({ region: 'A' }).isChosen(0, 0), false);
});

test('a cell is said with its status, and with the words of the source and its remark where they say more', () => {
  assert.deepEqual(arranged({}).cellWords(0, 0), ['Aa, Pleegzorg', 'Lokaal', 'Status: gedeelde afspraak']);
  const more = ['In de bron: “Regionaal, soms lokaal”', 'nog niet'];
  assert.deepEqual(arranged({}).cellWords(0, 1), ['Aa, Meldpunt', 'Regionaal', 'Status: intentie', ...more]);
});

test('a choice is compared with what the others chose', () => {
  assert.equal(arranged({}).sameWords(1, 0), '2 van de 3 regio\'s kiezen dit.');
  assert.equal(arranged({}).sameWords(0, 0), 'Alleen deze regio kiest dit. Het vaakst gekozen: regionaal (2).');
});

test('what is read aloud has one point behind each sentence', () => {
  assert.equal(spoken(arranged({}).agreementWords(1)), 'Meldpunt. 2 van de 3 regio\'s kiezen regionaal (67%). Kans dat twee regio\'s verschillen: onbekend.');
});

test('agreement and what is usual are said in figures', () => {
  assert.deepEqual(arranged({}).agreementWords(1), [
    'Meldpunt', '2 van de 3 regio\'s kiezen regionaal (67%).', 'Kans dat twee regio\'s verschillen: onbekend.',
  ]);
  assert.equal(arranged({}).usualWords(2), 'bij 1 van de 2 taken het vaakst gekozen niveau');
});

test('beside a name stands what the order goes by, and nothing in the other orders', () => {
  assert.equal(arranged({ rows: 'afspraken' }).sortWords(1), '2 afspr.');
  const alike = [0, 1, 2].map((region) => arranged({ rows: 'gelijkenis' }, 'A').sortWords(region));
  assert.deepEqual(alike, ['', '50%: 1 van 2 gelijk', 'onbekend: geen taak om te vergelijken']);
  assert.equal(arranged({ rows: 'gelijkenis' }).sortWords(1), '');
  assert.equal(arranged({}, 'A').sortWords(1), '');
});

test('addresses take my own region along, and do not say it twice', () => {
  assert.equal(arranged({}).address('kaart', 'zorg'), 'kaart?taak=zorg');
  assert.equal(arranged({}, 'A').address('kaart', 'zorg'), 'kaart?taak=zorg&regio=A');
  assert.equal(arranged({}, 'A').address('regio', 'B'), 'regio?bekijk=B&regio=A');
  assert.equal(arranged({}, 'A').address('regio', 'A'), 'regio?regio=A');
});

test('a code that nothing bears has no position', () => {
  assert.equal(positionOf(CONTENT.regions, 'C'), 2);
  assert.equal(positionOf(CONTENT.regions, 'Z'), null);
  assert.equal(positionOf(CONTENT.regions, null), null);
});
