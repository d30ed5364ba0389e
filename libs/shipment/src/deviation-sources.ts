import { sameJson, type ZonedInstant } from '@cellrelay/kernel';
import type {
  Deviation,
  DeviationKind,
  FollowCorrectedFact,
  FollowedWhy,
  OpenDeviationByRule,
  OpenedFrom,
} from './deviation/deviation.js';
import { isGone } from './deviation/deviation.telling.js';
import { orderOf } from './overview.js';
import { receiptChecksOf } from './receipt-checks.js';
import { differenceSaid } from './receipt/receipt.checklist.js';
import type { Shipment, StageCommand } from './shipment.js';

/** A fact of another stage that is a deviation in itself. */
type Source = OpenDeviationByRule['data'];

/** Where deviations come from. One more stage that finds differences is one more line here. */
const sources: readonly ((shipment: Shipment) => readonly Source[])[] = [
  custodyDifferences,
  boxFindings,
  differingChecks,
  refusals,
  acceptances,
  nothingUsed,
  scans,
];

/** Everything that is a deviation as things stand, opened or not. */
function deviationSources(shipment: Shipment): readonly Source[] {
  return sources.flatMap((find) => find(shipment));
}

/**
 * Each fact that deviates opens its deviation once; what it was opened from tells. Once it reads otherwise, or is no deviation any more, it was corrected (or
 * taken back, where it is of a word that can be), and its deviation follows. So the words of a rule must stay the same for as long as the log does, as its keys.
 */
export function owedOfDeviations(shipment: Shipment): readonly StageCommand[] {
  const { deviations } = shipment.stages.deviation;
  const found = deviationSources(shipment);
  const opened = deviations.map(({ openedFrom }) => openedFrom);
  return [
    ...found
      .filter(({ openedFrom }) => !opened.some((each) => isFrom(each, openedFrom)))
      .map((data) => ({ name: 'OpenDeviationByRule', data }) as const),
    ...deviations.flatMap((each) => toFollow(each, found)),
  ];
}

function isFrom(one: OpenedFrom | null, other: OpenedFrom): boolean {
  return one !== null && one.stage === other.stage && one.key === other.key;
}

function toFollow(deviation: Deviation, found: readonly Source[]): readonly FollowCorrectedFact[] {
  const { id, openedFrom, ground } = deviation;
  if (ground === null) return [];
  const source = found.find((each) => isFrom(openedFrom, each.openedFrom));
  const { kind, words, happenedAt } = ground;
  const says =
    source === undefined
      ? null
      : { kind: source.kind, words: source.words, happenedAt: source.happenedAt ?? happenedAt };
  const gone = isGone(deviation);
  const same = says === null ? gone : !gone && sameJson(says, { kind, words, happenedAt });
  return same
    ? []
    : [{ name: 'FollowCorrectedFact', data: { deviation: id, says, why: whyOtherwise(deviation, says) } }];
}

/** That no cells are used is a word on what becomes of them, and their use takes it back. Facts of other kinds have happened, and change by a correction alone. */
function whyOtherwise({ openedFrom, ground }: Deviation, says: FollowCorrectedFact['data']['says']): FollowedWhy {
  if (says !== null) return ground?.reads === 'taken-back' ? 'done-since' : 'corrected';
  return isFrom(openedFrom, ofNoUse) ? 'done-since' : 'corrected';
}

const ofNoUse: OpenedFrom = { stage: 'receipt', key: 'not-used' };

/** What it is that differs when the box changes hands, where the check says so. */
const kindsInCustody: Readonly<Record<string, DeviationKind>> = {
  seal: 'box-opened',
  'seal-unbroken': 'box-opened',
  identifiers: 'label-mismatch',
  'label-legibility': 'label-mismatch',
  'bag-count': 'count-differs',
  tubes: 'count-differs',
  'intact-and-sealed': 'product-damaged',
  integrity: 'product-damaged',
  'logger-start-temperature': 'temperature-excursion',
  'opening-temperature': 'temperature-excursion',
  'logger-stopped': 'temperature-excursion',
};

function custodyDifferences({ stages }: Shipment): readonly Source[] {
  return stages['courier-handoff'].differences.map(({ id, at, where, what, expected, found }) => ({
    openedFrom: { stage: 'courier-handoff', key: id },
    kind: kindsInCustody[what] ?? 'check-differs',
    words: `Found otherwise at ${where.replace('-', ' ')}, ${what.replaceAll('-', ' ')}: ${found}. It should be: ${expected}.`,
    seriousness: null,
    happenedAt: at,
  }));
}

