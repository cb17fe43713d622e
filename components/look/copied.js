// A text to the clipboard, or selected for who copies it by hand.

export const NOT_COPIED = notCopied('De link');

/**
 * What stands selected instead.
 * @param {string} what begins with a capital
 */
export function notCopied(what) {
  return `Kopiëren mag niet in deze browser. ${what} is geselecteerd: kopieer hem zelf, met Ctrl+C of door er lang op te drukken.`;
}

/**
 * Copies the text that stands selected in a field; whether that worked.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 */
export async function copied(field) {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // Without permission, or on a page without https, the older way may still do.
    return document.execCommand('copy');
  }
}
