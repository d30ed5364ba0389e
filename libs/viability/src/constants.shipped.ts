/** V verified in a source, F fitted to verified points, J a judgement, site: a site's own. */
export type SourceMark = 'V' | 'F' | 'J' | 'site';

export type Unit = 'per h' | 'kJ/mol' | 'kJ/(mol K)' | 'of ln k' | '°C' | '10⁶/mL' | 'h' | 'min' | 'factor';

type Shipped = readonly [value: number, unit: Unit, mark: SourceMark, source: string];

/**
 * The published and fitted figures as they ship, none of them tuned here: viability.md, section by section. V is verified in a source, F fitted to verified
 * points, J a judgement without a published number behind it.
 */
export const shippedFigures = {
  'gas-constant': [8.314462618e-3, 'kJ/(mol K)', 'V', 'viability.md 4.1'],
  'band-z': [1.645, 'factor', 'F', 'viability.md 4.5: 90 %, both sides'],
  'model-least-celsius': [2, '°C', 'J', 'viability.md 4.1: colder is treated as this, and flagged'],
  'knee-celsius': [24, '°C', 'F', 'viability.md 4.1: above it another activation energy'],
  'outside-model-celsius': [30, '°C', 'J', 'viability.md 4.1, R3'],

  'hpc-a.rate-at-5': [0.0036, 'per h', 'F', 'viability.md 4.1'],
  'hpc-a.activation': [53, 'kJ/mol', 'F', 'viability.md 4.1'],
  'hpc-a.rate-at-37': [0.19, 'per h', 'F', 'viability.md 4.1: the least that leaves 1 % after 24 h'],
  'hpc-a.sigma-at-8': [0.76, 'of ln k', 'F', 'viability.md 4.1'],
  'hpc-a.sigma-at-22': [1.01, 'of ln k', 'F', 'viability.md 4.1'],
  'hpc-a.sigma-at-37': [1.44, 'of ln k', 'F', 'viability.md 4.1'],

  'hpc-m.rate-at-5': [0.0036, 'per h', 'J', 'viability.md 4.1: tied to HPC-A, not measured'],
  'hpc-m.activation': [16, 'kJ/mol', 'F', 'viability.md 4.1'],
  'hpc-m.rate-at-37': [0.19, 'per h', 'J', 'viability.md 4.1: as HPC-A'],
  'hpc-m.sigma-at-8': [0.9, 'of ln k', 'J', 'viability.md 4.1'],
  'hpc-m.sigma-at-22': [1.01, 'of ln k', 'J', 'viability.md 4.1'],
  'hpc-m.sigma-at-37': [1.44, 'of ln k', 'J', 'viability.md 4.1'],

  'mnc-a.rate-at-5': [0.0036, 'per h', 'J', 'viability.md 4.1: borrowed from HPC-A'],
  'mnc-a.activation': [53, 'kJ/mol', 'J', 'viability.md 4.1: borrowed from HPC-A'],
  'mnc-a.rate-at-37': [0.19, 'per h', 'J', 'viability.md 4.1: borrowed from HPC-A'],
  'mnc-a.sigma-at-8': [1.16, 'of ln k', 'J', 'viability.md 4.1: HPC-A and 0.40'],
  'mnc-a.sigma-at-22': [1.41, 'of ln k', 'J', 'viability.md 4.1: HPC-A and 0.40'],
  'mnc-a.sigma-at-37': [1.84, 'of ln k', 'J', 'viability.md 4.1: HPC-A and 0.40'],

  'concentration.harmless-up-to': [
    200,
    '10⁶/mL',
    'J',
    'viability.md 4.3: only the direction and the mark of 300 are verified',
  ],
  'concentration.more-per-100': [0.5, 'factor', 'J', 'viability.md 4.3: the slope is judgement'],
  'concentration.most': [2, 'factor', 'J', 'viability.md 4.3'],
  'concentration.sigma-more': [0.2, 'of ln k', 'J', 'viability.md 4.3: above 200, or unknown'],

  'membrane.rate-factor': [0.556, 'factor', 'F', 'viability.md 4.2'],
  'membrane.shape': [1.17, 'factor', 'F', 'viability.md 4.2'],
  'cfu-gm.rate-factor': [2.11, 'factor', 'F', 'viability.md 4.2'],
  'cfu-gm.marrow-rate-factor': [2.28, 'factor', 'F', 'viability.md 4.2'],
  'cfu-gm.shape': [1.38, 'factor', 'F', 'viability.md 4.2'],

  'thaw.hpc-a.low': [0.36, 'factor', 'F', 'viability.md 4.4: 7 studies'],
  'thaw.hpc-a.centre': [0.7, 'factor', 'F', 'viability.md 4.4: 7 studies'],
  'thaw.hpc-a.high': [1, 'factor', 'F', 'viability.md 4.4: capped; uncapped 1.34'],
  'thaw.mnc-a.low': [0.64, 'factor', 'F', 'viability.md 4.4: 3 studies only'],
  'thaw.mnc-a.centre': [0.84, 'factor', 'F', 'viability.md 4.4: 3 studies only'],
  'thaw.mnc-a.high': [1, 'factor', 'F', 'viability.md 4.4: capped; uncapped 1.10'],
  'thaw.hpc-cb.low': [0.71, 'factor', 'F', 'viability.md 4.4: PUR14'],
  'thaw.hpc-cb.centre': [0.92, 'factor', 'F', 'viability.md 4.4: PUR14'],
  'thaw.hpc-cb.high': [0.99, 'factor', 'F', 'viability.md 4.4: PUR14'],
  'thawed.unwashed-hours': [4, 'h', 'V', 'viability.md 4.4: label, at 4 to 25 °C'],
  'thawed.washed-hours': [24, 'h', 'V', 'viability.md 4.4: label, at 4 °C'],
  'cord-hold.7aad': [0.0027, 'per h', 'F', 'viability.md 4.4: OXF13'],
  'cord-hold.annexin-v': [0.0043, 'per h', 'F', 'viability.md 4.4: OXF13'],

  'shipper.most-hold-hours': [168, 'h', 'V', 'viability.md 2.8, 4.4: a bank ships for up to 7 days'],
  'shipper.not-requalified': [0.6, 'factor', 'J', 'viability.md 4.4: units of one model differ by up to 40 %'],
  'frozen.allowable-celsius': [-135, '°C', 'V', 'viability.md 2.8: PMC6123768'],
  'frozen.state-celsius': [-120, '°C', 'V', 'viability.md 2.8: PMC6123768'],

  'single-product-sigma': [0.7, 'of ln k', 'F', 'viability.md 4.5: from the spread within studies'],
  'site.sigma-least': [0.2, 'of ln k', 'J', 'viability.md 4.5'],
  'site.survival-not-told': [0.99, 'factor', 'J', 'viability.md 4.5: points at or above it are left out'],
  'kinetic-activation': [83.144, 'kJ/mol', 'V', 'viability.md 3: a convention of drug stability'],

  'gap-minutes': [30, 'min', 'J', 'viability.md R4'],
  'freeze-celsius': [1, '°C', 'J', 'viability.md R3'],
  'set-point-celsius': [5, '°C', 'J', 'viability.md 4.6: of a pack for 2 to 8 °C'],
  'worst-in-range-celsius': [8, '°C', 'V', 'viability.md 2.9, 4.6: the warm end of 2 to 8 °C'],
  'reading-least-celsius': [-200, '°C', 'J', 'colder than liquid nitrogen boils, no probe is'],
  'reading-most-celsius': [80, '°C', 'J', 'hotter, it is the probe that is at fault'],
  'amber-below-probability': [0.95, 'factor', 'J', 'the request lies inside the 90 % band'],
  'amber-ends-at-probability': [
    0.97,
    'factor',
    'J',
    'a narrow band above the line, so that a trembling light is told once: no figure is published',
  ],

  'marrow.to-receipt-hours': [20, 'h', 'V', 'viability.md 2.6: Lazarus, BBMT 2009;15:589'],
  'marrow.receipt-to-infusion-hours': [6, 'h', 'V', 'viability.md 2.6: Lazarus, BBMT 2009;15:589'],
} as const satisfies Readonly<Record<string, Shipped>>;
