// Files that the app serves beside its pages.

/**
 * Address of a file in the folder static/. The server has it beside Streamlit's own scripts, also under a base path.
 * @param {string} path
 */
function staticUrl(path) {
  const script = /** @type {HTMLScriptElement | null} */ (document.querySelector('script[type=module][src*="/static/"]'));
  return `${appRoot(script?.src, document.baseURI)}app/static/${path}`;
}

/**
 * Address of the app, with a slash at the end, from the address of one of Streamlit's scripts; without one from that of the page.
 * @param {string | undefined} script
 * @param {string} page
 */
export function appRoot(script, page) {
  return script ? script.replace(/static\/[^/]+\/js\/.*$/, '') : new URL('/', page).href;
}

/**
 * Content of a JSON file in the folder static/; an error where the server has none.
 * @template Content
 * @param {string} path
 * @returns {Promise<Content>}
 */
export async function staticJson(path) {
  const response = await fetch(staticUrl(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}
