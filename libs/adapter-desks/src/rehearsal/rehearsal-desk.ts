import type { CallKind } from '@cellrelay/shipment';
import type { Airports, Desk, DeskAnswer } from '@cellrelay/use-cases';
import { airlineAnswers, airlineKinds } from './airline.js';
import { customsAnswers, customsKinds } from './customs.js';
import { loggerAnswers, loggerKinds } from './loggers.js';
import type { RehearsalRequest, Says } from './request.js';
import { lineFor, type RehearsalScript } from './script.js';
import { securityAnswers, securityKinds } from './security.js';
import { tellingAnswers, tellingKinds } from './telling.js';

type Answers = Readonly<Partial<Record<CallKind, Says>>>;

/** The desks of a rehearsal: airline, customs, airport security, loggers, and whoever tells alerts. They reach nobody, and say the same however often they are asked. */
export function rehearsalDesks(script: RehearsalScript, airports: Airports): readonly Desk[] {
  return [
    desk(airlineKinds, airlineAnswers, script, airports),
    desk(customsKinds, customsAnswers, script, airports),
    desk(securityKinds, securityAnswers, script, airports),
    desk(loggerKinds, loggerAnswers, script, airports),
    desk(tellingKinds, tellingAnswers, script, airports),
  ];
}

function desk(serves: readonly CallKind[], answers: Answers, script: RehearsalScript, airports: Airports): Desk {
  return {
    serves,
    call: ({ kind, idempotencyKey, dueAt, data }) => {
      const key = idempotencyKey.slice(idempotencyKey.indexOf('/') + 1);
      const says = answers[kind];
      if (says === undefined) return Promise.reject(new Error(`this desk does not serve ${kind}`));
      return answer(says, { key, dueAt, data, script, airports, line: lineFor(script, key) });
    },
  };
}

function answer(says: Says, request: RehearsalRequest): Promise<DeskAnswer> {
  switch (request.line.says) {
    case 'silent':
      return Promise.reject(new Error('the rehearsal desk cannot be reached'));
    case 'unclear':
      return Promise.resolve({ kind: 'unknown', said: request.line.reason ?? 'something that nobody understands' });
    case 'by-hand':
      return Promise.resolve({ kind: 'by-hand' });
    case 'yes':
    case 'no':
    case 'late':
      return Promise.resolve({ kind: 'outcome', command: says(request) });
  }
}
