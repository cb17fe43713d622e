// What every page does in the browser without showing anything: it names its parts, lands on its heading, and runs anew after a lost connection.

import { onePerRoot } from '../look/component.js';
import { whileMounted } from '../look/while_mounted.js';
import { watchGround } from './clicked_ground.js';
import { actOnce } from './double_click.js';
import { nameParts } from './landmarks.js';
import { landing } from './landing.js';
import { headOnPaper } from './paper.js';

/**
 * From page.py: what the page is about now, the text of the item to land at, its source, and what the head on paper says.
 * @typedef {{ about: string, item: string, source: string } & import('./paper.js').PaperData} VisitData
 */
/** @typedef {import('../look/component.js').ComponentArguments<VisitData>} VisitComponent */

class Again {
  times = 0;
  /** @type {import('../look/component.js').Report} */
  report = () => {};

  /** @param {VisitComponent} component */
  constructor({ parentElement }) {
    whileMounted(document, parentElement, 'connection-again', () => {
      this.times += 1;
      this.report('again', this.times);
    });
  }
}

const againOf = onePerRoot((/** @type {VisitComponent} */ component) => new Again(component));

/** @param {VisitComponent} component */
export default function (component) {
  // After a lost connection the server may be another one, or have forgotten this visit: the whole page runs anew.
  againOf(component).report = component.reportNow;
  document.documentElement.lang = 'nl';
  nameParts(document);
  watchGround();
  actOnce();
  headOnPaper(document, component.data);
  // Only a page in a frame has the line (server/pages.py).
  document.querySelector('.out .source')?.replaceChildren(component.data.source);
  landing.at(component.data.about, component.data.item);
}
