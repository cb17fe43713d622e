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
 * `reportNow` is a trigger that does not wait for a lost connection.
 * @typedef {{ parentElement: ComponentRoot, data: Data, setStateValue: Report, setTriggerValue: Report, reportNow: Report }} ComponentArguments
 */

/**
 * Function that gives the view of a component: made at the first message to its root, the same one at those that follow.
 * @template View, Data
 * @param {(component: ComponentArguments<Data>) => View} make
 * @returns {(component: ComponentArguments<Data>) => View}
 */
export function onePerRoot(make) {
  /** @type {WeakMap<ComponentRoot, View>} */
  const views = new WeakMap();
  return (component) => {
    const known = views.get(component.parentElement);
    if (known !== undefined) return known;
    const made = make(component);
    views.set(component.parentElement, made);
    return made;
  };
}
