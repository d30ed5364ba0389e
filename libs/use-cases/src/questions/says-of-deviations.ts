import type { DeviationEvent, Registry, ToldHow } from '@cellrelay/shipment';
import { whySaid, type Tellers } from './says.js';

/** What went otherwise, and who was told of it. */
export const deviationSays: Tellers<DeviationEvent['type']> = {
  DeviationOpened: ({ deviation, words, seriousness }) =>
    `Deviation ${deviation} opened${seriousness === null ? '' : ` as ${seriousness}`}: ${words}`,
  CorrectedFactFollowed: ({ deviation, says, was }) =>
    says === null
      ? `Deviation ${deviation}: the fact that opened it was corrected, and is no deviation any more. It was: “${was.words}”`
      : `Deviation ${deviation} follows its fact, which was corrected: “${says.words}” instead of “${was.words}”`,
  DeviationGraded: ({ deviation, seriousness, reason }) => `Deviation ${deviation} is ${seriousness}: ${reason}`,
  PartnerTold: ({ deviation, registry, who, how }) =>
    `${who} at the ${registryWords[registry]} was told of deviation ${deviation} ${howWords[how]}.`,
  RapidAlertGiven: ({ deviation, to }) => `Rapid alert on deviation ${deviation} given by telephone to ${to}.`,
  SpearSubmitted: ({ deviation, reference }) => `S(P)EAR on deviation ${deviation} submitted, reference ${reference}.`,
  DeviationClosed: ({ deviation, outcome, correctiveAction }) =>
    `Deviation ${deviation} closed: ${outcome} Corrective action: ${correctiveAction}`,
  DeviationCorrected: ({ deviation, words, was, ...why }) =>
    `Deviation ${deviation} corrected: “${words}” instead of “${was.words}”. ${whySaid(why)}`,
};

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
