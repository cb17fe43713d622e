// Table that sorts and filters in the browser. A cell is a text, or [text, sort value] where the two differ.

const text = (cell) => (Array.isArray(cell) ? cell[0] : cell) ?? '';
const sortKey = (cell) => (Array.isArray(cell) ? cell[1] : cell);

function compare(a, b) {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a ?? '').localeCompare(String(b ?? ''), 'nl', { numeric: true });
}

class SortableTable {
  constructor(root) {
    this.root = root;
    this.find = (selector) => root.querySelector(selector);
    this.sort = null;
    this.find('input').addEventListener('input', () => this.rows());
    this.find('thead').addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (!button) return;
      const column = Number(button.dataset.column);
      this.sort = { column, down: this.sort?.column === column && !this.sort.down };
      this.draw();
      this.find(`[data-column="${column}"]`).focus();
    });
  }

  update(data) { this.data = data; this.draw(); }

  draw() {
    this.find('caption').textContent = this.data.caption;
    this.root.classList.toggle('short', this.data.rows.length <= 15);
    this.find('.scroll').setAttribute('aria-label', this.data.caption);
    const head = document.createElement('tr');
    this.data.columns.forEach(({ name, number }, column) => {
      const cell = document.createElement('th'), button = document.createElement('button');
      cell.scope = 'col';
      cell.className = number ? 'number' : '';
      cell.ariaSort = this.sort?.column === column ? (this.sort.down ? 'descending' : 'ascending') : 'none';
      button.type = 'button';
      button.dataset.column = column;
      button.textContent = name;
      cell.append(button);
      head.append(cell);
    });
    this.find('thead').replaceChildren(head);
    this.rows();
  }

  rows() {
    const wanted = this.find('input').value.trim().toLowerCase();
    let rows = this.data.rows.filter((row) => !wanted || row.some((cell) => String(text(cell)).toLowerCase().includes(wanted)));
    if (this.sort) {
      const { column, down } = this.sort;
      rows = [...rows].sort((a, b) => compare(sortKey(a[column]), sortKey(b[column])) * (down ? -1 : 1));
    }
    this.find('tbody').replaceChildren(...rows.map((row) => {
      const line = document.createElement('tr');
      row.forEach((cell, column) => {
        const node = document.createElement(column === 0 ? 'th' : 'td');
        if (column === 0) node.scope = 'row';
        if (this.data.columns[column].number) node.className = 'number';
        node.textContent = text(cell);
        line.append(node);
      });
      return line;
    }));
    const all = this.data.rows.length;
    this.find('.count').textContent = rows.length === all ? `${all} rijen` : rows.length ? `${rows.length} van ${all} rijen` : 'Geen rij past bij deze zoekterm.';
  }
}

export default function ({ parentElement, data }) {
  parentElement.sortableTable ??= new SortableTable(parentElement.querySelector('.tabel'));
  parentElement.sortableTable.update(data);
}
