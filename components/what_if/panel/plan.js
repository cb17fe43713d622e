// What holds for every scenario of a plan, handed to the panel of the same page: it comes once, the scenarios at every step.

import { onePerRoot } from '../../look/component.js';
import { Offer } from '../exchange.js';

/** @typedef {import('./payload.js').Plan} Plan */
/** @typedef {import('../../look/component.js').ComponentArguments<Plan>} PlanComponent */

const offerOf = onePerRoot(/** @param {PlanComponent} component */ ({ parentElement }) => (
  /** @type {Offer<Plan>} */ (new Offer(document, parentElement, 'plan'))));

/** @param {PlanComponent} component */
export default function (component) { offerOf(component).renew(component.data); }
