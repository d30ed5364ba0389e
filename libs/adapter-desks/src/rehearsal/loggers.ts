import type { CallKind } from '@cellrelay/shipment';
import type { Says } from './request.js';
import { inClockOf, momentOf, textOf } from './request.js';

export const loggerKinds: readonly CallKind[] = ['watch-logger'];

/** It has sent until now, unless the script has it silent: no. */
const watched: Says = (request) => {
  const logger = textOf(request, 'logger');
  if (request.line.says === 'no') {
    const since = inClockOf(request, 'at', momentOf(request, 'since'));
    return { name: 'RecordLoggerSilent', data: { logger, since } };
  }
  return { name: 'RecordLoggerHeard', data: { logger, through: inClockOf(request, 'at', request.dueAt) } };
};

export const loggerAnswers: Readonly<Partial<Record<CallKind, Says>>> = { 'watch-logger': watched };
