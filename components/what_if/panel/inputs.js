// Inputs of the panel and what stands beside them: value, effect and fault of each control.

import { addsUp, euros, valueSpoken, valueText } from '../../look/amounts.js';
import { find } from '../../look/dom.js';
import { controlSections, targetRow } from './control_rows.js';
import { write } from './headline.js';
import { TARGET, effectsOf, nearestIndex, whole } from './payload.js';

/** @typedef {import('./payload.js').ControlValue} ControlValue */
/** @typedef {import('./payload.js').Scenario} Scenario */
/** @typedef {HTMLInputElement | HTMLSelectElement} Input */

/**
 * Key of the control that an input sets, or that the field beside it does.
 * @param {Input} input
 */
export function controlOf({ dataset }) {
  const control = dataset.control ?? dataset.typed ?? dataset.realised;
  if (control === undefined) throw new Error('This input sets no control.');
  return control;
}

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
  /** @type {Map<string, HTMLElement>} By control. */
  origins = new Map();
  /** @type {Record<string, ControlValue>} What the controls start with. */
  starts = {};
  /** @type {Record<'gross' | 'share' | 'lost' | 'without', Map<string, HTMLElement>>} By measure. */
  amounts = { gross: new Map(), share: new Map(), lost: new Map(), without: new Map() };
  /** @type {Set<HTMLInputElement>} Fields beside which something is said of what was typed. */
  spoken = new Set();

  /** Decimals of the amounts of this plan. */
  decimals = 1;

  /** Index of the target of one's own among the targets. */
  ownTarget = -1;

  /** The frame in which the effects follow. */
  frame = 0;

  /** @param {HTMLElement} root of the panel */
  constructor(root) {
    this.root = root;
    this.goal = find(root, '.goal');
    this.rows = find(root, '.sliders');
  }

  /**
   * Rows of another plan.
   * @param {Scenario} scenario
   */
  draw(scenario) {
    this.rows.replaceChildren(...controlSections(scenario));
    this.goal.replaceChildren(targetRow(scenario.controls));
    this.ownTarget = scenario.targets.findIndex(({ path }) => path === null);
    this.rows.querySelectorAll('[data-year]').forEach((place) => { place.textContent = String(scenario.targetYear); });
    this.inputs = new Map([...byAttribute(this.root, 'data-control')].filter(isInput));
    this.typed = new Map([...byAttribute(this.root, 'data-typed')].filter(isField));
    this.origins = byAttribute(this.root, 'data-origin');
    this.starts = scenario.starts;
    this.decimals = scenario.decimals;
    this.amounts = {
      gross: byAttribute(this.root, 'data-gross'), share: byAttribute(this.root, 'data-share'),
      lost: byAttribute(this.root, 'data-lost'), without: byAttribute(this.root, 'data-without'),
    };
    this.spoken.clear();
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
    for (const [code, [, without]] of Object.entries(own)) {
      const isOn = this.input(`on:${code}`, HTMLInputElement).checked;
      write(placeOf(this.amounts.without, code), isOn ? `de jaarkosten worden ${euros(whole(without), this.decimals)} hoger` : 'die staat uit');
    }
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
    else this.showChoice(control, value, index);
  }

  /**
   * What stands beside a list goes with what is chosen in it.
   * @param {string} control
   * @param {ControlValue} value
   * @param {number} index
   */
  showChoice(control, value, index) {
    this.showOrigin(control, value);
    if (control === TARGET) find(this.goal, '.own-target').hidden = index !== this.ownTarget;
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
    const number = typeof value === 'number' ? value : null, decimals = Number(range.dataset.decimals), differs = control === 'delay_months' && number === null;
    const typed = this.typed.get(control), { activeElement } = /** @type {Document | ShadowRoot} */ (range.getRootNode());
    if (typed && typed !== activeElement) typed.value = differs ? 'verschilt' : valueText(kind, number, decimals);
    range.setAttribute('aria-valuetext', differs ? 'verschilt per maatregel' : valueSpoken(kind, number, decimals));
    this.showOrigin(control, value);
  }

  /**
   * Where a value comes from: from where the first one did, or from the visitor.
   * @param {string} control
   * @param {ControlValue} value
   */
  showOrigin(control, value) {
    const tag = this.origins.get(control);
    if (tag) write(tag, value === this.starts[control] ? tag.dataset.from ?? '' : 'eigen stand');
  }

  /**
   * The same one frame later: during a drag the figure and the chart come first.
   * @param {Record<string, import('./payload.js').MeasureEffect> | null} effects
   */
  paintEffectsLater(effects) {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paintEffects(effects));
  }

  /**
   * What each measure does in the target year; of no measure where only Python knows. Each amount is rounded by itself, as in the tables
   * and files; a row that so does not add up says it. Only what another text came for is touched.
   * @param {Record<string, import('./payload.js').MeasureEffect> | null} effects
   */
  paintEffects(effects) {
    cancelAnimationFrame(this.frame);
    for (const [code, place] of this.amounts.gross) {
      const isOn = this.input(`on:${code}`, HTMLInputElement).checked, effect = effects?.[code];
      const [gross, share, lost] = effect ? [effect.gross, effect.contribution, effect.lost].map(whole) : [];
      const texts = effect ? [gross, share, lost].map((each) => euros(each, this.decimals)) : ['…', '…', '…'];
      if (effect && !addsUp([share, lost], gross, this.decimals)) texts[2] += ' (afgerond)';
      [place, placeOf(this.amounts.share, code), placeOf(this.amounts.lost, code)].forEach((each, at) => (
        write(each, isOn ? texts[at] : at ? '–' : 'uit')));
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
   * Says beside an input what is wrong with what was typed, or how it was read; an empty message takes it back.
   * @param {HTMLInputElement} input
   * @param {string} message
   * @param {boolean} [isFault]
   */
  say(input, message, isFault = true) {
    sayBeside(input, message, isFault);
    if (message) this.spoken.add(input);
    else this.spoken.delete(input);
  }

  /**
   * Takes back what is said of what was typed, and puts the values of the sliders back in the fields.
   * @param {Record<string, import('./payload.js').Control>} controls
   */
  hush(controls) {
    for (const field of this.spoken) {
      const control = controlOf(field), range = this.input(control, HTMLInputElement), value = controls[control].values[Number(range.value)];
      this.say(field, '');
      // Also where someone still types in it: what was typed holds no longer.
      const { kind, decimals } = range.dataset, number = typeof value === 'number' ? value : null;
      field.value = valueText(/** @type {import('./payload.js').ValueKind} */ (kind), number, Number(decimals));
    }
  }
}

/**
 * @param {HTMLInputElement} input
 * @param {string} message
 * @param {boolean} isFault
 */
export function sayBeside(input, message, isFault) {
  const place = find(rowOf(input), '.fault');
  place.textContent = message;
  place.hidden = !message;
  place.classList.toggle('only-said', !isFault);
  place.setAttribute('role', !message ? 'none' : isFault ? 'alert' : 'status');
  input.setAttribute('aria-invalid', String(Boolean(message) && isFault));
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
