import assert from 'node:assert/strict';
import { test } from 'node:test';

import { appRoot } from '../../../components/look/static_files.js';

test('files are found beside the scripts of Streamlit, also under a base path', () => {
  assert.equal(appRoot('https://voorbeeld.nl/jeugd/static/a1b2c3/js/index.AbC1.js', 'https://voorbeeld.nl/jeugd/kaart'), 'https://voorbeeld.nl/jeugd/');
  assert.equal(appRoot('http://localhost:8501/static/a1b2c3/js/index.js', 'http://localhost:8501/'), 'http://localhost:8501/');
});

test('without a script of Streamlit the server itself is the place', () => {
  assert.equal(appRoot(undefined, 'http://localhost:8501/kaart?taak=x'), 'http://localhost:8501/');
});
