// What a component tells Python while there is no connection is kept, and sent in its order once the page has been built anew.
// Streamlit itself drops it. server/connection.js says when the connection is lost and back.

import { isConnectionLost } from './connection.js';
import { whileMounted } from './while_mounted.js';

/** @typedef {import('./component.js').Report} Report */
/** @typedef {{ kind: 'state' | 'trigger', name: string, value: unknown, at: number }} Kept */

/** What the visitor does offline is sent one by one; whoever listens to it adds what there is to send. */
/** @typedef {{ at: number, send: () => void }[]} ToSend */

/** So long before a loss is noticed, what was sent may not have arrived. */
const NOT_ARRIVED_MS = 30_000;

export class KeptReports {
  /** @type {Map<string, Kept>} The last of each name, oldest first. */
  kept = new Map();
  /** @type {Map<string, Kept>} States that went out since Python last said something. */
  sent = new Map();
  /** @type {{ state: Report, trigger: Report }} */
  to = { state: () => {}, trigger: () => {} };

  /** @param {() => boolean} isLost */
  constructor(isLost) { this.isLost = isLost; }

  /**
   * @param {'state' | 'trigger'} kind
   * @param {string} name
   * @param {unknown} value
   */
  report(kind, name, value) {
    const one = { kind, name, value, at: Date.now() };
    if (this.isLost()) this.keep(one);
    else {
      if (kind === 'state') this.sent.set(name, one);
      this.to[kind](name, value);
    }
  }

  /** @param {Kept} one */
  keep(one) {
    this.kept.delete(one.name);
    this.kept.set(one.name, one);
  }

  // A state may be told twice: Python takes the second for what it is. A trigger, such as "undo", may not.
  lose() {
    for (const one of this.sent.values()) if (Date.now() - one.at < NOT_ARRIVED_MS && !this.kept.has(one.name)) this.keep(one);
    this.sent.clear();
  }

  /** @returns {ToSend} */
  toSend() {
    return [...this.kept.values()].map((one) => ({
      at: one.at,
      send: () => {
        if (this.kept.get(one.name) === one) this.kept.delete(one.name);
        this.report(one.kind, one.name, one.value);
      },
    }));
  }
}

/** @type {WeakMap<import('./component.js').ComponentRoot, KeptReports>} */
const reports = new WeakMap();

/**
 * The arguments of a component, with reports that wait for a connection.
 * @template Data
 * @param {Omit<import('./component.js').ComponentArguments<Data>, 'reportNow'>} component
 * @returns {import('./component.js').ComponentArguments<Data>}
 */
export function keepingReports(component) {
  const root = component.parentElement, ours = reports.get(root) ?? new KeptReports(isConnectionLost);
  if (!reports.has(root)) {
    reports.set(root, ours);
    whileMounted(document, root, 'connection-lost', () => ours.lose());
    whileMounted(document, root, 'connection-back', (event) => {
      /** @type {CustomEvent<ToSend>} */ (event).detail.push(...ours.toSend());
    });
  }
  ours.to = { state: component.setStateValue, trigger: component.setTriggerValue };
  ours.sent.clear();
  return {
    ...component,
    reportNow: component.setTriggerValue,
    setStateValue: (name, value) => ours.report('state', name, value),
    setTriggerValue: (name, value) => ours.report('trigger', name, value),
  };
}
