// Rows of the saved scenarios, and where a visitor was in them.

import { find } from '../../look/dom.js';
import { entryRow } from './entry_row.js';

/** @typedef {import('./storage.js').Entry} Entry */

export class EntryRows {
  /** What the rows were drawn for. */
  shown = '';

  /** @param {HTMLElement} list */
  constructor(list) { this.list = list; }

  /** Field with the new name or note of the entry that is being changed, or null. */
  get field() {
    const field = this.list.querySelector('[name="rename"], [name="note"]');
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
  }

  /**
   * @param {string} act
   * @param {string} name
   */
  focusOn(act, name) {
    const button = this.list.querySelector(`[data-act="${act}"][data-name="${CSS.escape(name)}"]`);
    if (button instanceof HTMLElement) button.focus();
  }

  /**
   * Rows are made anew only when they change: a button that is replaced between press and release loses its click.
   * @param {Entry[]} entries
   * @param {{ known: import('./entry_row.js').KnownEntry[], styles: import('./entry_row.js').LineStyle[], current: string }} data
   * @param {import('./entry_row.js').Editing | null} editing
   */
  draw(entries, { known, styles, current }, editing) {
    const shown = JSON.stringify([entries, known, styles, editing]);
    if (shown !== this.shown) this.keepingPlace(() => this.replace(entries, known, styles, editing));
    this.shown = shown;
    for (const row of this.list.querySelectorAll('.entry')) {
      const name = row.getAttribute('data-entry');
      find(row, '.tag').hidden = entries.find((entry) => entry.name === name)?.query !== current;
    }
  }

  /**
   * @param {Entry[]} entries
   * @param {import('./entry_row.js').KnownEntry[]} known
   * @param {import('./entry_row.js').LineStyle[]} styles
   * @param {import('./entry_row.js').Editing | null} editing
   */
  replace(entries, known, styles, editing) {
    this.list.replaceChildren(...entries.map((entry) => entryRow(entry, {
      style: entry.style === undefined ? undefined : styles[entry.style],
      known: known.find(({ name, query }) => name === entry.name && query === entry.query),
      editing: editing?.name === entry.name ? editing.field : null,
    })));
  }

  /**
   * Replaces the rows and puts focus and what is being typed back.
   * @param {() => void} replace
   */
  keepingPlace(replace) {
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.list.getRootNode()), before = this.field;
    const { act, name } = activeElement instanceof HTMLElement ? activeElement.dataset : {};
    replace();
    const field = this.field;
    if (field && before) {
      field.value = before.value;
      field.setSelectionRange(before.selectionStart, before.selectionEnd);
    }
    if (before && before === activeElement) field?.focus();
    else if (act && name !== undefined && !activeElement?.isConnected) this.focusOn(act, name);
  }
}
