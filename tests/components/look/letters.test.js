import assert from 'node:assert/strict';
import { test } from 'node:test';

import { breakable } from '../../../components/look/letters.js';

test('long names may break at their parts, others stay whole', () => {
  assert.equal(breakable('Jeugdbescherming'), 'Jeugd\u00adbescher\u00adming');
  assert.equal(breakable('Crisisdienst'), 'Crisis\u00addienst');
  assert.equal(breakable('Nieuwe jeugdzorgtaken'), 'Nieuwe jeugd\u00adzorg\u00adtaken');
  assert.equal(breakable('Zorgcoördinatie'), 'Zorg\u00adcoördinatie');
  assert.equal(breakable('niet genoemd'), 'niet ge\u00adnoemd');
  for (const whole of ['Jeugd GGZ', 'gemeente', 'zorgen', 'werken']) assert.equal(breakable(whole), whole);
});
