// Finding of one answer below the panel. The panel tells it at every step, so that no other part of the page has to run for it.

import { onePerRoot } from '../../look/component.js';
import { find } from '../../look/dom.js';
import { takeOffers } from '../exchange.js';

/** @typedef {{ answer: string, title: string }} FindingData As section.py sends it: key of the answer, and its heading. */
/** @typedef {import('../../look/component.js').ComponentArguments<FindingData>} FindingComponent */

const findingOf = onePerRoot(/** @param {FindingComponent} component */ ({ parentElement, data }) => {
  const said = find(parentElement, '.finding');
  find(parentElement, 'h3').textContent = data.title;
  takeOffers(document, said, 'answers', /** @param {Record<string, string>} answers */ (answers) => { said.textContent = answers[data.answer]; });
  return said;
});

/** @param {FindingComponent} component */
export default function (component) { findingOf(component); }
