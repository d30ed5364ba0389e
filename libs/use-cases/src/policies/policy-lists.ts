import { unitOf, type CountThreshold, type Policy, type RegistryRule } from '@cellrelay/shipment';
import { productWords } from '../questions/words.js';
import { groups, type Figure } from './policy-figure.js';
import { days, inMinutes } from './policy-values.js';

/** The settings that are lists, each of their lines a figure of its own with its own source. */
export function listedFigures(policy: Policy): readonly Figure[] {
  return [
    ...clocks(policy),
    ...policy.registries.flatMap(registry),
    ...policy.countThresholds.map(threshold),
    ...rules(policy),
    ...calendars(policy),
  ];
}

function clocks({ clocks: all }: Policy): readonly Figure[] {
  return all.map(({ product, minCelsius, maxCelsius, targetMinutes, limitMinutes, source, mark }, index) => ({
    key: `clocks/${product}/${minCelsius}/${maxCelsius}`,
    at: `/clocks/${index}`,
    group: groups.clocks,
    title: `${productWords[product as keyof typeof productWords]}, ${minCelsius} to ${maxCelsius} °C`,
    value: `target ${hoursSaid(targetMinutes)}, limit ${hoursSaid(limitMinutes)}`,
    source,
    mark,
  }));
}

/** Clocks are read in hours, never in days. */
function hoursSaid(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60} h` : inMinutes(minutes);
}

function registry(
  { ion, source, offers, limits, mostMarrowMlPerDonorKg }: RegistryRule,
  index: number,
): readonly Figure[] {
  const at = `/registries/${index}`;
  const of = { group: groups.registries, source, mark: 'V' } as const;
  const offered = offers === null ? [] : [offers.map((product) => productWords[product]).join(', ')];
  const marrow = mostMarrowMlPerDonorKg;
  return [
    ...offered.map((value) => ({
      ...of,
      key: `registries/${ion}/offers`,
      at: `${at}/offers`,
      title: `Registry ${ion} offers`,
      value,
    })),
    ...limits.map(({ product, metric, kind, perKg, comparison }, line) => ({
      ...of,
      at: `${at}/limits/${line}`,
      key: `registries/${ion}/${product}/${metric}/${kind}`,
      title: `Registry ${ion}, ${kind} of ${productWords[product]}`,
      value: `${reached(kind, comparison)} ${perKg} ${unitOf({ metric, per: 'kg' })}`,
    })),
    ...(marrow === null
      ? []
      : [
          {
            ...of,
            ...{ source: marrow.source, mark: marrow.mark },
            key: `registries/${ion}/marrow`,
            at: `${at}/mostMarrowMlPerDonorKg`,
            title: `Registry ${ion}, most marrow`,
            value: `${marrow.value} mL per kg of the donor`,
          },
        ]),
  ];
}

/** A figure of an organisation that makes a collection be looked at again, and decides nothing. */
function threshold(
  { ion, product, metric, perKg, fromKg, belowKg, source, mark }: CountThreshold,
  index: number,
): Figure {
  const unit = metric === 'MNC' ? '× 10⁸ MNC per kg' : unitOf({ metric, per: 'kg' });
  const from = fromKg === null ? [] : [`from ${fromKg} kg`];
  const below = belowKg === null ? [] : [`under ${belowKg} kg`];
  const weights = [...from, ...below].join(', ');
  return {
    at: `/countThresholds/${index}`,
    key: `countThresholds/${ion}/${product}/${metric}/${fromKg ?? ''}-${belowKg ?? ''}`,
    group: groups.registries,
    title: `Registry ${ion}, count of ${productWords[product]} that is looked at again`,
    value: `below ${perKg} ${unit}${weights === '' ? '' : `, of recipients ${weights}`}`,
    source,
    mark,
  };
}

/** A floor is reached; a ceiling is passed only by more than it. */
function reached(kind: 'floor' | 'ceiling', comparison: 'at-or-above' | 'above'): string {
  if (kind === 'ceiling') return 'consent is needed above';
  return comparison === 'above' ? 'more than' : 'at least';
}

function rules({ releaseFirstRules }: Policy): readonly Figure[] {
  return releaseFirstRules.map((rule, index) => ({
    at: `/releaseFirstRules/${index}`,
    key: `rules/${rule.country}/${rule.direction}/${rule.inForceFrom ?? 'always'}`,
    group: groups.borders,
    title: `${rule.country} ${rule.direction} without a permit`,
    value: [
      rule.releaseFirst ? 'is released first' : 'is not released',
      ...(rule.regularisationWorkingDays === null
        ? []
        : [`papers within ${rule.regularisationWorkingDays} working days`]),
      ...(rule.inForceFrom === null ? [] : [`from ${rule.inForceFrom}`]),
      ...(rule.inForceTo === null ? [] : [`to ${rule.inForceTo}`]),
    ].join(', '),
    source: rule.source,
    mark: rule.mark,
  }));
}

function calendars({ workingDayCalendars }: Policy): readonly Figure[] {
  return workingDayCalendars.map(({ country, year, holidays, workingWeekendDays, version, source, mark }, index) => ({
    at: `/workingDayCalendars/${index}`,
    key: `calendars/${country}/${year}`,
    group: groups.borders,
    title: `Working days of ${country} in ${year}`,
    value: `${days(holidays.length)} off, ${workingWeekendDays.length} at weekends worked (${version})`,
    source,
    mark,
  }));
}
