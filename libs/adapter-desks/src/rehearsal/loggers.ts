import type { CallKind } from '@cellrelay/shipment';
import type { Says } from './request.js';
import { inClockOf, momentOf, textOf } from './request.js';

export const loggerKinds: readonly CallKind[] = ['watch-logger'];

/** Whether the script speaks for it: nobody does for a logger that a person bound to an example's box. */
function isScripted({ script, line }: Parameters<Says>[0]): boolean {
  return script.lines.includes(line);
}

/** It has sent until now where the script says so; else it is silent, as one that nobody has is. */
const watched: Says = (request) => {
  const logger = textOf(request, 'logger');
  if (!isScripted(request) || request.line.says === 'no') {
    const since = inClockOf(request, 'at', momentOf(request, 'since'));
    return { name: 'RecordLoggerSilent', data: { logger, since } };
  }
  return { name: 'RecordLoggerHeard', data: { logger, through: inClockOf(request, 'at', request.dueAt) } };
};

export const loggerAnswers: Readonly<Partial<Record<CallKind, Says>>> = { 'watch-logger': watched };
