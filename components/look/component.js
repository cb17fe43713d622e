// What Streamlit hands to the script of a component, and how its view outlives a message.

/**
 * Element or shadow root that holds the markup of the component.
 * @typedef {HTMLElement | ShadowRoot} ComponentRoot
 */

/**
 * Tells Python of a value: one that stays (state) or one that holds for a single run (trigger).
 * @typedef {(name: string, value: unknown) => void} Report
 */

/**
 * Argument of the default export, which Streamlit calls at every message from Python; `data` is what Python sent.
 * @template Data
 * @typedef {{ parentElement: ComponentRoot, data: Data, setStateValue: Report, setTriggerValue: Report }} ComponentArguments
 */

/**
 * Function from the root of a component to its view: made at the first message, the same one at those that follow.
 * @template View
 * @param {(root: ComponentRoot) => View} make
 * @returns {(root: ComponentRoot) => View}
 */
export function onePerRoot(make) {
  /** @type {WeakMap<ComponentRoot, View>} */
  const views = new WeakMap();
  return (root) => {
    const known = views.get(root);
    if (known !== undefined) return known;
    const made = make(root);
    views.set(root, made);
    return made;
  };
}
