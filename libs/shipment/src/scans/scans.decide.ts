import { err, ok, sameJson } from '@cellrelay/kernel';
import { atNow, decided, notAllowedNow, notWorded, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import {
  scanLimits,
  type KeepScan,
  type Scan,
  type ScanBytes,
  type ScansCommand,
  type ScansEvent,
  type ScansFacts,
  type ScansState,
  type WithdrawScan,
} from './scans.js';
import { scanTable } from './scans.transitions.js';

/** Takes down which scans there are. Whose bytes they are, and that there are any, is seen to by whoever issues `KeepScan`. */
export function decideScans(command: ScansCommand, state: ScansState, facts: ScansFacts): Decision<ScansEvent> {
  switch (command.name) {
    case 'KeepScan':
      return kept(command, state, facts);
    case 'WithdrawScan':
      return decided(withdrawalProblem(command, state), () => [
        { type: 'ScanWithdrawn', ...envelope(facts), data: command.data },
      ]);
  }
}

/** The scans whose bytes are there. */
export function standingOf({ scans }: ScansState): readonly Scan[] {
  return scans.filter(({ status }) => status === 'kept');
}

/** The scan of these very bytes that stands for that subject. */
export function standingScan(
  state: ScansState,
  { subject, sha256 }: Pick<ScanBytes, 'subject' | 'sha256'>,
): Scan | undefined {
  return standingOf(state).find((each) => each.sha256 === sha256 && sameJson(each.subject, subject));
}

/** The same bytes again for the same subject change nothing. */
function kept({ data }: KeepScan, state: ScansState, facts: ScansFacts): Decision<ScansEvent> {
  const problem = notThere(data, facts);
  if (problem !== undefined) return err(problem);
  if (standingScan(state, data) !== undefined) return ok([]);
  return decided(tooMany(state), () => [
    { type: 'ScanKept', ...envelope(facts), data: { scan: `S${state.scans.length + 1}`, ...data } },
  ]);
}

function envelope({ now }: ScansFacts) {
  return { v: 1, stage: 'scans', occurredAt: atNow(now) } as const;
}

function notThere({ subject }: ScanBytes, { requests, exemptions }: ScansFacts): Refusal | undefined {
  switch (subject.kind) {
    case 'customs':
      return unknownTo(requests, subject.request, '/request');
    case 'exemption':
      return unknownTo(exemptions, subject.exemption, '/exemption');
    case 'document':
      return notWorded(subject.document, 'The name of the document', '/document', 60);
  }
}

function unknownTo(known: readonly string[], id: string, at: string): Refusal | undefined {
  if (known.includes(id)) return undefined;
  const sentence = `The shipment has no request ${id} that a scan could be the answer to.`;
  return { code: 'no-such-request', sentence, at, allowed: known };
}

function tooMany(state: ScansState): Refusal | undefined {
  const { scans } = state;
  const standing = standingOf(state).length;
  if (standing >= scanLimits.standing)
    return {
      code: 'too-many-scans',
      sentence: `The shipment has ${standing} scans; more than ${scanLimits.standing} are not kept. Withdraw those that are not needed.`,
      allowed: ['WithdrawScan'],
    };
  if (scans.length < scanLimits.ever) return undefined;
  const sentence = `The shipment has had ${scans.length} scans, with those withdrawn; no more are kept.`;
  return { code: 'too-many-scans', sentence };
}

function withdrawalProblem({ data: { scan, reason } }: WithdrawScan, state: ScansState): Refusal | undefined {
  const found = state.scans.find(({ id }) => id === scan);
  if (found === undefined) {
    const standing = standingOf(state).map(({ id }) => id);
    return { code: 'no-such-scan', sentence: `The shipment has no scan ${scan}.`, at: '/scan', allowed: standing };
  }
  const asked = { command: 'WithdrawScan', state: found.status, what: `Scan ${scan}` } as const;
  return notAllowedNow(scanTable, asked) ?? notWorded(reason, 'The reason', '/reason');
}
