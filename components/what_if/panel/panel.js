// The panel on the page.

import { onePerRoot } from '../../look/component.js';
import { isInFrame } from '../../look/in_frame.js';
import { putChartFirst } from './in_frame.js';
import { WhatIfPanel } from './live_panel.js';

/** @typedef {import('../../look/component.js').ComponentArguments<import('./payload.js').PanelData>} PanelComponent */

const panelOf = onePerRoot(/** @param {PanelComponent} component */ (component) => {
  const panel = new WhatIfPanel(component);
  if (isInFrame()) putChartFirst(panel.root);
  return panel;
});

/** @param {PanelComponent} component */
export default function (component) { panelOf(component).update(component); }
