// What can be told of chosen files before a byte leaves the browser; Python checks it again.

/** @typedef {{ mostFiles: number, mostBytes: number }} FileLimits */

/** @param {number} bytes */
export const inMegabytes = (bytes) => (bytes / 1048576).toLocaleString('nl-NL', { maximumFractionDigits: 2 });

/**
 * Exact: one byte too many is one too many, and "1 MB, hooguit 1 MB" would be nonsense.
 * @param {number} bytes
 */
const inBytes = (bytes) => `${bytes.toLocaleString('nl-NL')} bytes`;

/** @param {{ name: string }[]} files */
export const namesOf = (files) => files.map(({ name }) => (name ? `“${name}”` : 'een bestand zonder naam')).join(', ');

/**
 * Why these files are not sent; null where they can be.
 * @param {{ name: string, size: number }[]} files
 * @param {FileLimits} limits
 */
export function fileFault(files, { mostFiles, mostBytes }) {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (files.length > mostFiles) return `${files.length} bestanden tegelijk kan niet; kies er hooguit ${mostFiles}. Er is niets verstuurd.`;
  if (size <= mostBytes) return null;
  const most = `${inBytes(mostBytes)} (${inMegabytes(mostBytes)} MB)`;
  return `${namesOf(files)}: ${inBytes(size)} is te groot; toegestaan is hooguit ${most}. Er is niets verstuurd.`;
}

/**
 * Why these pasted cells are not sent; null where they can be.
 * @param {string} text
 * @param {FileLimits} limits
 */
export function pasteFault(text, { mostBytes }) {
  if (!text.trim()) return 'Er staat nog niets in het vak. Plak er de cellen uit uw rekenblad in.';
  if (text.length <= mostBytes) return null;
  const [given, most] = [text.length, mostBytes].map((count) => count.toLocaleString('nl-NL'));
  return `Wat u plakte is te groot: ${given} tekens; toegestaan is hooguit ${most}. Er is niets verstuurd.`;
}
