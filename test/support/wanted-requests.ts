import type { Database } from '@cellrelay/adapter-postgres';
import type { ShipmentId, Zone } from '@cellrelay/kernel';
import type { ShipmentCommand } from '@cellrelay/shipment';
import { issueAll } from '@cellrelay/testkit';
import { IssueCommand, noRelay } from '@cellrelay/use-cases';

/** A request to customs, and one to airport security, that are to be submitted. */
export interface WantedRequests {
  readonly customs: string;
  readonly exemption: string;
}

/** The desks of examples have answered all of a trip's requests: of plan 1 one of each is refused, and asked for again. */
export async function wantedRequests(
  { shipments, clock }: Pick<Database, 'shipments' | 'clock'>,
  shipment: ShipmentId,
  prefix = 'wanted',
): Promise<WantedRequests> {
  const { stages } = (await shipments.load(shipment))!;
  const customs = stages['customs-clearance'].requests.find(
    ({ covers, direction }) => direction === 'export' && covers.some(({ plan }) => plan === 1),
  )!.id;
  const exemption = stages['xray-exemption'].exemptions.find(
    ({ plan, kind }) => plan === 1 && kind !== 'unplanned',
  )!.id;
  const refusedAt = { at: await clock.now(), zone: 'UTC' as Zone };
  const reason = 'EXAMPLE: asked for again';
  const commands: readonly ShipmentCommand[] = [
    { name: 'RecordCustomsRefused', data: { request: customs, refusedAt, reason } },
    { name: 'AskCustomsAgain', data: { request: customs, reason } },
    { name: 'RecordExemptionRefused', data: { exemption, refusedAt, reason } },
    { name: 'AskExemptionAgain', data: { exemption, reason } },
  ];
  await issueAll(new IssueCommand(shipments, noRelay), shipment, commands, prefix);
  return { customs, exemption };
}
