// Reads a plan and a scenario as Python sends them, and writes what every value of every control would show.

import { text } from 'node:stream/consumers';

import { effectsAt, readScenario, resultAt, whole } from '../../../../components/what_if/panel/payload.js';

const { plan, panel } = JSON.parse(await text(process.stdin));
const scenario = readScenario(plan, panel);
const shown = Object.entries(scenario.controls).map(([control, { values }]) => [control, values.map((_, index) => {
  const { cost, baseline, contribution, chance, plainSum } = resultAt(scenario, control, index);
  const effects = effectsAt(scenario, control, index);
  /** Per measure its contribution and what it loses to overlap, as shown. */
  const shownEffects = effects && Object.fromEntries(
    Object.entries(effects).map(([code, effect]) => [code, [whole(effect.contribution), whole(effect.lost)]]));
  return { cost, baseline, contribution, chance, plainSum, effects: shownEffects };
})]);
process.stdout.write(JSON.stringify(Object.fromEntries(shown)));
