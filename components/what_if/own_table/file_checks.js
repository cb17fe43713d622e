// What can be told of chosen files before a byte leaves the browser; Python checks it again.

/** @typedef {{ mostFiles: number, mostBytes: number }} FileLimits */

/** @param {number} bytes */
export const inMegabytes = (bytes) => (bytes / 1048576).toLocaleString('nl-NL', { maximumFractionDigits: 2 });

/** @param {{ name: string }[]} files */
export const namesOf = (files) => files.map(({ name }) => `“${name}”`).join(', ');

/**
 * Why these files are not sent; null where they can be.
 * @param {{ name: string, size: number }[]} files
 * @param {FileLimits} limits
 */
export function fileFault(files, { mostFiles, mostBytes }) {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (files.length > mostFiles) return `${files.length} bestanden tegelijk kan niet; kies er hooguit ${mostFiles}. Er is niets verstuurd.`;
  if (size <= mostBytes) return null;
  return `${namesOf(files)}: ${inMegabytes(size)} MB is te groot; toegestaan is hooguit ${inMegabytes(mostBytes)} MB. Er is niets verstuurd.`;
}
