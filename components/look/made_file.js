// Asks the server for a file that it makes on request, shows that it is busy, and saves what comes.

import { saveBlob } from './save_blob.js';

/** From made_file.py. @typedef {{ number: number, name: string, mime: string, content: string, fault: string }} SentFile */

/** From so long on one sees that it is busy. */
const SLOW_MS = 500, LOST_MS = 30_000;
const BUSY = 'Bezig met maken …', LOST = 'Er kwam geen bestand. Probeer het opnieuw.';

export class FileRequest {
  /** The request that waits for its answer; 0 where none does. */
  waits = 0;
  /** @type {ReturnType<typeof setTimeout>[]} */
  timers = [];

  /** @param {(words: string) => void} say what the visitor reads and hears */
  constructor(say) { this.say = say; }

  /**
   * Sends a request under a number of its own; nothing while another one waits.
   * @param {(number: number) => void} send
   */
  ask(send) {
    if (this.waits) return;
    this.waits = Date.now();
    this.say('');
    this.timers = [setTimeout(() => this.say(BUSY), SLOW_MS), setTimeout(() => this.end(LOST), LOST_MS)];
    send(this.waits);
  }

  /**
   * Takes what the server sent: saves the file that was asked for, or says why there is none. Whether it was the answer.
   * @param {SentFile | null | undefined} sent
   */
  take(sent) {
    if (!sent || sent.number !== this.waits) return false;
    if (sent.fault) {
      this.end(sent.fault);
      return true;
    }
    const bytes = Uint8Array.from(atob(sent.content), (sign) => sign.charCodeAt(0));
    saveBlob(new Blob([bytes], { type: sent.mime }), sent.name);
    this.end(`${sent.name} is gemaakt.`);
    return true;
  }

  /** @param {string} words */
  end(words) {
    this.timers.forEach(clearTimeout);
    this.waits = 0;
    this.say(words);
  }
}
