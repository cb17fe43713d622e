// Tables and saved scenarios stand in a part of the page of their own; the panel asks for it where a step changes them.

import { onePerRoot } from '../../look/component.js';
import { Offer } from '../exchange.js';

/** @typedef {{ hasSaved: boolean }} Followed What the panel has to know of the saved scenarios. */
/** @typedef {import('../../look/component.js').ComponentArguments<Followed>} FollowerComponent */

const offerOf = onePerRoot(/** @param {FollowerComponent} component */ ({ parentElement }) => (
  /** @type {Offer<Followed>} */ (new Offer(document, parentElement, 'follower'))));

/** @param {FollowerComponent} component */
export default function (component) {
  const { data, setStateValue } = component;
  offerOf(component).renew(data, (stamp) => setStateValue('asked', stamp));
}
