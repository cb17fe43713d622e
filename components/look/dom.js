// Elements of HTML, made from what they hold; text of the data never becomes markup.

/**
 * Element of HTML with attributes and content. An attribute that is false, null or undefined is left out, one that is true
 * stands without a value; content that is false, null or undefined is left out too.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...(Node | string | number | false | null | undefined)} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...content) {
  return filled(document.createElement(tag), attributes, content);
}

/**
 * The element with these attributes and this content; as `h` and `svg` take them.
 * @template {Element} Made
 * @param {Made} made
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 * @param {(Node | string | number | false | null | undefined)[]} content
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

export function make(tag, className, ...content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

export function head(scope, className, ...content) {
  return Object.assign(make('th', className, ...content), { scope });
}

// On a phone the rows are laid out as a grid; without roles a screen reader would then no longer hear a table.
export function keepTable(table) {
  const roles = { thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', td: 'cell', 'th[scope="col"]': 'columnheader', 'th[scope^="row"]': 'rowheader' };
  table.setAttribute('role', 'table');
  for (const [selector, role] of Object.entries(roles)) table.querySelectorAll(selector).forEach((node) => node.setAttribute('role', role));
}
