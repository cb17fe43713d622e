// Buttons below a chart that stands elsewhere on the page: they save what it shows at that moment.

import { onePerRoot } from './component.js';
import { find } from './dom.js';
import { offerPicture } from './picture_buttons.js';

/**
 * As picture.py sends it. `of` is the key of the chart on the page, `drawn` are selectors of what is drawn within it. `headings` select the texts of
 * that chart that say what it is: the first one that stands there is the title, the others are notes.
 * @typedef {{
 *   of: string, drawn: string[], what: string, label: string, title: string, notes: string[], headings: string[], source: string, name: string,
 * }} PictureOfferData
 */
/** @typedef {import('./component.js').ComponentArguments<PictureOfferData>} PictureOfferComponent */

const NOT_DRAWN = 'De grafiek is nog niet getekend.';

/**
 * What the page shows within an element, also in the components in it.
 * @param {ParentNode} place
 * @param {string} selector
 * @returns {Element[]}
 */
function shownIn(place, selector) {
  const roots = [place, ...[...place.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []))];
  return roots.flatMap((root) => [...root.querySelectorAll(selector)]).filter((found) => found.getClientRects().length);
}

/**
 * What an element says; of a list what is chosen, after its name.
 * @param {Element} element
 */
function textOf(element) {
  if (!(element instanceof HTMLSelectElement)) return element.textContent?.trim() ?? '';
  const name = element.labels[0]?.firstChild?.textContent?.trim(), chosen = element.selectedOptions[0]?.text ?? '';
  return name && chosen ? `${name}: ${chosen}` : chosen;
}

/** @type {(data: PictureOfferData) => Promise<import('./picture_buttons.js').Made>} */
async function pictureOf({ of, drawn, title, notes, headings, source, name }) {
  const place = document.querySelector(`.st-key-${CSS.escape(of)}`), elements = place ? shownIn(place, drawn.join()) : [];
  if (!place || !elements.length) return NOT_DRAWN;
  const { tracedPicture } = await import('./traced_picture.js');
  const said = headings.flatMap((selector) => shownIn(place, selector).map(textOf)).filter(Boolean);
  const [first, ...others] = title ? [title, ...said] : said;
  return { picture: tracedPicture(elements, { title: first, notes: [...others, ...notes], source }), name };
}

const offerOf = onePerRoot((/** @type {PictureOfferComponent} */ { parentElement, data }) => {
  const offered = { data };
  offerPicture(find(parentElement, '.save'), { what: data.what, label: data.label, make: () => pictureOf(offered.data) });
  return offered;
});

/** @param {PictureOfferComponent} component */
export default function (component) { offerOf(component).data = component.data; }
