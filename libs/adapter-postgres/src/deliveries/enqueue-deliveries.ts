import type pg from 'pg';
import type { NewDelivery } from '@cellrelay/use-cases';
import * as sql from './delivery-sql.js';

const urgencies = { critical: 0, warning: 1, notice: 2 } as const;

/** Between what is critical and what warns: programs wait for nobody, and nobody waits for them. */
const urgencyOfNotices = 1;

/** Keeps deliveries within the transaction of what they tell of: both are kept, or neither. Answers how many were new. */
export async function enqueueDeliveries(client: pg.ClientBase, many: readonly NewDelivery[]): Promise<number> {
  let fresh = 0;
  for (const each of many) fresh += (await client.query(sql.enqueue, [...valuesOf(each)])).rowCount ?? 0;
  return fresh;
}

function valuesOf(delivery: NewDelivery): readonly unknown[] {
  const { key, channel, organisation, shipment } = delivery;
  const { destination, account, endpoint, urgency, series } = goingTo(delivery);
  return [
    key,
    channel,
    destination,
    organisation,
    account,
    endpoint,
    shipment,
    urgency,
    series,
    JSON.stringify(delivery),
  ];
}

function goingTo(delivery: NewDelivery) {
  const nobodys = { account: null, endpoint: null, series: null };
  switch (delivery.channel) {
    case 'webhook': {
      const { endpoint, series } = delivery;
      return { ...nobodys, destination: `webhook:${endpoint}`, endpoint, urgency: urgencyOfNotices, series };
    }
    case 'desk':
      return { ...nobodys, destination: 'desk', urgency: urgencies.warning };
    default:
      return {
        ...nobodys,
        ...{ destination: delivery.channel, account: delivery.account, urgency: urgencies[delivery.urgency] },
      };
  }
}
