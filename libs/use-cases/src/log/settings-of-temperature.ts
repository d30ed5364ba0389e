import type { Policy } from '@cellrelay/shipment';

/** The settings that policies gained with temperatures. Written out: what an old log tells must not change when a default does. */
export const settingsOfTemperature = {
  temperature: {
    packs: {
      value: [
        { minCelsius: 2, maxCelsius: 8, setPointCelsius: 5, warmEndCelsius: 8 },
        { minCelsius: 18, maxCelsius: 24, setPointCelsius: 21, warmEndCelsius: 24 },
      ],
      source: 'viability.md 4.6: 5 °C and 8 °C; the middle and the end of 18 to 24 °C alike',
      mark: 'G',
    },
    gapMinutes: { value: 30, source: 'viability.md R4', mark: 'G' },
    amberAfterMinutes: { value: 30, source: 'viability.md 2.9: one procedure’s time out of storage', mark: 'V-' },
    redAfterMinutes: { value: 240, source: 'site choice: no published figure for cells', mark: 'site' },
    packingIgnoreMinutes: {
      value: 60,
      source: 'site choice: a warm bag cools over hours (viability.md R7)',
      mark: 'site',
    },
    debounceMinutes: { value: 10, source: 'site choice: a lid opened for a moment is no excursion', mark: 'site' },
    concentrationEffect: { value: 'on', source: 'viability.md 4.3: on is the cautious side', mark: 'G' },
    samplingLoss: { value: 0, source: 'site choice: counts are of what is left after sampling', mark: 'site' },
    constants: { value: 'shipped-1', source: 'viability.md, as shipped', mark: 'C' },
    siteFigures: { value: [], source: 'no figures of the site’s own', mark: 'site' },
    calibrations: { value: [], source: 'no validation of the site’s own', mark: 'site' },
    watchMinutes: { value: 60, source: 'site choice: twice the gap', mark: 'site' },
  },
} satisfies Partial<Policy>;
