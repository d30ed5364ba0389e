import { servedRecipients, type CellsFate, type Obligation, type Shipment } from '@cellrelay/shipment';
import { standingAlerts } from './standing-alerts.js';
import type { Mark, StripMark } from './strip-marks.js';
import { fateSaid, stageLabels, stripLabels } from './words.js';

/**
 * The one thing to know of a shipment's stages: the worst trouble, else what runs, else what is waited for (the stage that owes
 * next before the others), else what was done last. Of a cancelled one, that it is, and what becomes of the cells.
 */
export function sentenceOf(
  shipment: Shipment,
  strip: readonly StripMark[],
  next: Obligation | undefined,
): { readonly text: string; readonly mark: Mark } {
  const [worst] = standingAlerts(shipment);
  if (worst !== undefined && worst.cause.severity !== 'notice') {
    return { text: `${stageLabels[worst.cause.stage]}: ${worst.cause.wrong}`, mark: 'trouble' };
  }
  const { cancellation } = shipment.stages.order;
  if (cancellation !== null) return { text: cancelledSays(shipment, cancellation.cells), mark: 'not-needed' };
  const chosen = chosenOf(strip, next === undefined ? undefined : stageLabels[next.stage]);
  if (chosen === undefined) return { text: 'Nothing has begun', mark: 'not-yet' };
  return { text: `${stripLabels[chosen.name]}: ${chosen.says}`, mark: chosen.mark };
}

/** What was given before is told first; of a collection that still runs it is not known what comes of it. */
function cancelledSays(shipment: Shipment, cells: CellsFate): string {
  if (shipment.stages.order.status === 'closed')
    return `Infused for ${servedRecipients(shipment).join(' and ')}; the rest was ended by a person`;
  const { days } = shipment.stages.collection;
  if (cells !== 'none') return `Cancelled: ${fateSaid(shipment, cells)}`;
  if (days.some(({ status }) => status === 'running')) return 'Cancelled while cells are collected';
  return `Cancelled: ${days.some(({ status }) => status === 'ended') ? 'no cells are left' : fateSaid(shipment, cells)}`;
}

function chosenOf(strip: readonly StripMark[], nextLabel: string | undefined): StripMark | undefined {
  const marked = (mark: Mark) => strip.filter((each) => each.mark === mark && each.says !== '');
  const waiting = marked('waiting');
  return (
    marked('trouble')[0] ??
    marked('running').find(({ name }) => name === 'collection' || name === 'flights' || name === 'infusion') ??
    waiting.find(({ name }) => stripLabels[name] === nextLabel) ??
    waiting[0] ??
    marked('running').at(-1) ??
    marked('done').at(-1) ??
    marked('not-needed')[0]
  );
}
