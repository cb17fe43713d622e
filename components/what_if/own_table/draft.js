// Writes down in this tab what was typed or opened and is not used yet.

import { onePerRoot } from '../../look/component.js';
import { find } from '../../look/dom.js';
import { arrive } from './arrival.js';
import { Drafts } from './drafts.js';

/** @typedef {import('../../look/component.js').ComponentArguments<{ draft: import('./drafts.js').Draft | null, refused: string }>} DraftComponent */

const draftsOf = onePerRoot(/** @param {DraftComponent} component */ ({ parentElement }) => ({ said: find(parentElement, '.said'), drafts: new Drafts() }));

/** @param {DraftComponent} component */
export default function (component) {
  const { said, drafts } = draftsOf(component), { draft, refused } = component.data;
  drafts.keep(draft);
  arrive('refusal', refused, () => document.querySelector(`.st-key-own_table_outcome_${refused.split('.').at(-1)}`));
  said.textContent = draft && drafts.refusal ? `Let op: wat hier staat is na verversen weg (${drafts.refusal}).` : '';
}
