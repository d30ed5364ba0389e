import type { Policy, Sourced, TemperatureSettings } from '@cellrelay/shipment';
import { groups, type Figure } from './policy-figure.js';
import { inMinutes, listSaid } from './policy-values.js';

type ValueOf<Name extends keyof TemperatureSettings> =
  TemperatureSettings[Name] extends Sourced<infer Value> ? Value : never;
type Said = {
  readonly [Name in keyof TemperatureSettings]: readonly [title: string, say: (value: ValueOf<Name>) => string];
};

/** How each setting of temperatures is called and said. A new one does not compile until it is here. */
const settings: Said = {
  packs: [
    'Packs, with their set point and warm end',
    listSaid(
      ({ minCelsius, maxCelsius, setPointCelsius, warmEndCelsius }) =>
        `${minCelsius} to ${maxCelsius} °C: ${setPointCelsius} and ${warmEndCelsius} °C`,
    ),
  ],
  gapMinutes: ['Readings farther apart leave a gap', inMinutes],
  amberAfterMinutes: ['Out of band at once, amber after', inMinutes],
  redAfterMinutes: [
    'Out of band in all, red after',
    (minutes) => (minutes === null ? 'no length of time' : inMinutes(minutes)),
  ],
  packingIgnoreMinutes: ['After packing no excursion is told for', inMinutes],
  debounceMinutes: ['A shorter stay out of band is none', inMinutes],
  concentrationEffect: ['The effect of the cells’ concentration', (effect) => effect],
  samplingLoss: ['Part of the cells that samples take', (part) => `${part * 100} %`],
  constants: ['Version of the model’s constants', String],
  siteFigures: [
    'The site’s own figures in the place of constants',
    listSaid(({ id, value, source, approvedBy }) => `${id}: ${value} (${source}; approved by ${approvedBy})`),
  ],
  calibrations: [
    'The site’s own validation',
    listSaid(
      ({ product, shift, sigma, approvedBy }) =>
        `${product}: shift ${shift}, sigma ${sigma}, approved by ${approvedBy}`,
    ),
  ],
  watchMinutes: ['A live logger is looked after every', inMinutes],
};

/** The figures by which temperatures are judged and forecasts made. */
export function temperatureFigures({ temperature }: Policy): readonly Figure[] {
  return (Object.keys(settings) as (keyof TemperatureSettings)[]).map((name) => {
    const [title, say] = settings[name] as readonly [string, (value: unknown) => string];
    const { value, source, mark } = temperature[name] as Sourced<unknown>;
    const key = `temperature/${name}`;
    return { key, at: `/${key}`, group: groups.box, title, value: say(value), source, mark };
  });
}
