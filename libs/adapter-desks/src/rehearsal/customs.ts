import { plusMinutes } from '@cellrelay/kernel';
import type { CallKind } from '@cellrelay/shipment';
import { inClockOf, reasonOf, textOf, type RehearsalRequest, type Says } from './request.js';
import { referenceFor } from './script.js';

const dayMinutes = 24 * 60;

/** An answer can be had a day after the request, or as much later as the script says. */
const answerAfterMinutes = dayMinutes;

export const customsKinds: readonly CallKind[] = [
  'submit-customs-request',
  'ask-customs-answer',
  'withdraw-customs-request',
];

const submitted: Says = (request) => {
  const more = request.line.says === 'late' ? (request.line.minutes ?? 0) : 0;
  const expected = plusMinutes(request.dueAt, answerAfterMinutes + more);
  return {
    name: 'RecordCustomsSubmitted',
    data: {
      request: textOf(request, 'request'),
      submittedAt: here(request),
      answerExpectedAt: inClockOf(request, 'airport', expected),
    },
  };
};

const answered: Says = (request) => {
  const id = textOf(request, 'request');
  if (request.line.says === 'no') {
    return { name: 'RecordCustomsRefused', data: { request: id, refusedAt: here(request), reason: reasonOf(request) } };
  }
  const permit = referenceFor(request.script, request.key);
  const data = { request: id, grantedAt: here(request), permit, validUntil: validUntil(request) };
  return { name: 'RecordCustomsGranted', data };
};

function validUntil(request: RehearsalRequest): ReturnType<typeof inClockOf> | null {
  const { validDays } = request.line;
  if (validDays === undefined) return null;
  return inClockOf(request, 'airport', plusMinutes(request.dueAt, validDays * dayMinutes));
}

const withdrawn: Says = (request) => ({
  name: 'RecordCustomsWithdrawn',
  data: { request: textOf(request, 'request'), withdrawnAt: here(request) },
});

function here(request: RehearsalRequest): ReturnType<typeof inClockOf> {
  return inClockOf(request, 'airport', request.dueAt);
}

export const customsAnswers: Readonly<Partial<Record<CallKind, Says>>> = {
  'submit-customs-request': submitted,
  'ask-customs-answer': answered,
  'withdraw-customs-request': withdrawn,
};
