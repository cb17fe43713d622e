// Leads to another view without loading the page anew, as one step of the history.

/**
 * Streamlit takes a step of the history as it takes the browser's own back and forward: it asks for the page at the address, and what Python
 * then mends in the address replaces it. Its own `st.switch_page` makes two steps of it: the keys first, the page after that.
 * @param {string} href below the address of the page
 */
export function go(href) {
  const here = location.href, there = new URL(href, document.baseURI).href;
  if (there === here) return;
  history.pushState({}, '', there);
  dispatchEvent(new PopStateEvent('popstate', { state: {} }));
}

/** The address here as it can be passed on: without a place on the page. */
export function addressHere() { return location.href.replace(location.hash, ''); }

/**
 * Address of a page with what goes along from this one: the keys `carried` of its address, and what is said of the page itself.
 * @param {string} address of the page
 * @param {string} search part of the address here behind the question mark
 * @param {readonly string[]} carried
 * @param {Record<string, string>} [own]
 */
export function along(address, search, carried, own = {}) {
  const here = new URLSearchParams(search), query = new URLSearchParams();
  for (const key of carried) {
    const value = here.get(key);
    if (value) query.set(key, value);
  }
  for (const [key, value] of Object.entries(own)) query.set(key, value);
  return [`./${address}`, query.toString()].filter(Boolean).join('?');
}
