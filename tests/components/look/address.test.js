import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ADDRESS_ASKED, addressInWords } from '../../../components/look/address.js';

const ADDRESS = 'https://jeugd.voorbeeld.nl/doorrekening?regio=JZ31';

test('an address stands without the place on its page', () => {
  assert.equal(addressInWords(`${ADDRESS}#sectie`, new EventTarget()), ADDRESS);
});

test('what the page shows and its address does not hold stands behind it', () => {
  const page = new EventTarget();
  page.addEventListener(ADDRESS_ASKED, (event) => {
    /** @type {CustomEvent<import('../../../components/look/address.js').AddressAsked>} */ (event).detail.notHeld = 'een tabel gaat niet mee';
  });
  assert.equal(addressInWords(ADDRESS, page), `${ADDRESS} (een tabel gaat niet mee)`);
});
