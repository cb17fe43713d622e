// What every step of every slider would do, handed to the panel of the same page; Python sends it when the panel asks.

import { onePerRoot } from '../../look/component.js';
import { ResponseOffer } from './exchange.js';

/** @typedef {import('../../look/component.js').ComponentArguments<import('./payload.js').SentResponses>} ResponsesComponent */

const offerOf = onePerRoot(/** @param {ResponsesComponent} component */ ({ parentElement }) => new ResponseOffer(document, parentElement));

/** @param {ResponsesComponent} component */
export default function (component) {
  const { data, setStateValue } = component;
  offerOf(component).renew(data, (stamp) => setStateValue('asked', stamp));
}
