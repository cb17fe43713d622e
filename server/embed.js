// A page within another website (`?embed=1`): every step in it keeps that in the address, and the link below leads to what is shown now, without it.
//
// Streamlit keeps the key while Python writes the address, but not on the way to another page.
(() => {
  const KEY = 'embed', ON = '1';

  /** @param {URL} address */
  const isEmbedded = (address) => address.searchParams.get(KEY) === ON;

  for (const step of /** @type {const} */ (['pushState', 'replaceState'])) {
    const plain = history[step];
    history[step] = function (state, unused, url) {
      const there = new URL(url ?? location.href, document.baseURI);
      // Added as text: read and written anew, other signs of the address would change too.
      if (!isEmbedded(there)) there.search += `${there.search ? '&' : '?'}${KEY}=${ON}`;
      plain.call(this, state, unused, there.href);
    };
  }

  function pointOut() {
    const link = document.querySelector('.out a'), kept = location.search.slice(1).split('&').filter((part) => part !== `${KEY}=${ON}`).join('&');
    link?.setAttribute('href', `${location.pathname}${kept && '?'}${kept}`);
  }
  addEventListener('DOMContentLoaded', pointOut);
  for (const sign of ['pointerdown', 'focusin', 'contextmenu']) document.addEventListener(sign, pointOut, true);
})();
