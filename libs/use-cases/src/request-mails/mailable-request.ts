import type { Instant } from '@cellrelay/kernel';
import type { KindOfPaper } from '@cellrelay/paperwork';
import type { CustomsRequest, Exemption, IssuedPaper, PlanNumber, Shipment } from '@cellrelay/shipment';
import type { MailedRequest } from '../deliveries/delivery.js';
import { borderOfKey, checkpointOfKey } from '../questions/words-of-keys.js';

/** A request to customs or airport security, as far as sending it by mail has to do with it. */
export interface MailableRequest {
  readonly stage: MailedRequest['stage'];
  readonly request: string;
  /** In words: "export from CN at PEK". */
  readonly says: string;
  readonly status: CustomsRequest['status'] | Exemption['status'];
  readonly occasion: number;
  /** Whether somebody has recorded that it is with the office; of this occasion. */
  readonly submitted: boolean;
  readonly airport: string;
  /** When the box comes there, by each plan. */
  readonly passes: readonly { readonly plan: PlanNumber; readonly at: Instant }[];
  /** Whether an answer is waited for; else telling them is all that is owed. */
  readonly answered: boolean;
  /** Whether a paper is about it. */
  readonly suits: (paper: Pick<IssuedPaper, 'plan' | 'kind' | 'of'>) => boolean;
}

/** All of a shipment. Checkpoints that nobody had planned for are not asked for: the box has passed them. */
export function mailableRequests({ stages }: Shipment): readonly MailableRequest[] {
  return [
    ...stages['customs-clearance'].requests.map(ofCustoms),
    ...stages['xray-exemption'].exemptions.filter(({ kind }) => kind !== 'unplanned').map(ofSecurity),
  ];
}

const customsPapers: ReadonlySet<string> = new Set<KindOfPaper>([
  'customs-declaration',
  'contents-statement',
  'application-data-sheet',
]);

function ofCustoms({ id, status, occasion, submittedAt, airport, covers }: CustomsRequest): MailableRequest {
  return {
    ...{ stage: 'customs-clearance', request: id, says: borderOfKey(id), status, occasion, airport, answered: true },
    submitted: submittedAt !== null,
    passes: covers.map(({ plan, crossingAt: at }) => ({ plan, at })),
    suits: ({ kind, of, plan }) =>
      customsPapers.has(kind) && isOfBorder(of, id) && covers.some((each) => each.plan === plan),
  };
}

/** A paper is of a border by its id, or by that and what is applied for there. */
function isOfBorder(of: string | null, border: string): boolean {
  return of === border || of?.startsWith(`${border}-`) === true;
}

function ofSecurity({ id, plan, airport, passesAt, answer, ...rest }: Exemption): MailableRequest {
  const { status, occasion, requestedAt } = rest;
  return {
    ...{ stage: 'xray-exemption', request: id, says: checkpointOfKey(id), status, occasion, airport },
    ...{ submitted: requestedAt !== null, passes: [{ plan, at: passesAt }], answered: answer === 'in-advance' },
    suits: (paper) => paper.kind === 'security-letter' && paper.plan === plan && paper.of === airport,
  };
}
