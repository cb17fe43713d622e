// The panel on the page.

import { onePerRoot } from '../../look/component.js';
import { WhatIfPanel } from './live_panel.js';

/** @typedef {import('../../look/component.js').ComponentArguments<import('./payload.js').PanelData>} PanelComponent */

const panelOf = onePerRoot(/** @param {PanelComponent} component */ (component) => new WhatIfPanel(component));

/** @param {PanelComponent} component */
export default function (component) { panelOf(component).update(component); }
