import type { LiquidProduct, SiteCalibration, SiteFigure } from '@cellrelay/viability';
import type { Sourced } from './policy.sourced.js';

/** What a pack for a thermal profile is qualified to keep. */
export interface PackProfile {
  readonly minCelsius: number;
  readonly maxCelsius: number;
  readonly setPointCelsius: number;
  /** The worst that is still in range: what is assumed of a logger that has fallen silent. */
  readonly warmEndCelsius: number;
}

/** How a site's own validation draws the model, for one product. Its policy's version is the calibration's, and who approved it is in it. */
export interface ProductCalibration extends SiteCalibration {
  readonly product: LiquidProduct;
}

/** How temperatures are judged, and what forecasts rest on. Marks of ice and heat are the constants' own. */
export interface TemperatureSettings {
  readonly packs: Sourced<readonly PackProfile[]>;
  /** Readings farther apart leave a gap, which is filled with the warmer of its ends. */
  readonly gapMinutes: Sourced<number>;
  /** A single stay out of band that is longer than this is amber. */
  readonly amberAfterMinutes: Sourced<number>;
  /** All stays together that are longer than this are red; null: never by their length. */
  readonly redAfterMinutes: Sourced<number | null>;
  /** After the box is closed, for so long a probe still cools and no excursion is told. Ice and heat are. */
  readonly packingIgnoreMinutes: Sourced<number>;
  /** A shorter stay is none, and a shorter return ends none. */
  readonly debounceMinutes: Sourced<number>;
  readonly concentrationEffect: Sourced<'on' | 'off'>;
  /** Part of the cells that samples take, where no other figure is known. */
  readonly samplingLoss: Sourced<number>;
  /** The version of the constants that the model is worked out by. */
  readonly constants: Sourced<string>;
  /** The site's own figures in the place of some of those constants: the set's version then names the policy's too. */
  readonly siteFigures: Sourced<readonly SiteFigure[]>;
  readonly calibrations: Sourced<readonly ProductCalibration[]>;
  /** A live logger is looked after so long after it was last heard. */
  readonly watchMinutes: Sourced<number>;
}

export const temperatureSettings: TemperatureSettings = {
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
};
