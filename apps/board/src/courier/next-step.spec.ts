import type { Action, Milestone } from '../api/types.js';
import type { Queued } from '../offline/queued.js';
import { nextStep, records } from './next-step.js';

const shownIn = { city: 'Beijing', zone: 'Asia/Shanghai' };
const milestone = (key: string, more: Partial<Milestone> = {}): Milestone => ({
  ...{ key, what: key, shownIn, standing: 'expected', by: 'plan', fallbackUntil: null },
  ...{ plannedAt: '2026-11-24T02:00:00.000Z', expectedAt: '2026-11-24T02:00:00.000Z' },
  ...{ latestForTarget: null, latestForLimit: '2026-11-24T05:00:00.000Z', slackToTarget: null, slackToLimit: 180 },
  ...more,
});
const action = (command: string, more: Partial<Action> = {}): Action => ({
  ...{ command, stage: 'courier-handoff', stageRevision: 3, label: command, subject: null, prefill: {}, fields: {} },
  ...{ consequences: [], milestone: null, onRecord: {}, due: null, next: false },
  ...more,
});
const handOver = action('HandOverToCourier', { milestone: 'handed-over', next: true });
const departure = action('RecordDeparture', { milestone: 'departed/1.0', prefill: { booking: '1.0/1' } });
const waits = (command: string, body: unknown = {}, state: Queued['state'] = 'waiting'): Queued => ({
  ...{ key: 'k', sequence: 1, shipment: 's', command, stage: 'x', label: command, body, revision: 3 },
  ...{ after: null, queuedAt: 0, state, refusal: null, stood: [] },
});
const course = (milestones: readonly Milestone[]) => ({
  courses: [
    {
      ...{ plan: 1, clockRuns: true, targetAt: null, limitAt: null, slackMinutes: 180, leastSlackMinutes: 60 },
      milestones: [...milestones],
    },
  ],
});
const way = course([
  milestone('packed', { standing: 'happened' }),
  milestone('handed-over'),
  milestone('left'),
  milestone('departed/1.0', { expectedAt: '2026-11-24T04:00:00.000Z' }),
]);

describe('what comes next', () => {
  it('is the step that the API calls the next one, with its action and its latest moment', () => {
    const step = nextStep({ shipment: way, actions: [departure, handOver] }, []);
    expect(step).toMatchObject({ what: 'handed-over', action: handOver, latestAt: Date.parse('2026-11-24T05:00Z') });
  });

  it('has no action where the next step is somebody else’s, whatever else may be recorded', () => {
    const step = nextStep({ shipment: way, actions: [departure] }, []);
    expect(step).toMatchObject({ what: 'handed-over', action: null });
  });

  it('is what may be recorded after that which waits on the phone', () => {
    const step = nextStep({ shipment: way, actions: [handOver, departure] }, [waits('HandOverToCourier')]);
    expect(step).toMatchObject({ what: 'departed/1.0', action: departure });
  });

  it('is the same step again once what waited was refused', () => {
    const refused = waits('HandOverToCourier', {}, 'refused');
    expect(nextStep({ shipment: way, actions: [handOver] }, [refused])?.action).toBe(handOver);
  });

  it('is what is owed sooner, where that is no step of the way', () => {
    const due = { what: 'Be in Beijing', at: '2026-11-22T02:00:00.000Z', shownIn };
    const position = action('RecordCourierInPosition', { due });
    expect(nextStep({ shipment: way, actions: [handOver, position] }, [])).toMatchObject({
      what: 'Be in Beijing',
      action: position,
    });
    const late = action('PlanRelay', { due: { ...due, at: '2026-11-25T02:00:00.000Z' } });
    expect(nextStep({ shipment: way, actions: [handOver, late] }, [])?.what).toBe('handed-over');
  });

  it('is nothing once the trip is over', () => {
    expect(nextStep({ shipment: course([milestone('delivered', { standing: 'happened' })]), actions: [] }, [])).toBe(
      undefined,
    );
  });
});

describe('what waits', () => {
  it('is that very action only where it is about the same thing', () => {
    expect(records(waits('RecordDeparture', { booking: '1.0/1' }), departure)).toBe(true);
    expect(records(waits('RecordDeparture', { booking: '1.1/1' }), departure)).toBe(false);
  });
});
