import type { FactToCorrect, Shipment } from '@cellrelay/shipment';
import { bodyOf } from '../wire/body-of.js';
import type { FactToCorrectView } from './views.js';

/** The fact as the form of its correction has it: the body that recorded it, as the log reads by now, and the revision that it is sent with. */
export function factToCorrectView({ fact, stage, said, kept }: FactToCorrect, shipment: Shipment): FactToCorrectView {
  const body = { ...bodyOf(said.data) };
  return {
    fact,
    stage,
    stageRevision: shipment.stageRevisions[stage],
    command: said.name,
    body,
    kept: kept.filter((field) => Object.hasOwn(body, field)),
  };
}
