import type { CallKind } from '@cellrelay/shipment';
import type { Says } from './request.js';

export const tellingKinds = ['tell'] as const satisfies readonly CallKind[];

/** Alerts of examples reach nobody: one message is said to have gone, or none where the script says no. */
export const tellingAnswers: Readonly<Record<(typeof tellingKinds)[number], Says>> = {
  tell: ({ key, line }) => {
    const told = line.says !== 'no';
    const data = { key, deliveries: told ? 1 : 0, rostered: true, channels: told ? ['rehearsal'] : [], accounts: [] };
    return { name: 'RecordAlertTold', data };
  },
};
