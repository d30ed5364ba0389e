import { sameJson } from '@cellrelay/kernel';
import type { DeviationCorrected, DeviationEvent, Registry, ToldHow } from '@cellrelay/shipment';
import { whySaid, type Tellers } from './says.js';
import { shortTime } from './words.js';

/** What went otherwise, and who was told of it. */
export const deviationSays: Tellers<DeviationEvent['type']> = {
  DeviationOpened: ({ deviation, words, seriousness }) =>
    `Deviation ${deviation} opened${seriousness === null ? '' : ` as ${seriousness}`}: ${words}`,
  CorrectedFactFollowed: ({ deviation, says, was, why }) =>
    says === null
      ? `Deviation ${deviation}: ${why === 'corrected' ? 'the fact that opened it was corrected' : 'what opened it was taken back'}, and is no deviation any more. It was: “${was.words}”`
      : `Deviation ${deviation} follows its fact, which ${why === 'corrected' ? 'was corrected' : 'is so again'}: “${says.words}” instead of “${was.words}”`,
  DeviationGraded: ({ deviation, seriousness, reason }) => `Deviation ${deviation} is ${seriousness}: ${reason}`,
  PartnerTold: ({ deviation, registry, who, how }) =>
    `${who} at the ${registryWords[registry]} was told of deviation ${deviation} ${howWords[how]}.`,
  RapidAlertGiven: ({ deviation, to }) => `Rapid alert on deviation ${deviation} given by telephone to ${to}.`,
  SpearSubmitted: ({ deviation, reference }) => `S(P)EAR on deviation ${deviation} submitted, reference ${reference}.`,
  DeviationClosed: ({ deviation, outcome, correctiveAction }) =>
    `Deviation ${deviation} closed: ${outcome} Corrective action: ${correctiveAction}`,
  DeviationCorrected: (data, { occurredAt }) =>
    `Deviation ${data.deviation} corrected: ${differencesOf({ ...data, happenedAt: occurredAt }, data.was)}. ${whySaid(data)}`,
};

type Said = DeviationCorrected['data']['was'];

/** What of it is said otherwise, with both values. */
function differencesOf(is: Said, was: Said): string {
  const time = ({ happenedAt: { at, zone } }: Said) => shortTime(at, zone);
  return [
    ...(is.words === was.words ? [] : [`“${is.words}” instead of “${was.words}”`]),
    ...(is.kind === was.kind ? [] : [`${is.kind.replaceAll('-', ' ')} instead of ${was.kind.replaceAll('-', ' ')}`]),
    ...(sameJson(is.happenedAt, was.happenedAt) ? [] : [`happened ${time(is)} instead of ${time(was)}`]),
  ].join('; ');
}

const registryWords: Readonly<Record<Registry, string>> = {
  'donor-registry': 'donor’s registry',
  'patient-registry': 'patient’s registry',
};

const howWords: Readonly<Record<ToldHow, string>> = {
  telephone: 'by telephone',
  mail: 'by mail',
  'in-person': 'in person',
  portal: 'through a portal',
};
