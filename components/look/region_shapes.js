// TopoJSON (Dutch national grid, metres) to SVG path texts in kilometres, with north up.
// Regions share their arcs, so neighbours keep one border at every zoom.

function regionShapes(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => {
      x += dx; y += dy;
      return [(x * scale[0] + translate[0]) / 1000, -(y * scale[1] + translate[1]) / 1000];
    });
  });
  const ring = (indices) => {
    const points = [];
    for (const index of indices) {
      const arc = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
      points.push(...(points.length ? arc.slice(1) : arc));
    }
    return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
  };
  const shapes = {};
  for (const item of topology.objects.regions.geometries) {
    const polygons = item.type === 'Polygon' ? [item.arcs] : item.arcs;
    const { x_km: x, y_km: y } = item.properties;
    shapes[item.id] = { path: polygons.flat().map(ring).join(''), x, y: -y };
  }
  return shapes;
}

// Streamlit serves the folder static/ beside its own scripts, also under a base path.
function staticUrl(path) {
  const script = document.querySelector('script[src*="static/js/"]');
  const root = script ? script.src.replace(/static\/js\/.*$/, '') : new URL('/', document.baseURI).href;
  return `${root}app/static/${path}`;
}

export function loadShapes(path) {
  const cache = (window.schaalwijzerShapes ??= {});
  cache[path] ??= fetch(staticUrl(path)).then((response) => {
    if (!response.ok) throw new Error(`${response.status}`);
    return response.json();
  }).then(regionShapes).catch((error) => { delete cache[path]; throw error; });
  return cache[path];
}
