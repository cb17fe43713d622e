// Building of HTML nodes for the tables of the region page.

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
