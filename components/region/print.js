// Button that prints the page.

import { find } from '../look/dom.js';

/** @param {import('../look/component.js').ComponentArguments<object>} component */
export default function ({ parentElement }) {
  find(parentElement, 'button').onclick = () => print();
}
