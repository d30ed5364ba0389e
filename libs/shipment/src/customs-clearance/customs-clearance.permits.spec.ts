import type { WorkingDayCalendar } from '@cellrelay/itinerary';
import type { ReleaseFirstRule } from '../policy.js';
import { customsClearanceObligations } from './customs-clearance.agenda.js';
import { decideCustomsClearance } from './customs-clearance.decide.js';
import {
  after,
  again,
  agendaFacts,
  at,
  cover,
  facts,
  given,
  granted,
  leaving,
  only,
  owed,
  planOne,
  planTwo,
  refused,
  regularised,
  releasedFirst,
  request,
  rule,
  states,
  submitted,
  withdrawn,
} from './customs-clearance.examples.js';

describe('a release without a permit', () => {
  const whenRules = (...releaseFirstRules: ReleaseFirstRule[]) =>
    decideCustomsClearance(releasedFirst(), states.submitted, { ...facts, releaseFirstRules });

  it('is taken while a rule is in force, and keeps the days of that rule', () => {
    expect(only(states['to-be-regularised'])).toMatchObject({
      status: 'to-be-regularised',
      released: { releasedAt: at('12T11:30'), commitment: 'papers within ten days', workingDays: 10 },
    });
    expect(whenRules({ ...rule, inForceFrom: '2026-11-12', inForceTo: '2026-11-12' }).ok).toBe(true);
    expect(whenRules({ ...rule, inForceFrom: null, inForceTo: null }).ok).toBe(true);
  });

  it.each<[string, Partial<ReleaseFirstRule>]>([
    ['over', { inForceTo: '2026-11-11' }],
    ['not in force yet', { inForceFrom: '2026-11-13' }],
    ['of the other direction', { direction: 'import' }],
    ['of another country', { country: 'KR' }],
    ['not known to allow it', { releaseFirst: false, regularisationWorkingDays: null }],
  ])('is turned down where the rule is %s', (_, change) => {
    const error = { code: 'release-first-not-allowed', at: '/releasedAt' };
    expect(whenRules({ ...rule, ...change })).toMatchObject({ ok: false, error });
  });

  it('is turned down with the rules of that border and their days', () => {
    const later = { ...rule, inForceFrom: '2026-12-01', inForceTo: null, releaseFirst: false };
    const decision = whenRules({ ...rule, inForceTo: '2026-11-11' }, later);
    expect(decision).toMatchObject({
      error: {
        sentence: expect.stringContaining('No rule in force on 2026-11-12 lets the export from CN at PEK'),
        allowed: [
          'from 2026-11-01 until 2026-11-11 released first, to be regularised within 10 working days (EXAMPLE)',
          'from 2026-12-01 not known to allow it (EXAMPLE)',
        ],
      },
    });
    expect(whenRules()).toMatchObject({ error: { sentence: expect.stringContaining('No rule is on record') } });
  });

  it('counts the day in the clock of the border', () => {
    const evening = { ...rule, inForceFrom: '2026-11-12', inForceTo: '2026-11-12' };
    const late = releasedFirst('11T16:30');
    const there = { ...facts, releaseFirstRules: [evening] };
    expect(decideCustomsClearance(late, states.submitted, there).ok).toBe(true);
    expect(decideCustomsClearance(late, states.submitted, { ...there, zones: {} }).ok).toBe(false);
  });

  it('stays to be regularised whatever is answered to the old request', () => {
    const answered = [submitted(), granted(), refused(), withdrawn()];
    for (const command of answered)
      expect(only(after(states['to-be-regularised'], command)).status).toBe('to-be-regularised');
  });

  it('ends when the papers are put right, and not before the release', () => {
    expect(only(after(states['to-be-regularised'], regularised())).status).toBe('cleared');
    const before = decideCustomsClearance(regularised('12T11:29'), states['to-be-regularised'], facts);
    expect(before).toMatchObject({ ok: false, error: { code: 'regularised-before-release', at: '/regularisedAt' } });
    const blank = decideCustomsClearance(regularised('12T11:50', ' '), states['to-be-regularised'], facts);
    expect(blank).toMatchObject({ ok: false, error: { code: 'text-missing', at: '/reference' } });
  });
});

describe('a permit that ends', () => {
  const until = (time: string) => given(cover(leaving(planOne, planTwo)), granted('P-1', time));

  it('is asked for anew while it ends before the last crossing, and not while it holds', () => {
    expect(only(after(until('24T09:59'), again()))).toMatchObject({ status: 'wanted', occasion: 2, validUntil: null });
    for (const state of [until('24T10:00'), states.granted])
      expect(decideCustomsClearance(again(), state, facts)).toMatchObject({ error: { code: 'permit-holds' } });
  });

  it('has to be prolonged some days before its end, and ends then', () => {
    expect(owed(until('24T09:59'))).toEqual({
      [`permit-lapses/${request}`]: at('22T09:59').at,
      [`permit-lapsed/${request}`]: at('24T09:59').at,
    });
    expect(owed(until('24T10:00'))).toEqual({});
  });

  it('ends too early once the crossing moves past its end', () => {
    const later = { ...planTwo, crossingAt: at('25T10:00').at };
    expect(owed(after(until('24T12:00'), cover(leaving(planOne, later))))).toHaveProperty([`permit-lapsed/${request}`]);
  });

  it('is of no account once the box has passed', () => {
    expect(owed(until('24T09:59'), { departedFrom: { PEK: at('23T10:10').at } })).toEqual({
      [`customs-presentation-due/${request}`]: at('23T10:55').at,
    });
  });

  it('is prolonged by another permit', () => {
    expect(owed(after(until('24T09:59'), granted('P-2', '30T00:00')))).toEqual({});
  });
});

describe('papers to put right', () => {
  const example: WorkingDayCalendar = {
    country: 'CN',
    year: 2026,
    holidays: ['2026-11-19', '2026-11-20'],
    workingWeekendDays: ['2026-11-21'],
    version: 'EXAMPLE',
    source: 'EXAMPLE',
    mark: 'site',
  };
  const due = (calendars: readonly WorkingDayCalendar[]) =>
    customsClearanceObligations(states['to-be-regularised'], {
      ...agendaFacts,
      leadTimes: { ...agendaFacts.leadTimes, calendars },
    });

  it('are due at 24:00 of the last working day of the border’s calendar', () => {
    expect(due([example])).toMatchObject([
      { key: `regularisation-due/${request}`, dueAt: '2026-11-27T16:00:00.000Z', severity: 'critical' },
    ]);
    expect(due([example])[0]?.what).toBe(
      'Put the papers right for the export from CN at PEK (10 working days from the release)',
    );
  });

  it('count weekends only, and say so, where no calendar is', () => {
    expect(due([])).toMatchObject([{ dueAt: '2026-11-26T16:00:00.000Z' }]);
    expect(due([])[0]?.what).toContain('only weekends left out, no holiday calendar of CN for 2026');
  });

  it('are owed instead of the presentation', () => {
    const departedFrom = { PEK: at('23T10:10').at };
    expect(Object.keys(owed(states['to-be-regularised'], { departedFrom }))).toEqual([`regularisation-due/${request}`]);
  });
});
