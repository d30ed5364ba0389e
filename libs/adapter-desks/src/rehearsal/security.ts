import { plusMinutes } from '@cellrelay/kernel';
import type { CallKind } from '@cellrelay/shipment';
import { inClockOf, reasonOf, textOf, type RehearsalRequest, type Says } from './request.js';
import { referenceFor } from './script.js';

/** An answer can be had twelve hours after the request, or as much later as the script says. */
const answerAfterMinutes = 12 * 60;

export const securityKinds: readonly CallKind[] = ['request-exemption', 'ask-exemption-answer', 'withdraw-exemption'];

/** Where no answer is given in advance the desk is told of the box; asked for an answer all the same, it may say no. */
const requested: Says = (request) => {
  if (request.data['answer'] === 'on-arrival') return told(request);
  const more = request.line.says === 'late' ? (request.line.minutes ?? 0) : 0;
  const expected = plusMinutes(request.dueAt, answerAfterMinutes + more);
  return {
    name: 'RecordExemptionRequested',
    data: {
      exemption: textOf(request, 'exemption'),
      requestedAt: here(request),
      answerExpectedAt: inClockOf(request, 'airport', expected),
    },
  };
};

const told: Says = (request) => {
  const exemption = textOf(request, 'exemption');
  if (request.line.says === 'no') return refused(request);
  return {
    name: 'RecordExemptionNotified',
    data: { exemption, notifiedAt: here(request), told: 'Duty officer (rehearsed)' },
  };
};

const refused: Says = (request) => ({
  name: 'RecordExemptionRefused',
  data: { exemption: textOf(request, 'exemption'), refusedAt: here(request), reason: reasonOf(request) },
});

const answered: Says = (request) => {
  const exemption = textOf(request, 'exemption');
  if (request.line.says === 'no') return refused(request);
  const reference = referenceFor(request.script, request.key);
  return { name: 'RecordExemptionGranted', data: { exemption, grantedAt: here(request), reference } };
};

const withdrawn: Says = (request) => ({
  name: 'RecordExemptionWithdrawn',
  data: { exemption: textOf(request, 'exemption'), withdrawnAt: here(request) },
});

function here(request: RehearsalRequest): ReturnType<typeof inClockOf> {
  return inClockOf(request, 'airport', request.dueAt);
}

export const securityAnswers: Readonly<Partial<Record<CallKind, Says>>> = {
  'request-exemption': requested,
  'ask-exemption-answer': answered,
  'withdraw-exemption': withdrawn,
};