function boxFindings(shipment: Shipment): readonly Source[] {
  const { found, receivedAt: happenedAt } = shipment.stages.receipt;
  if (found === null) return [];
  const { minCelsius, maxCelsius } = orderOf(shipment).details;
  const warmOrCold = found.boxCelsius < minCelsius || found.boxCelsius > maxCelsius;
  const celsius = `The box was at ${found.boxCelsius} °C on opening, not at ${minCelsius} to ${maxCelsius} °C as ordered.`;
  const temperature = { key: 'box-celsius', kind: 'temperature-excursion', words: celsius } as const;
  const seal = { key: 'seal', kind: 'box-opened', words: 'The seal was not intact on receipt.' } as const;
  return [...(warmOrCold ? [temperature] : []), ...(found.sealIntact ? [] : [seal])].map(({ key, kind, words }) => ({
    openedFrom: { stage: 'receipt', key },
    kind,
    words,
    seriousness: null,
    happenedAt,
  }));
}

/** What it is that differs, where the point of the checklist says so. */
const kindsOfChecks: Readonly<Record<string, DeviationKind>> = {
  'read-back': 'label-mismatch',
  labels: 'label-mismatch',
  'fr-donor': 'label-mismatch',
  integrity: 'product-damaged',
  'cn-package': 'product-damaged',
  logger: 'temperature-excursion',
  'cn-storage': 'temperature-excursion',
  'bag-count': 'count-differs',
  'cn-quantity': 'count-differs',
};

function differingChecks(shipment: Shipment): readonly Source[] {
  const { answers, receivedAt } = shipment.stages.receipt;
  if (answers.every(({ found }) => found !== 'differs')) return [];
  const checklist = receiptChecksOf(shipment);
  return answers
    .filter(({ found }) => found === 'differs')
    .map((answer) => ({
      openedFrom: { stage: 'receipt', key: `check/${answer.item}` },
      kind: kindsOfChecks[answer.item] ?? 'check-differs',
      words: differenceSaid(answer, checklist),
      seriousness: null,
      happenedAt: receivedAt,
    }));
}

/** That the cells are not used is serious by itself; a person may grade it otherwise. */
function refusals({ stages }: Shipment): readonly Source[] {
  const { refusal } = stages.receipt;
  return refusal === null ? [] : [ofProduct('refused', refusal.reason, refusal.at)];
}

function acceptances({ stages }: Shipment): readonly Source[] {
  const { deviation, acceptedAt } = stages.receipt;
  return deviation === null ? [] : [ofProduct('accepted-with-deviation', deviation, acceptedAt)];
}

/** Of a product that was refused the refusal has said it. How grave it is that a donor's cells help nobody, a person says. */
function nothingUsed({ stages }: Shipment): readonly Source[] {
  const { status, refusal, ended } = stages.receipt;
  if (status !== 'not-used' || refusal !== null) return [];
  const reasons = [...new Set(ended.flatMap(({ notUsed }) => (notUsed === null ? [] : [notUsed.reason])))];
  return [
    {
      openedFrom: ofNoUse,
      kind: 'other',
      words: `None of the cells are used: ${reasons.join('; ')}`,
      seriousness: null,
      happenedAt: ended.at(-1)?.at ?? null,
    },
  ];
}

function ofProduct(key: 'refused' | 'accepted-with-deviation', words: string, at: ZonedInstant | null): Source {
  const refused = key === 'refused';
  return {
    openedFrom: { stage: 'receipt', key },
    kind: refused ? 'refused-at-receipt' : key,
    words: `${refused ? 'Refused' : 'Accepted with deviation'}: ${words}`,
    seriousness: refused ? 'serious' : null,
    happenedAt: at,
  };
}

function scans({ stages }: Shipment): readonly Source[] {
  return stages['xray-exemption'].exemptions
    .filter(({ status }) => status === 'scanned')
    .map(({ id, airport, reason, scannedAt }) => ({
      openedFrom: { stage: 'xray-exemption', key: `scanned/${id}` },
      kind: 'x-ray-scanned',
      words: `The box was X-rayed at ${airport}: ${reason ?? 'no reason given'}`,
      seriousness: null,
      happenedAt: scannedAt,
    }));
}
