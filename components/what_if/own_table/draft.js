// Writes down in this tab what was typed or opened and is not used yet.

import { onePerRoot } from '../../look/component.js';
import { find } from '../../look/dom.js';
import { Drafts } from './drafts.js';

/** @typedef {import('../../look/component.js').ComponentArguments<{ draft: import('./drafts.js').Draft | null }>} DraftComponent */

const draftsOf = onePerRoot(/** @param {DraftComponent} component */ ({ parentElement }) => ({ said: find(parentElement, '.said'), drafts: new Drafts() }));

/** @param {DraftComponent} component */
export default function (component) {
  const { said, drafts } = draftsOf(component), { draft } = component.data;
  drafts.keep(draft);
  said.textContent = draft && drafts.refusal ? `Let op: wat hier staat is na verversen weg (${drafts.refusal}).` : '';
}
