// Where a tip stands beside what it explains.

/**
 * Place of a tip within a stage: right of a point and under it, and over it by `above` pixels where there is no room below.
 * @param {{ x: number, y: number }} point
 * @param {{ width: number, height: number }} tip
 * @param {{ width: number, height: number }} stage
 * @param {number} above
 */
export function tipPlace(point, tip, stage, above) {
  const isLow = point.y + tip.height + 20 > stage.height;
  return { left: Math.max(0, Math.min(point.x + 14, stage.width - tip.width)), top: isLow ? point.y - tip.height - above : point.y + 16 };
}

/**
 * Moves a tip to a point of the window, within its stage.
 * @param {HTMLElement} tip
 * @param {HTMLElement} stage
 * @param {{ x: number, y: number }} point
 * @param {number} above
 */
export function moveTip(tip, stage, point, above) {
  const room = stage.getBoundingClientRect();
  const place = tipPlace({ x: point.x - room.left, y: point.y - room.top }, { width: tip.offsetWidth, height: tip.offsetHeight }, room, above);
  tip.style.left = `${place.left}px`;
  tip.style.top = `${place.top}px`;
}
