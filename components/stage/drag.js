// Dragging an item of a list by its handle, with mouse, pen or finger. Buttons beside it do the same by keyboard.

/**
 * @param {HTMLElement} list its items are its children
 * @param {string} handle selector of the part of an item that it is dragged by
 * @param {(from: number, to: number) => void} moved
 */
export function dragItems(list, handle, moved) {
  list.addEventListener('pointerdown', (event) => {
    const grip = event.target instanceof Element ? event.target.closest(handle) : null;
    const item = [...list.children].find((child) => child.contains(grip));
    if (!(grip instanceof HTMLElement) || !(item instanceof HTMLElement) || event.button) return;
    event.preventDefault();
    const from = [...list.children].indexOf(item);
    grip.setPointerCapture(event.pointerId);
    item.classList.add('dragged');
    grip.onpointermove = ({ clientY }) => {
      const others = [...list.children].filter((child) => child !== item);
      const below = others.find((child) => clientY < middle(child));
      if (item.nextElementSibling !== (below ?? null)) {
        list.insertBefore(item, below ?? null);
        // What moves in the page lets the pointer go.
        grip.setPointerCapture(event.pointerId);
      }
    };
    const end = () => {
      grip.onpointermove = grip.onpointerup = grip.onpointercancel = null;
      item.classList.remove('dragged');
      const to = [...list.children].indexOf(item);
      if (to !== from) moved(from, to);
    };
    grip.onpointerup = grip.onpointercancel = end;
  });
}

/** @param {Element} element */
function middle(element) {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
