// Elements of HTML, made from what they hold; text of the data never becomes markup.

/** @typedef {Record<string, string | number | boolean | null | undefined>} Attributes */
/** @typedef {Node | string | number | false | null | undefined} Content */

/**
 * Element of HTML with attributes and content. An attribute that is false, null or undefined is left out, one that is true
 * stands without a value; content that is false, null or undefined is left out too.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...Content} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...content) {
  return filled(document.createElement(tag), attributes, content);
}

/**
 * The element with these attributes and this content; as `h` and `svg` take them.
 * @template {Element} Made
 * @param {Made} made
 * @param {Attributes} attributes
 * @param {Content[]} content
 * @returns {Made}
 */
export function filled(made, attributes, content) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value === true ? '' : String(value));
  }
  for (const part of content) {
    if (part !== false && part !== null && part !== undefined) made.append(typeof part === 'number' ? String(part) : part);
  }
  return made;
}

/**
 * The one element for a selector: an HTML element, or of the kind given (`HTMLInputElement`, `SVGSVGElement`). Throws where
 * there is none, for then script and markup do not belong together.
 * @overload
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
/**
 * @template {Element} Found
 * @overload
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Found} kind
 * @returns {Found}
 */
/**
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Element} kind
 * @returns {Element}
 */
export function find(root, selector, kind = HTMLElement) {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The markup has no ${kind.name} ${selector}.`);
  return found;
}

/**
 * Element around or at the place of an event, or null: the nearest one for a selector.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | SVGElement | null}
 */
export function around(event, selector) {
  const found = event.target instanceof Element ? event.target.closest(selector) : null;
  return found instanceof HTMLElement || found instanceof SVGElement ? found : null;
}

/**
 * Whether a click is one that the page itself handles; another tab or window is the browser's own business.
 * @param {MouseEvent} event
 */
export function isPlainClick(event) {
  return !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
}

/**
 * Puts these choices, each a value and its text, in place of those of a list.
 * @param {HTMLSelectElement} select
 * @param {Iterable<readonly [value: string, text: string, ...unknown[]]>} choices
 */
export function fillSelect(select, choices) {
  select.replaceChildren(...[...choices].map(([value, text]) => new Option(text, value)));
}

/**
 * Codes and names in the order of the names.
 * @template {readonly [code: string, name: string, ...unknown[]]} Named
 * @param {Named[]} items
 */
export function byName(items) {
  return [...items].sort((a, b) => a[1].localeCompare(b[1], 'nl'));
}

/**
 * Roles of a table on all its parts. On a phone the rows are laid out as a grid; without roles a screen reader would then no
 * longer hear a table.
 * @param {Element} table
 */
export function keepTable(table) {
  const roles = { thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', td: 'cell', 'th[scope="col"]': 'columnheader', 'th[scope^="row"]': 'rowheader' };
  table.setAttribute('role', 'table');
  for (const [selector, role] of Object.entries(roles)) table.querySelectorAll(selector).forEach((part) => part.setAttribute('role', role));
}
