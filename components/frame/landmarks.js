// Names the parts of the page that Streamlit draws without a name: the menu, which of its links is this page, and the way past it.

/** @type {WeakSet<Element>} Menus that are watched: Streamlit draws a link anew when its address changes. */
const watched = new WeakSet();

/**
 * @param {Document} document
 * @param {string} current name of the page in the menu
 */
export function nameParts(document, current) {
  const menu = document.querySelector('.st-key-frame'), skip = document.querySelector('a[data-testid=stSkipToContent]');
  if (menu) {
    menu.setAttribute('role', 'navigation');
    menu.setAttribute('aria-label', 'Hoofdmenu');
    menu.setAttribute('data-current', current);
    markCurrent(menu);
    if (!watched.has(menu)) {
      watched.add(menu);
      new MutationObserver(() => markCurrent(menu)).observe(menu, { childList: true, subtree: true });
    }
  }
  if (skip instanceof HTMLAnchorElement) {
    skip.textContent = 'Naar de inhoud';
    // Streamlit's leads to what also holds the menu, and Streamlit hears of clicks at the root of the page.
    skip.onclick = (event) => {
      event.preventDefault();
      event.stopPropagation();
      const heading = document.querySelector('h1');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus();
    };
  }
}

/** @param {Element} menu */
function markCurrent(menu) {
  for (const link of menu.querySelectorAll('a')) {
    if (link.textContent === menu.getAttribute('data-current')) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
