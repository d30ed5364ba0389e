import type { Cause, CustomsRequest, NamedPart, Shipment, StageName } from '@cellrelay/shipment';

/** Whose trouble a stage's is, beside the operator's. */
const owners: Readonly<Partial<Record<StageName, NamedPart>>> = {
  'donor-clearance': 'donor-registry',
  collection: 'collection-centre',
  'cell-count': 'collection-centre',
  'flight-booking': 'courier-company',
  courier: 'courier-company',
  'courier-handoff': 'courier-company',
  'xray-exemption': 'courier-company',
  receipt: 'transplant-centre',
};

/** In whose name a permit is asked for: an import is requested by the transplant centre (Italy, DM 10-10-2012; Germany, AMG § 72b), an export is by whoever sends the cells. */
const atBorders: Readonly<Record<CustomsRequest['direction'], NamedPart>> = {
  export: 'collection-centre',
  transit: 'courier-company',
  import: 'transplant-centre',
};

/** Whose trouble it is beside the operator's, who is told of every one; undefined: nobody's else. */
export function whoseTrouble({ key, stage }: Pick<Cause, 'key' | 'stage'>, shipment: Shipment): NamedPart | undefined {
  if (stage === 'papers') return isOutdated(key) ? 'courier-company' : undefined;
  if (stage === 'temperature') return isDoseInDoubt(key) ? 'transplant-centre' : holderOfTheBox(shipment);
  return stage === 'customs-clearance' ? whoseBorder(key, shipment) : owners[stage];
}

/** Nobody on the way may know of it. */
function isDoseInDoubt(key: string): boolean {
  return key.startsWith('forecast-short/');
}

/** Whoever carries papers is to know that they are outdated; that they are to be issued anew is the operator’s alone. */
function isOutdated(key: string): boolean {
  return key.startsWith('papers-outdated/');
}

/** What is warm or cold is so in the hands of whoever has the box. */
function holderOfTheBox({ stages }: Shipment): NamedPart {
  return stages['courier-handoff'].deliveredAt === null ? 'courier-company' : 'transplant-centre';
}

/** Whoever carries the box presents it; a permit is theirs in whose name it was asked for. */
function whoseBorder(key: string, { stages }: Shipment): NamedPart | undefined {
  const parts = key.split('/');
  if (parts.includes('customs-presentation-due')) return 'courier-company';
  const request = stages['customs-clearance'].requests.find(({ id }) => parts.includes(id));
  return request && atBorders[request.direction];
}
