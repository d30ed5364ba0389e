import { parseGrid, type Grid } from '@cellrelay/identifiers';
import { ok, type Instant } from '@cellrelay/kernel';
import { notWorded } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { daysProblem } from './order.days.js';
import type { OpenShipment } from './order.js';
import { receiptToInfusionMinutes } from './order.processing.js';
import { clockProblem, productProblem, profileOf } from './order.product.js';
import { profileOfUnit, unitDaysProblem, unitProblem } from './order.unit.js';
import { recipientsProblem } from './order.recipients.js';

type Asked = OpenShipment['data'];

/** What keeps an order from being opened, the first that is found. */
export function orderProblem(asked: Asked, now: Instant): Refusal | undefined {
  const { zone } = asked.parties.collectionCentre;
  return (
    notWorded(asked.reference, 'The reference', '/reference', 40) ??
    gridProblem(asked) ??
    productProblem({ ...asked, donorGrid: storedGrid(asked.donorGrid) }, asked.policy) ??
    (asked.unit === null ? undefined : unitProblem(asked.unit, asked)) ??
    temperatureProblem(asked) ??
    recipientsProblem(asked.recipients, asked.product) ??
    startClockProblem(asked.collectionStartsAtClock) ??
    (asked.unit === null ? daysProblem({ ...asked, zone }, now) : unitDaysProblem(asked.unit, { ...asked, zone }, now))
  );
}

/** Only a bank's unit can do without: it is told by its DIN. */
function gridProblem({ donorGrid, unit }: Asked): Refusal | undefined {
  if (donorGrid === null && unit !== null) return undefined;
  const read = parseGrid(donorGrid ?? '');
  if (read.ok) return undefined;
  const { sentence, expectedForm } = read.error;
  return { code: 'grid-invalid', sentence, at: '/donorGrid', allowed: [expectedForm] };
}

/** The GRID as it is stored: capitals without spaces. Only for one that has no problem. */
export function storedGrid(text: string | null): Grid | null {
  if (text === null) return null;
  const read = parseGrid(text);
  if (!read.ok) throw new Error('an order with a faulty GRID was let through');
  return read.value;
}

function temperatureProblem(asked: Asked): Refusal | undefined {
  const profile = asked.unit === null ? profileOf(asked, asked.policy) : ok(profileOfUnit(asked.unit));
  if (!profile.ok) return profile.error;
  const minutes = receiptToInfusionMinutes(asked, { policy: asked.policy, processing: [] });
  const wanted = { ...profile.value, product: asked.product, receiptToInfusionMinutes: minutes };
  return clockProblem(wanted, asked.policy, '/receiptToInfusionMinutes');
}

function startClockProblem(clock: string): Refusal | undefined {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) return undefined;
  const sentence = `"${clock}" is no time of day; write the start of collection as 08:00.`;
  return { code: 'clock-time-malformed', sentence, at: '/collectionStartsAtClock', allowed: ['00:00 to 23:59'] };
}
