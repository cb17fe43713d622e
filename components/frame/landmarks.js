// The way past the menu.

/** @param {Document} document */
export function nameParts(document) {
  const skip = document.querySelector('a[data-testid=stSkipToContent]');
  if (!(skip instanceof HTMLAnchorElement)) return;
  // Streamlit's leads to what also holds the menu, and Streamlit hears of clicks at the root of the page.
  skip.onclick = (event) => {
    event.preventDefault();
    event.stopPropagation();
    focusOn(document.querySelector('h1'));
  };
}

/** @param {HTMLElement | null} element */
export function focusOn(element) {
  if (!element) return;
  if (!element.matches('a, button, input, [tabindex]')) element.setAttribute('tabindex', '-1');
  element.focus({ preventScroll: true });
}
