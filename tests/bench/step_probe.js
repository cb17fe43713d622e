// Timing inside the page, the same code in both apps: how long from what the visitor does to the frame that shows it?
window.stepProbe = (() => {
  const starts = {};
  // Of keys the last one counts, for a list may have to be opened first; of a drag its first move.
  addEventListener('keydown', (event) => { starts.keydown = event.timeStamp; }, true);
  // The browser keeps a move until the next frame, up to 17 ms that no app can change; so its time starts when the page gets it.
  addEventListener('pointermove', (event) => { if (event.buttons & 1) starts.pointermove ??= performance.now(); }, true);
  addEventListener('pointerup', (event) => { starts.pointerup ??= event.timeStamp; }, true);

  const deep = (selector, root = document) => root.querySelector(selector)
    ?? [...root.querySelectorAll('*')].reduce((found, node) => found ?? (node.shadowRoot && deep(selector, node.shadowRoot)), null);

  // A message sent from a frame callback arrives after that frame is painted. What changes between two frames waits for
  // the next one; what changes in a frame callback is in the frame at hand.
  const channel = new MessageChannel();
  let inFrame = false, awaited = 0, thisFrame = [], nextFrame = [];
  const frame = () => {
    inFrame = true;
    thisFrame = nextFrame;
    nextFrame = [];
    channel.port2.postMessage(null);
  };
  channel.port1.onmessage = () => {
    inFrame = false;
    const now = performance.now();
    thisFrame.splice(0).forEach((resolve) => resolve(now));
    if (awaited) requestAnimationFrame(frame);
  };
  const painted = () => new Promise((resolve) => { (inFrame ? thisFrame : nextFrame).push(resolve); });

  const observed = (place, options, holds) => new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!holds()) return;
      observer.disconnect();
      painted().then(resolve);
    });
    observer.observe(place, { subtree: true, childList: true, characterData: true, ...options });
  });
  const ends = {
    // The text of a place is another one.
    text(selector) {
      const place = deep(selector), before = place.textContent;
      return observed(place, {}, () => place.textContent !== before);
    },
    // An attribute of a place is another one, and a class is gone.
    mark(selector, name, busy) {
      const place = deep(selector), before = place.getAttribute(name);
      return observed(place, { attributes: true, subtree: false, childList: false, characterData: false },
        () => place.getAttribute(name) !== before && !(busy && place.classList.contains(busy)));
    },
    // Plotly says that it has drawn other values.
    plot(selector) {
      const plot = deep(`${selector} .js-plotly-plot`), values = () => JSON.stringify(plot.data.map(({ y, z }) => [y, z])), before = values();
      return new Promise((resolve) => {
        const drawn = () => {
          if (values() === before) return;
          plot.removeListener('plotly_afterplot', drawn);
          painted().then(resolve);
        };
        plot.on('plotly_afterplot', drawn);
      });
    },
  };

  // Milliseconds from the first event of this kind from now on to the frame that shows the end.
  const until = async (start, [end, ...place]) => {
    starts[start] = undefined;
    const late = new Promise((_, fail) => { setTimeout(() => fail(new Error(`no ${end} of ${place} within half a minute`)), 30000); });
    const arrival = ends[end](...place);
    if (!awaited++) requestAnimationFrame(frame);
    try {
      return (await Promise.race([arrival, late])) - starts[start];
    } finally { awaited -= 1; }
  };
  return { deep, until };
})();
