// Fields that take no more than a number of characters: what is too much is said, and what is pasted ends with a whole word.

import { cutAtWord } from '../frame/own_storylines.js';

/**
 * @param {HTMLElement} root
 * @param {(words: string[]) => void} say
 */
export function sayWhereNoMoreFits(root, say) {
  root.addEventListener('beforeinput', (event) => {
    const { target: field, data, cancelable } = event;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !data || !cancelable || field.maxLength < 0) return;
    const { value, maxLength } = field, from = field.selectionStart ?? value.length, to = field.selectionEnd ?? from;
    const room = maxLength - (value.length - (to - from));
    if (data.length <= room) return;
    event.preventDefault();
    const fits = cutAtWord(data, room);
    if (fits) {
      field.setRangeText(fits, from, to, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    say([`In dit veld passen ${maxLength.toLocaleString('nl-NL')} tekens.`, fits ? 'De rest van de tekst is weggelaten.' : 'Het is vol.']);
  });
}
