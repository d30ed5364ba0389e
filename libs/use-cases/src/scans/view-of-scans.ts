import {
  scanLimits,
  standingOf,
  type CustomsRequest,
  type Exemption,
  type Scan,
  type ScanSubject,
  type Shipment,
} from '@cellrelay/shipment';
import { sameJson } from '@cellrelay/kernel';
import { scannedSaid } from '../questions/says-of-scans.js';
import type { ScannedRequest, ScansView, ScanView } from './scan-views.js';

/** Every scan of a shipment, and which of its requests' answers are without one. */
export function scansOfShipment({ stages }: Shipment): ScansView {
  const { scans } = stages.scans;
  const standing = standingOf(stages.scans);
  const customs = stages['customs-clearance'].requests.filter(({ status }) => status !== 'withdrawn').map(ofCustoms);
  const exemptions = stages['xray-exemption'].exemptions.filter(({ status }) => status !== 'withdrawn').map(ofSecurity);
  const left = Math.min(scanLimits.standing - standing.length, scanLimits.ever - scans.length);
  return {
    items: scans.map(viewOfScan),
    requests: [...customs, ...exemptions].map((each) => ({ ...each, scans: numbersOf(standing, each.subject) })),
    left: Math.max(0, left),
  };
}

/** One of them. */
export function viewOfScan({ id, subject, mediaType, sizeBytes, sha256, keptAt, withdrawn }: Scan): ScanView {
  const gone = withdrawn && { at: withdrawn.at.at, reason: withdrawn.reason };
  const says = scannedSaid(subject);
  return { scan: id, subject, says, mediaType, sizeBytes, sha256, keptAt: keptAt.at, withdrawn: gone };
}

type Unscanned = Omit<ScannedRequest, 'scans'>;

function ofCustoms({ id, country, direction, airport, status, permit, validUntil }: CustomsRequest): Unscanned {
  return {
    subject: { kind: 'customs', request: id },
    says: `Customs, ${country} ${direction} at ${airport}`,
    status,
    answered: permit !== null || status === 'refused' || status === 'cleared',
    reference: permit,
    validUntil,
  };
}

function ofSecurity({ id, plan, airport, status, reference }: Exemption): Unscanned {
  return {
    subject: { kind: 'exemption', exemption: id },
    says: `Exemption from X-ray, plan ${plan}, ${airport}`,
    status,
    answered: reference !== null || status === 'refused',
    reference,
    validUntil: null,
  };
}

function numbersOf(standing: readonly Scan[], subject: ScanSubject): string[] {
  return standing.filter((scan) => sameJson(scan.subject, subject)).map(({ id }) => id);
}
