// The last step played again, slowly: what it shows at each moment, and the clock that goes through them.

/** @typedef {[from: number, to: number]} Move Index of a value of a control before and after the step. */
/** @typedef {{ cost: number[], baseline: number[], target: (number | null)[], chance: number | null }} Frame Amounts in thousandths of a million. */
/** @typedef {{ said: string, moves: Record<string, Move>, frames: Frame[] }} Step */

/** The scenario before stays a moment, and so does the one after. */
const BEFORE_MS = 700, MOVING_MS = 2_800, AFTER_MS = 700;
export const WHOLE_MS = BEFORE_MS + MOVING_MS + AFTER_MS;

/**
 * How far on the step is, 0 to 1, so long after the beginning: slow at both ends. With reduced motion first before, and then after.
 * @param {number} ms
 * @param {boolean} isReduced
 */
export function shareAt(ms, isReduced) {
  if (isReduced) return ms < WHOLE_MS / 2 ? 0 : 1;
  const share = Math.min(1, Math.max(0, (ms - BEFORE_MS) / MOVING_MS));
  return share * share * (3 - 2 * share);
}

/**
 * @param {Move} move
 * @param {number} share
 */
export function indexAt([from, to], share) { return Math.round(from + (to - from) * share); }

/**
 * The picture of several controls that far on; null at the end, which is the scenario as it stands.
 * @param {Frame[]} frames
 * @param {number} share
 */
export function frameAt(frames, share) { return frames[Math.round(share * frames.length)] ?? null; }

/** Shows share after share in the frames of the browser, until the end or until it is stopped. */
export class Replay {
  isPlaying = false;
  /** @type {number | undefined} */
  request;
  /** Share that stands there, so that no frame paints what stands already. */
  shown = -1;

  /**
   * @param {(share: number) => void} show
   * @param {() => void} finish puts everything back as it was
   */
  constructor(show, finish) {
    this.show = show;
    this.finish = finish;
  }

  start() {
    this.stop();
    this.isPlaying = true;
    this.shown = -1;
    const isReduced = matchMedia('(prefers-reduced-motion: reduce)').matches, start = performance.now();
    const next = () => {
      const ms = performance.now() - start, share = shareAt(ms, isReduced);
      if (ms >= WHOLE_MS) { this.stop(); return; }
      if (share !== this.shown) this.show(share);
      this.shown = share;
      this.request = requestAnimationFrame(next);
    };
    next();
  }

  /** Ends it where it plays. */
  stop() {
    if (!this.isPlaying) return;
    this.isPlaying = false;
    if (this.request !== undefined) cancelAnimationFrame(this.request);
    this.finish();
  }
}
