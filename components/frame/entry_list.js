// List of things in groups: filtered while one types or by first letter, each with links. Texts are set as text, never as markup.

const fold = (text) => text.normalize('NFD').replace(/[̀-ͯ]/g, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

function node(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

class EntryList {
  constructor(root) {
    this.root = root;
    this.find = (selector) => root.querySelector(selector);
    this.letter = '';
    this.open = new Set();
    this.find('input').addEventListener('input', () => { this.letter = ''; this.draw(); });
    this.find('.letters').addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (!button) return;
      this.letter = this.letter === button.value ? '' : button.value;
      this.find('input').value = '';
      this.draw();
      this.find(`.letters button[value="${button.value}"]`).focus();
    });
    this.find('.groups').addEventListener('click', (event) => this.follow(event));
  }

  update(data, go) {
    this.go = go;
    const fresh = JSON.stringify(data.groups);
    if (fresh !== this.fresh) this.open.clear();
    const asked = data.asked !== this.data?.asked;
    this.fresh = fresh;
    this.data = data;
    if (asked && data.asked) { this.letter = ''; this.find('input').value = ''; }
    this.root.className = ['entries', data.layout].filter(Boolean).join(' ');
    this.find('.filter').hidden = !data.filter;
    this.find('.filter span').textContent = data.filter ?? '';
    this.words = data.groups.map((group) => group.entries.map((entry) => ` ${fold([entry.title, entry.mark, entry.said, entry.keywords, ...(entry.small ?? [])].filter(Boolean).join(' '))}`));
    this.draw();
    const marked = this.find('li.asked');
    if (asked && marked) marked.scrollIntoView({ block: 'center' });
  }

  draw() {
    const wanted = this.data.filter ? fold(this.find('input').value).split(' ').filter(Boolean) : [];
    let shown = 0, all = 0;
    const groups = this.data.groups.map((group, i) => {
      const kept = group.entries.map((entry, j) => [entry, j]).filter(([entry, j]) =>
        wanted.every((word) => this.words[i][j].includes(` ${word}`) || (word.length > 3 && this.words[i][j].includes(word)))
        && (!this.letter || fold(entry.title).startsWith(this.letter)));
      all += group.entries.length;
      shown += kept.length;
      return kept.length ? this.group(group, i, kept) : '';
    });
    this.find('.groups').replaceChildren(...groups.filter(Boolean));
    this.find('.count').textContent = this.data.filter ? (shown === all ? `${all} ${this.data.noun}` : shown ? `${shown} van ${all} ${this.data.noun}` : `Niets past bij wat u zoekt. Typ minder letters of een ander woord.`) : '';
    this.letters();
  }

  letters() {
    const box = this.find('.letters');
    box.hidden = !this.data.letters;
    if (box.hidden) return;
    const present = new Set(this.data.groups.flatMap((group) => group.entries.map((entry) => fold(entry.title)[0])));
    box.replaceChildren(...'abcdefghijklmnopqrstuvwxyz'.split('').map((letter) => {
      const button = node('button', '', letter.toUpperCase());
      button.type = 'button';
      button.value = letter;
      button.disabled = !present.has(letter);
      button.ariaPressed = String(this.letter === letter);
      button.setAttribute('aria-pressed', String(this.letter === letter));
      return button;
    }));
  }

  group(group, i, kept) {
    const box = node('section');
    if (group.heading) {
      const heading = node('h2', '', group.heading);
      heading.append(' ', node('small', '', `(${kept.length})`));
      box.append(heading);
    }
    const limit = group.limit && !this.open.has(i) ? group.limit : kept.length;
    const list = node('ul');
    list.append(...kept.slice(0, limit).map(([entry, j]) => this.entry(entry, i, j)));
    box.append(list);
    if (kept.length > limit) {
      const more = node('button', 'more', `Toon alle ${kept.length} bij ${group.heading}`);
      more.type = 'button';
      more.dataset.group = i;
      box.append(more);
    }
    return box;
  }

  entry(entry, i, j) {
    const item = node('li', this.data.asked && entry.id === this.data.asked ? 'asked' : '');
    const main = node('div'), side = node('div'), title = node('p', 'title');
    if (entry.mark) title.append(node('span', 'mark', entry.mark));
    const [first, ...rest] = entry.links ?? [];
    if (first && this.data.titles === 'links') title.append(this.link(first, i, j, 0, entry.title));
    else title.append(entry.title);
    main.append(title);
    if (entry.said) main.append(node('p', 'said', entry.said));
    const asTitles = this.data.titles === 'links';
    const links = asTitles ? rest.map((link, k) => [link, k + 1]) : (entry.links ?? []).map((link, k) => [link, k]);
    (entry.small ?? []).filter(Boolean).forEach((text) => side.append(node('p', 'small', text)));
    if (links.length) {
      const row = node('p', 'links');
      row.append(...(asTitles ? ['Ook: '] : []), ...links.map(([link, k]) => this.link(link, i, j, k, link.label)));
      side.append(row);
    }
    item.append(main, side);
    return item;
  }

  link(link, i, j, k, text) {
    const made = node('a', '', text);
    made.href = link.href;
    made.dataset.at = `${i},${j},${k}`;
    return made;
  }

  follow(event) {
    const more = event.target.closest('button.more');
    if (more) {
      const group = Number(more.dataset.group), section = more.closest('section');
      const before = section.querySelectorAll('li').length;
      this.open.add(group);
      this.draw();
      const next = [...this.find('.groups').querySelectorAll('h2')].find((heading) => heading.textContent === section.querySelector('h2').textContent);
      next?.parentElement.querySelectorAll('li')[before]?.querySelector('a')?.focus();
      return;
    }
    const link = event.target.closest('a');
    // Another tab or window is the browser's own business.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    event.preventDefault();
    const [i, j, k] = link.dataset.at.split(',').map(Number);
    this.go(this.data.groups[i].entries[j].links[k].href);
  }
}

export default function ({ parentElement, data, setTriggerValue }) {
  parentElement.entryList ??= new EntryList(parentElement.querySelector('.entries'));
  parentElement.entryList.update(data, (href) => setTriggerValue('go', href));
}
