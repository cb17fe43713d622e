// Reads a plan and a scenario as Python sends them, and writes what every value of every control would show.

import { text } from 'node:stream/consumers';

import { contributionOf, effectsAt, ownEffectAt, readScenario, resultAt, whole } from '../../../../components/what_if/panel/payload.js';

const { plan, panel } = JSON.parse(await text(process.stdin));
const scenario = readScenario(plan, panel);
const codes = Object.keys(scenario.effects.own);
const shown = Object.entries(scenario.controls).map(([control, { values }]) => [control, values.map((_, index) => {
  const { cost, baseline, contribution, chance, plainSum } = resultAt(scenario, control, index), effects = effectsAt(scenario, control, index);
  return {
    cost, baseline, contribution, chance, plainSum, own: ownEffectAt(scenario, control, index)?.map(whole) ?? null,
    of: effects && Object.fromEntries(codes.map((code) => [code, [whole(effects.own[code][0]), contributionOf(effects, code)]])),
  };
})]);
process.stdout.write(JSON.stringify(Object.fromEntries(shown)));
