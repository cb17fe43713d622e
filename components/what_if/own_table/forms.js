// How sheets of a form were read once: the answers by the mark of the form, until the visitor removes them.

import { KeptText, isText, storedObject } from '../../look/kept_text.js';

/** @typedef {{ form: string, answers: Record<string, string>, day: string }} KnownForm `day` as 2026-12-03. */

export const FORMS_KEY = 'schaalwijzer-jeugd.tabelvormen';
const VERSION = 1, MOST_FORMS = 20, LONGEST = 400_000;

/**
 * @param {unknown} value
 * @returns {value is KnownForm}
 */
function isForm(value) {
  if (typeof value !== 'object' || value === null) return false;
  const { form, answers, day } = /** @type {Record<string, unknown>} */ (value);
  return isText(form) && isText(day) && typeof answers === 'object' && answers !== null && Object.values(answers).every(isText);
}

export class Forms {
  /** @param {() => Storage} storage */
  constructor(storage = () => localStorage) { this.kept = new KeptText(storage, FORMS_KEY); }

  /** Oldest first. @returns {KnownForm[]} */
  all() {
    const text = this.kept.read(), forms = text !== null && text.length <= LONGEST ? storedObject(text, VERSION)?.forms : null;
    return Array.isArray(forms) ? forms.filter(isForm) : [];
  }

  /**
   * @param {string} form
   * @returns {KnownForm | null}
   */
  known(form) { return this.all().find((known) => known.form === form) ?? null; }

  /** @param {KnownForm} form */
  keep(form) {
    let forms = [...this.all().filter((known) => known.form !== form.form), form].slice(-MOST_FORMS), text = '';
    do text = JSON.stringify({ version: VERSION, forms }); while (text.length > LONGEST && (forms = forms.slice(1)).length);
    if (forms.length) this.kept.write(text);
  }


  remove() { this.kept.remove(); }
}
