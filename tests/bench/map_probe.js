// Timing inside the page, the same code in both apps: when do the regions show the expected classes?
// "Expected" is a pattern: for each region the first region with the same fill, so it holds for any palette.
window.mapProbe = (() => {
  const REGIONS = '.country .regions path, .choroplethlayer path';
  let pressed = null;
  addEventListener('keydown', (event) => { pressed = event.timeStamp; }, true);

  const roots = (root) => [root, ...[...root.querySelectorAll('*')].flatMap((node) => (node.shadowRoot ? roots(node.shadowRoot) : []))];
  const regions = () => roots(document).flatMap((root) => [...root.querySelectorAll(REGIONS)]);
  const pattern = (paths) => {
    const fills = paths.map((path) => path.style.fill || path.getAttribute('fill'));
    return fills.map((fill) => fills.indexOf(fill)).join(' ');
  };
  const visible = (path) => path.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && path.ownerSVGElement.getBoundingClientRect().height > 200;
  // A frame callback runs before its frame is painted; the next one therefore runs after it.
  const painted = () => new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
  });

  // A map that never arrives fails the bench instead of stopping it.
  const inTime = (arrival) => Promise.race([arrival, new Promise((_, fail) => {
    setTimeout(() => fail(new Error('the map did not show the expected classes within a minute')), 60000);
  })]);

  // Milliseconds from the start of the navigation to the painted map.
  const opened = (expected) => new Promise((resolve) => {
    const look = () => {
      const paths = document.body ? regions() : [];
      if (paths.length && pattern(paths) === expected && visible(paths[0])) painted().then(resolve);
      else requestAnimationFrame(look);
    };
    look();
  });

  // Milliseconds from the last key to the painted change.
  const switched = (expected) => new Promise((resolve) => {
    const root = regions()[0].closest('svg');
    const observer = new MutationObserver(() => {
      if (pattern(regions()) !== expected) return;
      observer.disconnect();
      painted().then((now) => resolve(now - pressed));
    });
    observer.observe(root, { subtree: true, childList: true, attributes: true });
  });

  return { opened: (expected) => inTime(opened(expected)), switched: (expected) => inTime(switched(expected)) };
})();
