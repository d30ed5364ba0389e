/** A published measurement with what the document's model makes of it: viability.md 6, by the ids of its companion file. All are [V]. */
export interface PublishedPoint {
  readonly id: string;
  readonly measured: 'cd34-pooled' | 'cd34' | 'cd34-marrow' | 'membrane' | 'cfu' | 'cfu-marrow';
  readonly celsius: number;
  readonly hours: number;
  readonly observed: number;
  readonly model: number;
  readonly residual: number;
  readonly band: readonly [number, number];
  readonly inBand: boolean;
}

type Row = readonly [
  ...[id: string, measured: PublishedPoint['measured'], celsius: number, hours: number],
  ...[observed: number, model: number, residual: number, low: number, high: number, inBand: 'yes' | 'no'],
];

const rows: readonly Row[] = [
  ['ANT06-01', 'cd34-pooled', 5, 24, 0.906, 0.917, -0.011, 0.73, 0.98, 'yes'],
  ['ANT06-03', 'cd34-pooled', 5, 72, 0.72, 0.772, -0.052, 0.38, 0.93, 'yes'],
  ['ANT06-04', 'cd34-pooled', 21, 24, 0.781, 0.777, 0.004, 0.29, 0.95, 'yes'],
  ['ANT06-05', 'cd34-pooled', 21, 48, 0.693, 0.608, 0.085, 0.1, 0.91, 'yes'],
  ['ANT06-06', 'cd34-pooled', 21, 72, 0.567, 0.479, 0.088, 0.04, 0.86, 'yes'],
  ['ANT06-07', 'cd34-pooled', 37, 24, 0, 0.01, -0.01, 0, 0.65, 'no'],
  ['VOX12-02', 'cd34', 4, 18, 1.076, 0.942, 0.134, 0.81, 0.98, 'no'],
  ['VOX12-03', 'membrane', 22, 18, 0.718, 0.909, -0.19, 0.51, 0.99, 'yes'],
  ['VOX12-04', 'membrane', 4, 18, 0.983, 0.982, 0.002, 0.92, 1, 'yes'],
  ['DON14-01', 'cd34', 5, 18, 0.835, 0.937, -0.102, 0.8, 0.98, 'yes'],
  ['TPR16-03', 'cfu', 20, 24, 0.393, 0.618, -0.225, 0.01, 0.95, 'yes'],
  ['TPR16-04', 'cfu', 20, 48, 0.024, 0.285, -0.261, 0, 0.87, 'yes'],
  ['ANH96-01', 'membrane', 4, 96, 0.909, 0.877, 0.032, 0.57, 0.97, 'yes'],
  ['ANH96-02', 'membrane', 4, 120, 0.878, 0.843, 0.035, 0.48, 0.96, 'yes'],
  ['ANH96-04', 'cfu', 4, 96, 0.785, 0.561, 0.224, 0.04, 0.9, 'yes'],
  ['ANH96-06', 'cfu', 4, 144, 0.47, 0.364, 0.106, 0, 0.84, 'yes'],
  ['BMT02-01', 'cfu', 4, 72, 0.429, 0.678, -0.249, 0.11, 0.93, 'yes'],
  ['BEA96-01', 'cfu', 4, 24, 1.302, 0.918, 0.384, 0.62, 0.98, 'no'],
  ['BEA96-02', 'cfu', 22, 24, 1.085, 0.554, 0.531, 0, 0.94, 'no'],
  ['MMR19-01', 'membrane', 4, 24, 0.998, 0.974, 0.024, 0.89, 0.99, 'no'],
  ['TAK85-01', 'cfu-marrow', 4, 96, 0.484, 0.499, -0.015, 0, 0.91, 'yes'],
  ['TAK85-02', 'cfu-marrow', 4, 168, 0.214, 0.222, -0.008, 0, 0.82, 'yes'],
  ['SCH03-03', 'cd34-marrow', 22, 72, 1, 0.68, 0.32, 0.13, 0.93, 'no'],
];

export const publishedPoints: readonly PublishedPoint[] = rows.map(
  ([id, measured, celsius, hours, observed, model, residual, low, high, inBand]) => ({
    ...{ id, measured, celsius, hours, observed, model, residual },
    ...{ band: [low, high], inBand: inBand === 'yes' },
  }),
);

/** Constant temperatures: after 24, 48 and 72 h the centre, low and high (viability.md 6, the table for display). */
export const displayTable: readonly (readonly [
  product: 'HPC-A' | 'HPC-M',
  celsius: number,
  printed: readonly (readonly [centre: number, low: number, high: number])[],
])[] = [
  [
    'HPC-A',
    5,
    [
      [0.917, 0.74, 0.976],
      [0.841, 0.547, 0.952],
      [0.772, 0.405, 0.928],
    ],
  ],
  [
    'HPC-A',
    8,
    [
      [0.896, 0.68, 0.969],
      [0.802, 0.463, 0.939],
      [0.718, 0.315, 0.91],
    ],
  ],
  [
    'HPC-A',
    21,
    [
      [0.74, 0.215, 0.943],
      [0.548, 0.046, 0.889],
      [0.406, 0.01, 0.838],
    ],
  ],
  [
    'HPC-M',
    5,
    [
      [0.917, 0.684, 0.981],
      [0.841, 0.468, 0.961],
      [0.772, 0.32, 0.943],
    ],
  ],
  [
    'HPC-M',
    21,
    [
      [0.882, 0.52, 0.976],
      [0.777, 0.27, 0.953],
      [0.685, 0.14, 0.93],
    ],
  ],
];
