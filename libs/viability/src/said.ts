import type { FrozenBand } from './frozen.js';
import type { LossModel } from './loss-model.js';
import { isOutsideModel } from './status.js';
import type { Exposure } from './temperature-history.js';

/** What has to stand beside a figure of the model. */
export interface Said {
  readonly code: SaidCode;
  readonly sentence: string;
}

export type SaidCode =
  | 'decision-support'
  | 'viable-count'
  | 'probe-not-cells'
  | 'estimated'
  | 'logger-silent'
  | 'colder-than-model'
  | 'upper-bound'
  | 'outside-model'
  | 'concentration-assumed'
  | 'concentration-unknown'
  | 'curve-borrowed'
  | 'rate-tied'
  | 'thawing-combined'
  | 'frozen-state-not-assured'
  | 'shipper-not-requalified'
  | 'site-calibrated'
  | 'site-figures';

/** How well the probe stands for the cells. */
export type ProbePlace = 'at-the-bag' | 'in-the-box-air';

const sentences: Readonly<Record<Exclude<SaidCode, 'viable-count' | 'probe-not-cells' | 'decision-support'>, string>> =
  {
    estimated: 'Estimated: part of the time is not covered by readings and was filled with the warmer of its ends.',
    'logger-silent':
      'The logger has fallen silent: from its last reading on the worst temperature in range is assumed.',
    'colder-than-model':
      'Readings below 2 °C are counted as 2 °C: what freezing does to the cells is not in the figure.',
    'upper-bound':
      'Part of the time was above 24 °C, where the true loss may be faster: read the figure as the most there may be.',
    'outside-model': 'Outside the model, quarantine: above 30 °C no figure is shown.',
    'concentration-assumed': 'Concentration effect: expert assumption.',
    'concentration-unknown': 'The cell concentration is not known: the band is widened by expert assumption.',
    'curve-borrowed':
      'No time course of fresh T cells was found: the curve is borrowed from apheresis stem cells, with a wider band.',
    'rate-tied': 'The rate for marrow is tied to that of apheresis cells and was not measured.',
    'thawing-combined':
      'The ends of the bands of survival and of thawing are taken together, and capped at 1: cautious.',
    'frozen-state-not-assured': 'The frozen state is not assured: no figure is shown.',
    'shipper-not-requalified':
      'The shipper was not qualified anew after its last use: its hold is cut by expert assumption.',
    'site-calibrated': 'Drawn towards this site’s own validation.',
    'site-figures': 'Some of the model’s figures are the site’s own, as its policy says.',
  };

const say = (code: keyof typeof sentences): Said => ({ code, sentence: sentences[code] });

/** Stands beside every figure of the model (viability.md R5). */
function decisionSupport(band: LossModel['band']): Said {
  const width = band === 'between-laboratory' ? 'between-laboratory 90 %' : 'single-product 90 %';
  const sentence = `Decision support. Modelled from published averages; band = ${width}. Not a release test.`;
  return { code: 'decision-support', sentence };
}

/** Which of the measures it is: they differ several times over (viability.md 2.3). */
function measureOf(product: string): Said {
  const cells = product === 'MNC-A' ? 'CD3+' : 'CD34+';
  return {
    code: 'viable-count',
    sentence: `The count of viable ${cells} cells; not membrane viability, not colonies.`,
  };
}

/** A warm bag cools over hours while the probe is cold already (viability.md R7). */
function probeSaid(place: ProbePlace): Said {
  const more = place === 'in-the-box-air' ? ' The probe hangs in the air of the box.' : '';
  return { code: 'probe-not-cells', sentence: `The temperature is the probe’s, not the cells’.${more}` };
}

const when = (holds: boolean, code: keyof typeof sentences): readonly Said[] => (holds ? [say(code)] : []);

/** What is known of a forecast beside its history. */
export interface ForecastGround {
  readonly place: ProbePlace;
  readonly silent: boolean;
  /** The warmest that it was, or is taken to go on at. */
  readonly warmest: number;
  readonly thawed: boolean;
}

/** What a bag's own history and model make it necessary to say. */
export function saidOfLiquid(model: LossModel, exposure: Exposure, ground: ForecastGround): readonly Said[] {
  const { estimatedMinutes, coldestCelsius, last } = exposure;
  const { place, silent, warmest, thawed } = ground;
  return [
    ...[decisionSupport(model.band), measureOf(model.product), probeSaid(place)],
    ...when(estimatedMinutes > 0 || last === null || silent, 'estimated'),
    ...when(silent, 'logger-silent'),
    ...when(coldestCelsius !== null && coldestCelsius < model.leastCelsius, 'colder-than-model'),
    ...when(warmest > model.kneeCelsius, 'upper-bound'),
    ...when(isOutsideModel(warmest, model.constants), 'outside-model'),
    ...when(thawed, 'thawing-combined'),
    ...saidOfModel(model),
  ];
}

function saidOfModel({ product, tncE6PerMl, concentrationEffect, site, constants }: LossModel): readonly Said[] {
  return [
    ...when(concentrationEffect === 'on', 'concentration-assumed'),
    ...when(tncE6PerMl === null, 'concentration-unknown'),
    ...when(product === 'MNC-A', 'curve-borrowed'),
    ...when(product === 'HPC-M', 'rate-tied'),
    ...when(site !== null, 'site-calibrated'),
    ...when(
      Object.values(constants.constants).some(({ mark }) => mark === 'site'),
      'site-figures',
    ),
  ];
}

/** What is to be said of a frozen unit. */
export function saidOfFrozen(
  product: string,
  { band, requalified }: { readonly band: FrozenBand; readonly requalified: boolean },
): readonly Said[] {
  return [
    ...[
      decisionSupport('between-laboratory'),
      measureOf(product),
      probeSaid('in-the-box-air'),
      say('thawing-combined'),
    ],
    ...when(band === 'frozen-state-not-assured', 'frozen-state-not-assured'),
    ...when(!requalified, 'shipper-not-requalified'),
  ];
}
