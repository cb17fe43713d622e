// A storyline that ships: its steps, each a way into the storyline at that place.

import { go } from '../frame/go.js';
import { begin, endBegun } from '../frame/stage_start.js';
import { onePerRoot } from '../look/component.js';
import { around, find, h, isPlainClick } from '../look/dom.js';
import { viewAddress, viewName } from './views.js';

/** @typedef {import('./checks.js').Step} Step */
/**
 * As view.py sends it, its figures filled in; a hall sees the way in alone, for the steps would scroll.
 * @typedef {{ key: string, title: string, steps: Step[], site: import('./views.js').Site, startOnly: boolean }} ShippedData
 */
/** @typedef {import('../look/component.js').ComponentArguments<ShippedData>} ShippedComponent */

class Shipped {
  /** @param {ShippedComponent} component */
  constructor({ parentElement, data }) {
    this.data = data;
    this.root = find(parentElement, '.shipped');
    this.start = find(this.root, '.start');
    this.steps = find(this.root, '.steps');
    this.start.onclick = () => begin(this.address(0));
    this.root.addEventListener('click', (event) => {
      const way = around(event, 'a');
      if (!way || !isPlainClick(event)) return;
      event.preventDefault();
      if (way.dataset.at) begin(this.address(Number(way.dataset.at)));
      else go(way.getAttribute('href') ?? '');
    });
    // What goes along is in the address, which changes when the region does.
    for (const sign of ['pointerdown', 'focusin', 'contextmenu']) this.root.addEventListener(sign, () => this.draw(), { capture: true, once: true });
  }

  /** @param {ShippedComponent} component */
  update({ data }) {
    this.data = data;
    endBegun();
    this.start.setAttribute('aria-label', `Start: ${data.title}`);
    this.steps.hidden = data.startOnly;
    this.steps.setAttribute('aria-label', `Stappen van ${data.title}`);
    this.draw();
  }

  /** @param {number} at */
  address(at) {
    const { key, steps, site } = this.data;
    return viewAddress(steps[at], site, { presentatie: key, stap: String(at + 1) });
  }

  draw() {
    const { steps, site } = this.data;
    this.steps.replaceChildren(...steps.map((step, at) => {
      const name = viewName(step, site);
      return h('li', {}, h('a', { href: this.address(at), 'data-at': at }, step.title || name),
        step.title && h('a', { class: 'facts', href: viewAddress(step, site), 'aria-label': `${name}: bekijk deze weergave` }, name));
    }));
  }
}

const shippedOf = onePerRoot(/** @param {ShippedComponent} component */ (component) => new Shipped(component));

/** @param {ShippedComponent} component */
export default function (component) { shippedOf(component).update(component); }
