// Matrix of counts whose cells filter, and below it the assignments that fit; Python counts and filters.

import { onePerRoot } from '../../look/component.js';
import { around, find, h } from '../../look/dom.js';
import { breakable } from '../../look/letters.js';

/** @typedef {{ code: string, heading: string, name: string }} Column */
/** @typedef {{ code: string, theme: string, counts: number[], all: number }} ThemeRow One count per column. */

/**
 * Assignment with its lines of details, each a term and a text; `joint` where the municipalities take it up together.
 * @typedef {{ code: string, name: string, agenda: string, joint: boolean, lines: [term: string, text: string][] }} Assignment
 */

/**
 * As assignments.py sends it; `most` is the largest count.
 * @typedef {{
 *   caption: string, columns: Column[], rows: ThemeRow[], most: number, chosen: { theme: string | null, value: string | null },
 *   count: string, entries: Assignment[], opened: string | null,
 * }} AssignmentsData
 */
/** @typedef {import('../../look/component.js').ComponentArguments<AssignmentsData>} AssignmentsComponent */

class Assignments {
  /** @type {string | null} Codes of the entries that are drawn. */
  shown = null;

  /** @param {AssignmentsComponent} component */
  constructor({ parentElement, data, setTriggerValue }) {
    this.root = find(parentElement, '.assignments');
    this.data = data;
    this.report = setTriggerValue;
    this.root.addEventListener('click', (event) => {
      const button = around(event, '[data-theme]');
      if (button) this.report('chosen', { theme: button.dataset.theme || null, value: button.dataset.value || null });
    });
  }

  /** @param {AssignmentsComponent} component */
  update({ data, setTriggerValue }) {
    this.data = data;
    this.report = setTriggerValue;
    const focused = this.root.querySelector('[data-theme]:focus-visible'), place = focused instanceof HTMLElement ? focused.dataset : null;
    this.drawMatrix();
    this.drawEntries();
    if (!place) return;
    const same = this.root.querySelector(`[data-theme="${CSS.escape(place.theme ?? '')}"][data-value="${CSS.escape(place.value ?? '')}"]`);
    if (same instanceof HTMLElement) same.focus();
  }

  /**
   * Button that chooses; a second press on what is chosen takes the choice back.
   * @param {string} theme
   * @param {string} value
   * @param {string | number} text
   * @param {string} label
   */
  button(theme, value, text, label) {
    const { chosen } = this.data, isPressed = chosen.theme === theme && (chosen.value ?? '') === value;
    return h('button', {
      type: 'button', 'aria-pressed': String(isPressed), 'aria-label': label, 'data-theme': isPressed ? '' : theme, 'data-value': isPressed ? '' : value,
    }, text);
  }

  drawMatrix() {
    const { caption, columns, rows } = this.data;
    find(this.root, 'caption').textContent = caption;
    find(this.root, '.scroll').setAttribute('aria-label', caption);
    const headings = ['thema', ...columns.map(({ heading }) => heading), 'alle'];
    find(this.root, 'thead').replaceChildren(h('tr', {}, ...headings.map((heading) => h('th', { scope: 'col' }, breakable(heading)))));
    find(this.root, 'tbody').replaceChildren(...rows.map((row) => h('tr', {},
      h('th', { scope: 'row' }, this.button(row.code, '', breakable(row.theme), `${row.theme}: alle ${row.all} opgaven`)),
      ...row.counts.map((count, at) => h('td', {}, this.count(row, columns[at], count))),
      h('td', {}, h('span', {}, row.all)))));
  }

  /**
   * @param {ThemeRow} row
   * @param {Column} column
   * @param {number} count
   */
  count(row, column, count) {
    if (!count) return h('span', { role: 'img', 'aria-label': 'geen' }, '–');
    const button = this.button(row.code, column.code, count, `${row.theme}, ${column.name}: ${count}`);
    button.style.setProperty('--share', String(Math.round(10 + 35 * count / this.data.most)));
    return button;
  }

  // The same entries stay as they are: a reader may have opened several, and focus may stand on one.
  drawEntries() {
    const { entries, count } = this.data, codes = entries.map((entry) => entry.code).join();
    find(this.root, '.count').textContent = count;
    if (codes === this.shown) return;
    this.shown = codes;
    find(this.root, '.entries').replaceChildren(...entries.map((entry) => this.entry(entry)));
  }

  /** @param {Assignment} entry */
  entry({ code, name, agenda, joint, lines }) {
    const summary = h('summary', {},
      h('span', { class: 'code' }, code), h('span', { class: 'name' }, name), h('span', { class: joint ? 'tag joint' : 'tag' }, agenda));
    const details = h('details', { open: code === this.data.opened },
      summary, h('dl', {}, ...lines.flatMap(([term, text]) => [h('dt', {}, term), h('dd', {}, text)])));
    // By click, not by `toggle`: that one also fires when the page itself opens an entry.
    summary.addEventListener('click', () => {
      if (!details.open) this.report('opened', code);
      else if (this.data.opened === code) this.report('opened', '');
    });
    return details;
  }
}

const assignmentsOf = onePerRoot(/** @param {AssignmentsComponent} component */ (component) => new Assignments(component));

/** @param {AssignmentsComponent} component */
export default function (component) { assignmentsOf(component).update(component); }
