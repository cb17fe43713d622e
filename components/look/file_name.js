// What a file is called that a visitor takes along, as file_names.py calls those that the server makes.

const LONGEST = 130;

/**
 * The app, what the file shows, beginning with its page, and the day.
 * @param {string} what
 * @param {string} ending
 * @param {Date} day
 */
export function fileName(what, ending, day) {
  const words = what.normalize('NFKD').replaceAll(/\P{ASCII}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return `schaalwijzer-${words.slice(0, LONGEST).replaceAll(/^-|-$/g, '')}-${day.toLocaleDateString('sv-SE')}.${ending}`;
}
