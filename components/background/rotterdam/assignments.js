// Matrix of counts whose cells filter, and below it the assignments that fit; Python counts and filters.

const node = (tag, attributes = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), attributes);
  made.append(...children);
  return made;
};

class Assignments {
  constructor(root) {
    this.find = (selector) => root.querySelector(selector);
    root.addEventListener('click', (event) => {
      const button = event.composedPath().find((item) => item.dataset?.theme !== undefined);
      if (button) this.report('chosen', { theme: button.dataset.theme || null, value: button.dataset.value || null });
    });
  }

  update(data, report) {
    this.report = report;
    const focused = this.find(':focus-visible')?.dataset;
    const place = focused?.theme === undefined ? null : `[data-theme="${CSS.escape(focused.theme)}"][data-value="${CSS.escape(focused.value)}"]`;
    this.data = data;
    this.matrix();
    this.entries();
    if (place) this.find(place)?.focus();
  }

  // A second press on what is chosen takes the choice back.
  button(theme, value, text, label) {
    const { chosen } = this.data, pressed = chosen.theme === theme && (chosen.value ?? '') === value;
    const made = node('button', { type: 'button', textContent: text, ariaPressed: String(pressed) });
    made.setAttribute('aria-label', label);
    Object.assign(made.dataset, pressed ? { theme: '', value: '' } : { theme, value });
    return made;
  }

  matrix() {
    const { caption, columns, rows, most } = this.data;
    this.find('caption').textContent = caption;
    this.find('.scroll').setAttribute('aria-label', caption);
    const head = node('tr', {}, node('th', { scope: 'col', textContent: 'thema' }),
      ...columns.map(({ heading }) => node('th', { scope: 'col', textContent: heading })), node('th', { scope: 'col', textContent: 'alle' }));
    this.find('thead').replaceChildren(head);
    this.find('tbody').replaceChildren(...rows.map((row) => {
      const name = node('th', { scope: 'row' }, this.button(row.code, '', row.theme, `${row.theme}: alle ${row.all} opgaven`));
      const cells = row.counts.map((count, at) => {
        if (!count) return node('td', {}, node('span', { textContent: '–', ariaLabel: 'geen', role: 'img' }));
        const made = this.button(row.code, columns[at].code, String(count), `${row.theme}, ${columns[at].name}: ${count}`);
        made.style.setProperty('--share', Math.round(10 + 35 * count / most));
        return node('td', {}, made);
      });
      return node('tr', {}, name, ...cells, node('td', {}, node('span', { textContent: row.all })));
    }));
  }

  // The same entries stay as they are: a reader may have opened several, and focus may stand on one.
  entries() {
    const { entries, opened, count } = this.data, codes = entries.map((entry) => entry.code).join();
    this.find('.count').textContent = count;
    if (codes === this.shown) return;
    this.shown = codes;
    this.find('.entries').replaceChildren(...entries.map((entry) => {
      const tag = node('span', { className: entry.joint ? 'tag joint' : 'tag', textContent: entry.agenda });
      const summary = node('summary', {}, node('span', { className: 'code', textContent: entry.code }), node('span', { className: 'name', textContent: entry.name }), tag);
      const lines = node('dl', {}, ...entry.lines.flatMap(([term, text]) => [node('dt', { textContent: term }), node('dd', { textContent: text })]));
      const made = node('details', { open: entry.code === opened }, summary, lines);
      // By click, not by `toggle`: that one also fires when the page itself opens an entry.
      summary.addEventListener('click', () => {
        if (!made.open) this.report('opened', entry.code);
        else if (this.data.opened === entry.code) this.report('opened', '');
      });
      return made;
    }));
  }
}

export default function ({ parentElement, data, setTriggerValue }) {
  parentElement.assignments ??= new Assignments(parentElement.querySelector('.assignments'));
  parentElement.assignments.update(data, setTriggerValue);
}
