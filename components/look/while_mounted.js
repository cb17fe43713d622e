// Listening at what outlives a component: the document and the window.

/**
 * Hears events of this name at `place` while `root` stands in the page; the first one after that ends the listening.
 * @param {EventTarget} place
 * @param {{ readonly isConnected: boolean }} root
 * @param {string} name
 * @param {(event: Event) => void} hear
 */
export function whileMounted(place, root, name, hear) {
  /** @param {Event} event */
  const listen = (event) => {
    if (root.isConnected) hear(event);
    else place.removeEventListener(name, listen);
  };
  place.addEventListener(name, listen);
}
