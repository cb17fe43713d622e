// Two windows of one presentation, the speaker's and the hall's, kept together. Each pair has a name, so that two presentations in one browser do not mix.

/** Key of the address that makes a window the hall's: it holds the name of the pair. */
const HALL = 'zaal';
/** Where the speaker's window keeps the name, for all components on its page. */
const MARK = 'pair';
const NAME = /^[a-z0-9]{4,24}$/;

/** @typedef {{ from: 'hall' | 'speaker', kind: string, content: unknown }} Told */

/** @type {Map<string, BroadcastChannel>} */
const channels = new Map();

/** Name of the pair that this window belongs to; '' where it is alone. */
export function pairHere() {
  const name = new URLSearchParams(location.search).get(HALL) ?? document.documentElement.dataset[MARK] ?? '';
  return NAME.test(name) ? name : '';
}

/** Makes this window the speaker's of a pair; '' makes it one that is alone. @param {string} name */
export function pairAs(name) {
  if (name) document.documentElement.dataset[MARK] = name;
  else delete document.documentElement.dataset[MARK];
}

export function isHall() { return new URLSearchParams(location.search).has(HALL); }

export function newPair() { return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join(''); }

/** @returns {BroadcastChannel | null} Null where the window is alone, or its browser has no channels. */
function channel() {
  const pair = pairHere();
  if (!pair || typeof BroadcastChannel === 'undefined') return null;
  const known = channels.get(pair) ?? new BroadcastChannel(`schaalwijzer-${pair}`);
  channels.set(pair, known);
  return known;
}

/**
 * Tells the other window. Does nothing where there is none.
 * @param {string} kind
 * @param {unknown} [content] what can be cloned
 */
export function tell(kind, content = null) {
  channel()?.postMessage({ from: isHall() ? 'hall' : 'speaker', kind, content });
}

/**
 * Hears what the other window of the pair tells, from the moment that this window belongs to one; whoever listens checks what it is.
 * @param {string} kind
 * @param {(content: unknown) => void} callback
 * @returns {() => void} ends the listening
 */
export function hear(kind, callback) {
  const here = channel();
  if (!here) return () => {};
  /** @param {MessageEvent<unknown>} event */
  const listen = ({ data }) => {
    if (isTold(data) && data.kind === kind && (data.from === 'hall') !== isHall()) callback(data.content);
  };
  here.addEventListener('message', listen);
  return () => here.removeEventListener('message', listen);
}

/**
 * @param {unknown} data
 * @returns {data is Told}
 */
function isTold(data) { return typeof data === 'object' && data !== null && 'from' in data && 'kind' in data && 'content' in data; }
