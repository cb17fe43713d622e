// Inputs of the panel and what stands beside them: value, effect and fault of each control.

import { euros, valueSpoken, valueText } from '../../look/amounts.js';
import { find } from '../../look/dom.js';
import { controlSections } from './control_rows.js';
import { effectsOf, nearestIndex, whole } from './payload.js';

/** @typedef {import('./payload.js').ControlValue} ControlValue */
/** @typedef {import('./payload.js').Scenario} Scenario */
/** @typedef {HTMLInputElement | HTMLSelectElement} Input */

/**
 * Key of the control that an input sets, or that the field beside it does.
 * @param {Input} input
 */
export function controlOf({ dataset }) {
  const control = dataset.control ?? dataset.typed;
  if (control === undefined) throw new Error('This input sets no control.');
  return control;
}

/**
 * @param {HTMLElement} place
 * @param {string} text
 */
function write(place, text) { if (place.textContent !== text) place.textContent = text; }

/**
 * @param {Element} input
 */
function rowOf(input) {
  const row = input.closest('.row');
  if (!row) throw new Error('This input stands in no row.');
  return row;
}

/**
 * HTML elements by what they say in an attribute.
 * @param {ParentNode} box
 * @param {string} attribute
 */
function byAttribute(box, attribute) {
  /** @type {Map<string, HTMLElement>} */
  const found = new Map();
  for (const element of box.querySelectorAll(`[${attribute}]`)) {
    if (element instanceof HTMLElement) found.set(element.getAttribute(attribute) ?? '', element);
  }
  return found;
}

/**
 * @param {[string, HTMLElement]} entry
 * @returns {entry is [string, Input]}
 */
const isInput = (entry) => entry[1] instanceof HTMLInputElement || entry[1] instanceof HTMLSelectElement;

/**
 * @param {[string, HTMLElement]} entry
 * @returns {entry is [string, HTMLInputElement]}
 */
const isField = (entry) => entry[1] instanceof HTMLInputElement;

export class ControlInputs {
  // Looked up once per plan, for every settled step writes them all.
  /** @type {Map<string, Input>} By control. */
  inputs = new Map();
  /** @type {Map<string, HTMLInputElement>} By control. */
  typed = new Map();
  /** @type {Map<string, HTMLElement>} By measure. */
  effects = new Map();
  /** @type {Map<string, HTMLElement>} By measure. */
  losses = new Map();

  /** @param {HTMLElement} box around the rows */
  constructor(box) { this.box = box; }

  /**
   * Rows of another plan.
   * @param {Scenario} scenario
   */
  draw(scenario) {
    this.box.replaceChildren(...controlSections(scenario));
    this.box.querySelectorAll('[data-year]').forEach((place) => { place.textContent = `aan ${scenario.targetYear}`; });
    this.inputs = new Map([...byAttribute(this.box, 'data-control')].filter(isInput));
    this.typed = new Map([...byAttribute(this.box, 'data-typed')].filter(isField));
    this.effects = byAttribute(this.box, 'data-effect');
    this.losses = byAttribute(this.box, 'data-lost');
  }

  /**
   * All controls and effects of a scenario, except the control that is being dragged.
   * @param {Scenario} scenario
   * @param {string | null} dragged
   */
  settle({ controls, own, exact }, dragged) {
    for (const [control, { values, now }] of Object.entries(controls)) {
      if (control !== dragged) this.set(control, now, nearestIndex(values, now));
    }
    this.paintEffects(effectsOf(own, exact));
  }

  /**
   * @param {string} control
   * @param {ControlValue} value
   * @param {number} index
   */
  set(control, value, index) {
    const input = this.inputs.get(control);
    if (!input) return; // Not every control of a plan has a row.
    if (input.type === 'checkbox') {
      this.check(/** @type {HTMLInputElement} */ (input), Boolean(value));
      return;
    }
    input.value = String(index);
    if (input.type === 'range') this.showValue(input, value);
  }

  /**
   * @param {HTMLInputElement} input
   * @param {boolean} isOn
   */
  check(input, isOn) {
    input.checked = isOn;
    rowOf(input).classList.toggle('off', !isOn);
  }

  /**
   * Value of a slider in its field, unless someone types there, and for who hears it.
   * @param {Input} range
   * @param {ControlValue} value
   */
  showValue(range, value) {
    const control = controlOf(range), kind = /** @type {import('./payload.js').ValueKind} */ (range.dataset.kind);
    const number = typeof value === 'number' ? value : null, differs = control === 'delay_months' && number === null;
    const typed = this.typed.get(control), { activeElement } = /** @type {Document | ShadowRoot} */ (range.getRootNode());
    if (typed && typed !== activeElement) typed.value = differs ? 'verschilt' : valueText(kind, number);
    range.setAttribute('aria-valuetext', differs ? 'verschilt per maatregel' : valueSpoken(kind, number));
  }

  /**
   * What every measure does, by its code; only what another text came for is touched.
   * @param {Record<string, import('./payload.js').MeasureEffect>} effects
   */
  paintEffects(effects) {
    for (const [code, { contribution, lost }] of Object.entries(effects)) {
      const isOn = this.input(`on:${code}`, HTMLInputElement).checked;
      write(placeOf(this.effects, code), isOn ? euros(whole(contribution)) : 'uit');
      write(placeOf(this.losses, code), isOn ? euros(whole(lost)) : '–');
    }
  }

  /**
   * The input of a control; an error where it is none of this kind.
   * @template {Input} Kind
   * @param {string} control
   * @param {new () => Kind} kind
   * @returns {Kind}
   */
  input(control, kind) {
    const input = this.inputs.get(control);
    if (!(input instanceof kind)) throw new Error(`${control} has no ${kind.name}.`);
    return input;
  }

  /**
   * Says beside an input what is wrong with what was typed; an empty message takes it back.
   * @param {HTMLInputElement} input
   * @param {string} message
   */
  fault(input, message) {
    const place = find(rowOf(input), '.fault');
    place.textContent = message;
    place.hidden = !message;
    place.setAttribute('role', message ? 'alert' : 'none');
    input.setAttribute('aria-invalid', String(Boolean(message)));
  }
}

/**
 * @param {Map<string, HTMLElement>} places
 * @param {string} code
 */
function placeOf(places, code) {
  const place = places.get(code);
  if (!place) throw new Error(`Measure ${code} has no row.`);
  return place;
}
