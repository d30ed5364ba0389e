import { bagsInTheBox, isBanked, type Shipment } from '@cellrelay/shipment';
import { shows, type Shows } from './strip-marks.js';

/** Who carries the box. */
export function courierShows({ stages }: Shipment): Shows {
  switch (stages.courier.status) {
    case 'wanted':
      return shows('not-yet', 'not named');
    case 'nominated':
      return shows('waiting', 'fitness check open');
    case 'fit-to-travel':
      return shows('running', 'fit to travel');
    case 'positioned':
      return shows('done', 'in position');
    case 'not-needed':
      return shows('not-needed', 'travels as cargo');
  }
}

/** The box, from packing to delivery. */
export function handoverShows({ stages }: Shipment): Shows {
  const { status, charges, custody } = stages['courier-handoff'];
  switch (status) {
    case 'awaited':
      return charges.length === 0 ? shows('not-yet', 'not packed') : shows('running', 'shipper charged');
    case 'packed':
      return shows('running', 'packed');
    case 'in-custody':
      return shows('running', withWhom(custody.at(-1)));
    case 'relayed':
      return shows('running', 'with the second courier');
    case 'delivered':
      return shows('done', 'delivered');
  }
}

/** A facility has cargo that travels by itself. */
function withWhom(last: { readonly as: string; readonly holder: string } | undefined): string {
  return last?.as === 'facility' ? `at ${last.holder}` : 'with the courier';
}

/** What the transplant centre said of the product. */
export function receiptShows({ stages }: Shipment): Shows {
  switch (stages.receipt.status) {
    case 'awaited':
      return receiptAwaited({ stages });
    case 'received':
      return shows('running', 'received, to be inspected');
    case 'refused':
      return shows('trouble', 'refused');
    case 'accepted':
    case 'infusing':
    case 'infused':
    case 'stored':
    case 'not-used':
      return shows('done', wordOn({ stages }));
  }
}

function receiptAwaited({ stages }: Pick<Shipment, 'stages'>): Shows {
  const there = stages['courier-handoff'].status === 'delivered';
  return there ? shows('waiting', 'receipt awaited') : shows('not-yet', '');
}

/** One that was never accepted has its bags ended all the same, by the word that they are not used. */
function wordOn({ stages }: Pick<Shipment, 'stages'>): string {
  const { deviation, acceptedAt } = stages.receipt;
  if (acceptedAt === null) return 'not used';
  return deviation === null ? 'accepted' : 'accepted with deviation';
}

/** The infusion, bag by bag. */
export function infusionShows(shipment: Shipment): Shows {
  const { stages } = shipment;
  const { status, ended } = stages.receipt;
  switch (status) {
    case 'awaited':
    case 'received':
      return shows('not-yet', '');
    case 'refused':
      return shows('not-needed', 'refused');
    case 'accepted':
      return shows('waiting', isBanked({ stages }) ? 'to be stored or infused' : 'infusion awaited');
    case 'infusing':
      return shows('running', `${ended.length} of ${bagsInTheBox(shipment).length} bags`);
    case 'not-used':
      return shows('trouble', 'not used');
    case 'stored':
      return shows('done', 'stored frozen');
    case 'infused':
      return shows('done', infusedOrFrozen({ stages }));
  }
}

function infusedOrFrozen({ stages }: Pick<Shipment, 'stages'>): string {
  return stages.receipt.ended.some((each) => each.how === 'infusion') ? 'started' : 'cryopreserved';
}
