import { t } from '../words/words.js';
import type { Act } from './acts.js';

/** A line of the shipment's log, as far as it is asked for here. */
export interface LogLine {
  readonly seq: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What an act sets that somebody else may have set, as the log calls it, and what is said of it. */
const sets: Readonly<Record<string, { readonly type: string; readonly says: (act: Act) => string }>> = {
  ProposePlan: {
    type: 'PlanProposed',
    says: ({ about }) =>
      t('Plan {plan} was proposed meanwhile: look at it on the shipment’s page.', { plan: Number(about['plan']) }),
  },
  NominateCourier: {
    type: 'CourierNominated',
    says: () => t('A courier was nominated meanwhile: look at it on the shipment’s page.'),
  },
  PlanConditioning: {
    type: 'ConditioningPlanned',
    says: ({ about }) =>
      t('The conditioning of {recipient} was planned meanwhile: look at it on the shipment’s page.', {
        recipient: String(about['recipient']),
      }),
  },
};

/** Whether what the act sets can be set only by looking at what stands. */
export const setsOnce = (act: Act): boolean => sets[act.command] !== undefined;

/** Why an act that has not been sent is not to be sent any more: what it sets was set since the set-up was begun. Undefined where it was not. */
export function setMeanwhile(act: Act, begunAfter: number, log: readonly LogLine[]): string | undefined {
  const set = sets[act.command];
  const isOfIt = ({ seq, type, data }: LogLine) =>
    seq > begunAfter && type === set?.type && Object.entries(act.about).every(([name, value]) => data[name] === value);
  return log.some(isOfIt) ? set?.says(act) : undefined;
}
