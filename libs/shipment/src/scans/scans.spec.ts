import type { Instant } from '@cellrelay/kernel';
import { tableFaults } from '../transitions.js';
import { decideScans, standingOf } from './scans.decide.js';
import { evolveScans, initialScans } from './scans.evolve.js';
import { scanLimits, type ScanBytes, type ScansCommand, type ScansFacts, type ScansState } from './scans.js';
import { scanTable } from './scans.transitions.js';

const now = '2024-09-04T03:00:00.000Z' as Instant;
const facts: ScansFacts = {
  now,
  statedBy: { person: 'EXAMPLE Ana', organisation: 'EXAMPLE desk', how: 'account' },
  requests: ['CN-export-PEK'],
  exemptions: ['1/0/PEK'],
};
const customs = { kind: 'customs', request: 'CN-export-PEK' } as const;
const hash = (letter: string) => letter.repeat(64);

function keep(more: Partial<ScanBytes> = {}): ScansCommand {
  const bytes = { subject: customs, sha256: hash('a'), mediaType: 'application/pdf', sizeBytes: 9 } as const;
  return { name: 'KeepScan', data: { ...bytes, ...more } };
}
const withdraw = (scan = 'S1', reason = 'wrong file'): ScansCommand => ({
  name: 'WithdrawScan',
  data: { scan, reason },
});

function after(state: ScansState, ...commands: readonly ScansCommand[]): ScansState {
  return commands.reduce((before, command) => {
    const decided = decideScans(command, before, facts);
    if (!decided.ok) throw new Error(decided.error.sentence);
    return decided.value.reduce((each, event) => evolveScans(each, event, now), before);
  }, state);
}
const refusalOf = (command: ScansCommand, state = initialScans) => {
  const decided = decideScans(command, state, facts);
  return decided.ok ? undefined : decided.error;
};
const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => keep({ sha256: (from + at).toString(16).padStart(64, '0') }));

describe('the table of the scans', () => {
  it('is closed and reachable', () => expect(tableFaults(scanTable)).toEqual([]));
});

describe('a scan', () => {
  it('is kept under a number of its own, with its hash and type, and none of its bytes', () => {
    const { scans } = after(initialScans, keep(), keep({ subject: { kind: 'document', document: 'Import permit' } }));
    expect(scans).toMatchObject([
      { id: 'S1', status: 'kept', subject: customs, sha256: hash('a'), mediaType: 'application/pdf', withdrawn: null },
      { id: 'S2', status: 'kept', subject: { document: 'Import permit' } },
    ]);
  });

  it('is one, however often the same bytes come for the same paper', () => {
    const once = after(initialScans, keep());
    expect(decideScans(keep(), once, facts)).toEqual({ ok: true, value: [] });
    // The control: for another paper, and as other bytes, it is another.
    const others = [keep({ subject: { kind: 'exemption', exemption: '1/0/PEK' } }), keep({ sha256: hash('b') })];
    expect(after(once, ...others).scans).toHaveLength(3);
  });

  it('is withdrawn with its reason, stays on record, and may be kept again as another', () => {
    const gone = after(initialScans, keep(), withdraw());
    expect(gone.scans).toMatchObject([{ id: 'S1', status: 'withdrawn', withdrawn: { reason: 'wrong file' } }]);
    expect(standingOf(gone)).toEqual([]);
    expect(standingOf(after(gone, keep())).map(({ id }) => id)).toEqual(['S2']);
  });

  it.each([
    [
      'of a request that there is not',
      keep({ subject: { kind: 'customs', request: 'US-import-IAH' } }),
      'no-such-request',
      '/request',
    ],
    [
      'of an exemption that there is not',
      keep({ subject: { kind: 'exemption', exemption: '2/0/PEK' } }),
      'no-such-request',
      '/exemption',
    ],
    [
      'of a document without a name',
      keep({ subject: { kind: 'document', document: ' ' } }),
      'text-missing',
      '/document',
    ],
    [
      'of a document with a long name',
      keep({ subject: { kind: 'document', document: 'x'.repeat(61) } }),
      'text-too-long',
      '/document',
    ],
    ['withdrawn that there is not', withdraw('S9'), 'no-such-scan', '/scan'],
  ])('%s is refused', (_what, command, code, at) => expect(refusalOf(command)).toMatchObject({ code, at }));

  it('is withdrawn once, and for a reason', () => {
    const kept = after(initialScans, keep());
    expect(refusalOf(withdraw('S1', ' '), kept)).toMatchObject({ code: 'text-missing', at: '/reason' });
    expect(refusalOf(withdraw(), after(kept, withdraw()))).toMatchObject({ code: 'not-allowed-now' });
  });
});

describe('the number of scans', () => {
  it('is bounded by those that stand; one withdrawn makes room', () => {
    const full = after(initialScans, ...many(scanLimits.standing));
    expect(refusalOf(keep(), full)).toMatchObject({ code: 'too-many-scans', allowed: ['WithdrawScan'] });
    expect(decideScans(many(1)[0]!, full, facts)).toEqual({ ok: true, value: [] });
    expect(refusalOf(keep(), after(full, withdraw('S1')))).toBeUndefined();
  });

  it('is bounded by all that there ever were, too', () => {
    const turns = many(scanLimits.ever).flatMap((each, at) => [each, withdraw(`S${at + 1}`)]);
    expect(refusalOf(keep(), after(initialScans, ...turns))).toMatchObject({ code: 'too-many-scans' });
  });
});
