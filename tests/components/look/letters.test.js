import assert from 'node:assert/strict';
import { test } from 'node:test';

import { breakable } from '../../../components/look/letters.js';

test('long names may break at their parts, others stay whole', () => {
  assert.equal(breakable('Jeugdbescherming'), 'Jeugd\u00adbescher\u00adming');
  assert.equal(breakable('Crisisdienst'), 'Crisis\u00addienst');
  assert.equal(breakable('Jeugd GGZ'), 'Jeugd GGZ');
});
