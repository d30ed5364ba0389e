import { localDateAt, plusDays, ruleTime, type Instant, type LocalDate, type ZonedInstant } from '@cellrelay/kernel';
import { decided, inTheFuture, notWorded, type Decision } from '../deciding.js';
import type { FollowUpQuestion } from '../policy.js';
import type { Refusal } from '../stage.js';
import type {
  EndedBag,
  FollowUpRule,
  ReceiptEvent,
  ReceiptFacts,
  ReceiptState,
  RecordFollowUp,
  TravelledBag,
} from './receipt.js';

/** What is to be asked of one recipient on one day after the first infusion. */
export interface AskedFollowUp {
  readonly recipient: string;
  readonly day: number;
  readonly dueAt: Instant;
  readonly questions: readonly FollowUpQuestion[];
  readonly answered: boolean;
}

interface Known {
  readonly bags: readonly TravelledBag[];
  readonly followUp: FollowUpRule;
}

/** All that is to be asked, answered or not, by recipient and day. Whoever got none of the cells is asked nothing; what was answered before an infusion is about another, that never was. */
export function followUpsOf(
  { ended, followUps }: Pick<ReceiptState, 'ended' | 'followUps'>,
  { bags, followUp }: Known,
): readonly AskedFollowUp[] {
  const recipients = [...new Set(bags.map(({ recipient }) => recipient))];
  const days = [...new Set(followUp.questions.map(({ day }) => day))];
  return recipients.flatMap((recipient) => {
    const first = firstInfusion(ended, bags, recipient);
    if (first === undefined) return [];
    return days.map((day) => ({
      recipient,
      day,
      dueAt: askedAt(first, day, followUp.atClock),
      questions: followUp.questions.filter((each) => each.day === day),
      answered: followUps.some(
        (each) => each.recipient === recipient && each.day === day && each.answeredAt.at >= first.at,
      ),
    }));
  });
}

function firstInfusion(
  ended: readonly EndedBag[],
  bags: readonly TravelledBag[],
  recipient: string,
): ZonedInstant | undefined {
  const own = bags.filter((bag) => bag.recipient === recipient).map(({ id }) => id);
  const infused = ended.filter(({ bag, how }) => how === 'infusion' && own.includes(bag)).map(({ at }) => at);
  return infused.reduce<ZonedInstant | undefined>(
    (first, at) => (first === undefined || at.at < first.at ? at : first),
    undefined,
  );
}

/** So many calendar days after the infusion, in the clock in which it was recorded. */
function askedAt({ at, zone }: ZonedInstant, day: number, clock: string): Instant {
  return ruleTime(plusDays(localDateAt(at, zone), day), clock, zone);
}

/** Takes what the centre answers. It may come early, late or again; only what was never asked, or lies ahead, is turned down. */
export function followUp(
  data: RecordFollowUp['data'],
  state: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  const { answeredAt, ...told } = data;
  const problem =
    notAsked(data, followUpsOf(state, facts)) ??
    inTheFuture(answeredAt, facts.now, '/answeredAt') ??
    dayAhead(data.neutrophilsOn, answeredAt, '/neutrophilsOn') ??
    dayAhead(data.plateletsOn, answeredAt, '/plateletsOn') ??
    (data.words === null ? undefined : notWorded(data.words, 'What was answered', '/words'));
  return decided(problem, () => [
    { type: 'FollowUpRecorded', v: 1, stage: 'receipt', occurredAt: answeredAt, data: told },
  ]);
}

function notAsked({ recipient, day }: RecordFollowUp['data'], asked: readonly AskedFollowUp[]): Refusal | undefined {
  if (asked.some((each) => each.recipient === recipient && each.day === day)) return undefined;
  const allowed = asked.map((each) => `${each.recipient}, day ${each.day}`);
  const sentence =
    allowed.length === 0
      ? 'Nobody has been infused yet, so there is nothing to follow up.'
      : `Nothing is asked of ${recipient} on day ${day}. Asked: ${allowed.join('; ')}.`;
  return { code: 'no-such-follow-up', sentence, at: '/day', allowed };
}

function dayAhead(day: LocalDate | null, { at, zone }: ZonedInstant, field: string): Refusal | undefined {
  if (day === null || day <= localDateAt(at, zone)) return undefined;
  return { code: 'in-the-future', sentence: `${day} is after the day of the answer.`, at: field };
}
