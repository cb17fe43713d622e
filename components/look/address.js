// The address of the view here, as a picture or a printed page names it.

/** @typedef {{ notHeld: string }} AddressAsked What of the view the address does not hold, in words; empty where it holds all. */

/** Event to which a page answers that shows what its address does not hold; its detail is an `AddressAsked`. */
export const ADDRESS_ASKED = 'address-of-view-asked';

/**
 * @param {string} address
 * @param {EventTarget} page
 */
export function addressInWords(address, page) {
  /** @type {AddressAsked} */
  const asked = { notHeld: '' };
  page.dispatchEvent(new CustomEvent(ADDRESS_ASKED, { detail: asked }));
  return address.replace(/#.*/, '') + (asked.notHeld && ` (${asked.notHeld})`);
}
