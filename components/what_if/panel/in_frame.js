// The panel in a frame of another website: figures and chart come first, then what sets them.

import { find } from '../../look/dom.js';

/** @param {HTMLElement} root */
export function putChartFirst(root) {
  root.classList.add('in-frame');
  find(root, '.work > div').prepend(...root.querySelectorAll('.tools, .preset-note, .answer'));
  find(root, '.path').append(find(root, '.views'), ...root.querySelectorAll('.headline > p:not(.whose)'));
}
