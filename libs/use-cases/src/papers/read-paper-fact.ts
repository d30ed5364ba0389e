import { err, ok, plusDays, type LocalDate, type Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { z } from 'zod';
import { implausiblePassport } from '../couriers/plausible.js';
import type { Refusals } from '../identity/identity-refusals.js';
import { namesIn } from '../wire/field-names.js';
import { refusalsOf } from '../wire/refusals.js';
import { paperFactBodies, paperFactFields, type PaperFactBodyName } from './paper-fact-bodies.js';
import * as refusals from './paper-fact-refusals.js';

/** How long before today a donor's markers may have been sampled, in days: none that counts for a donation is older. */
const oldestSampleDays = 2 * 366;

export type ReadPaperFact<Name extends PaperFactBodyName> = z.output<(typeof paperFactBodies)[Name]>;

/** What a body comes to, or every fault that was found, each with its field. `today` says which dates can be meant. */
export function readPaperFact<Name extends PaperFactBodyName>(
  name: Name,
  body: unknown,
  today: LocalDate,
): Result<ReadPaperFact<Name>, Refusals> {
  const read = paperFactBodies[name].safeParse(body, { reportInput: true });
  const faults = read.success
    ? faultsIn[name](read.data as never, today)
    : refusalsOf(read.error.issues, namesIn(paperFactFields[name]));
  const [first, ...more] = faults;
  if (first !== undefined) return err([first, ...more]);
  // What was read is what its schema makes of it.
  return ok(read.data as ReadPaperFact<Name>);
}

/** What a schema does not see. */
const faultsIn: {
  readonly [Name in PaperFactBodyName]: (read: ReadPaperFact<Name>, today: LocalDate) => readonly Refusal[];
} = {
  site: ({ boxes, values }) => [
    ...twice(
      boxes,
      ({ box }) => box,
      (index) => `/boxes/${index}/box`,
    ),
    ...twice(
      values,
      ({ product }) => product,
      (index) => `/values/${index}/product`,
    ),
  ],
  postal: () => [],
  passport: ({ passport }, today) => (passport === null ? [] : implausiblePassport(passport, '/passport', today)),
  markers: ({ markers }, today) => (markers === null ? [] : faultsInMarkers(markers, today)),
  value: () => [],
  party: () => [],
};

function faultsInMarkers(
  { sampledOn, results }: NonNullable<ReadPaperFact<'markers'>['markers']>,
  today: LocalDate,
): readonly Refusal[] {
  // Where it is tomorrow already, somebody may have been sampled tomorrow.
  const believed = [plusDays(today, -oldestSampleDays), plusDays(today, 1)] as const;
  const [from, until] = believed;
  const farOff = sampledOn < from || sampledOn > until;
  return [
    ...(farOff ? [refusals.sampledFarOff('/markers/sampledOn', believed)] : []),
    ...twice(
      results,
      ({ marker }) => marker.toLowerCase(),
      (index) => `/markers/results/${index}/marker`,
    ),
  ];
}

function twice<T>(items: readonly T[], nameOf: (item: T) => string, at: (index: number) => string): readonly Refusal[] {
  const names = items.map(nameOf);
  return names.flatMap((name, index) => (names.indexOf(name) === index ? [] : [refusals.namedTwice(name, at(index))]));
}
