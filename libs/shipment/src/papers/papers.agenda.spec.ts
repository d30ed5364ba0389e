import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { agendaOf, causesOf } from '../agenda.js';
import { beijing, says, utc } from '../case-a.examples.js';
import { evidenceFor } from '../evidence.js';
import { dayOneEnough, openedWith } from '../journeys.examples.js';
import { defaultPolicy } from '../policy.js';
import { Story } from '../story.examples.js';
import { caseA, outdated, saysOfPapers } from './papers.examples.js';

const { issue, supersede } = saysOfPapers;
const [plan, letter] = ['P1-transport-plan', 'P1-security-letter'] as const;

/** Weeks before the box leaves: by plan 1 it is handed over at 07:30Z on 4 September, four hours before its flight. */
const since = utc('08-13T04:00');
const early = () =>
  caseA(3)
    .says(utc('08-13T03:00'), issue(1))
    .says(since, supersede(outdated(plan, 'legs')));

/** Issued when the first count was there, and outdated at that moment. */
const onTheDay = (at: Instant) =>
  caseA(10)
    .says(utc('09-04T05:20'), issue(1))
    .says(at, supersede(outdated(plan, 'legs')));

/** Outdated while the courier has the box. */
const inFlight = () =>
  caseA(13)
    .says(utc('09-04T07:12'), issue(1))
    .says(utc('09-04T08:00'), supersede(outdated(plan, 'legs')));

const owed = ({ shipment }: Story) =>
  agendaOf(shipment)
    .filter(({ stage }) => stage === 'papers')
    .map((each) => [each.key, each.dueAt, each.does === 'call' ? null : each.severity]);
const cause = ({ shipment }: Story) => causesOf(shipment).find(({ key }) => key.startsWith('papers-outdated/1/'));
const alerts = ({ shipment }: Story) =>
  shipment.stages.alert.alerts.filter(({ cause: { key } }) => key.startsWith('papers-outdated/1/'));

describe('papers that are outdated are to be issued anew', () => {
  it('within the policy’s minutes, and once more twelve hours before the box leaves with them', () => {
    expect(owed(caseA(3).says(utc('08-13T03:00'), issue(1)))).toEqual([]);
    expect(owed(early())).toEqual([
      ['reprint/1/1', utc('08-13T05:00'), 'warning'],
      ['reprint-before-leaving/1/1', utc('09-03T19:30'), 'critical'],
    ]);
  });

  it('by whatever policy the shipment is run', () => {
    const policy = { ...defaultPolicy, papersReprintMinutes: { value: 15, source: 'a site', mark: 'site' } } as const;
    const [first, ...rest] = openedWith(dayOneEnough, { policy }).slice(0, 3);
    const story = rest.reduce((told, [at, said]) => told.says(at, said), new Story(first![0]).says(...first!));
    story.says(utc('08-13T03:00'), issue(1)).says(since, supersede(outdated(plan, 'legs')));
    expect(owed(story)[0]).toEqual(['reprint/1/1', plusMinutes(since, 15), 'warning']);
  });

  it('no later than the box leaves', () => {
    expect(owed(onTheDay(utc('09-04T06:20')))).toEqual([['reprint/1/1', utc('09-04T07:20'), 'critical']]);
    expect(owed(onTheDay(utc('09-04T06:50')))).toEqual([['reprint/1/1', utc('09-04T07:30'), 'critical']]);
  });

  it('as soon when the box has left already', () => {
    expect(owed(inFlight())).toEqual([['reprint/1/1', utc('09-04T09:00'), 'critical']]);
  });

  it('anew with each that is outdated while it was valid, so that a second change is told as the first was', () => {
    const story = early().says(utc('08-13T04:30'), supersede(outdated(letter, 'courier')));
    expect(owed(story)[0]).toEqual(['reprint/1/2', utc('08-13T05:30'), 'warning']);
    expect(alerts(story).map(({ status }) => status)).toEqual(['resolved', 'raised']);
    story.says(
      utc('08-13T04:40'),
      issue(1, 'N', [{ document: 'N', kind: 'transport-plan', of: null, sha256: 'c'.repeat(64) }]),
    );
    expect(owed(story)[0]).toEqual(['reprint/1/2', utc('08-13T05:30'), 'warning']);
  });

  it('until they are, and the next time is another occasion', () => {
    const story = early().says(utc('08-13T04:30'), issue(1, 'N'));
    expect(owed(story)).toEqual([]);
    story.says(utc('08-13T06:00'), supersede(outdated('N-security-letter', 'courier')));
    expect(owed(story)[0]).toEqual(['reprint/1/2', utc('08-13T07:00'), 'warning']);
  });

  it.each<[string, () => Story]>([
    ['the plan is stood down', () => early().says(utc('08-13T04:30'), says.withdraw(utc('08-13T04:30')))],
    ['the box is where it goes', () => inFlight().says(utc('09-05T06:50'), says.deliver(utc('09-05T06:50')))],
    ['none like it is made any more', () => early().says(utc('08-13T04:30'), supersede(outdated(plan)))],
  ])('no more once %s, and its alert has ended', (_why, told) => {
    expect(owed(told())).toEqual([]);
    expect(cause(told())).toBeUndefined();
    expect(alerts(told()).map(({ status }) => status)).toEqual(['resolved']);
  });

  it('and ring as overdue until then', () => {
    const story = early().passTo(utc('08-13T05:10'));
    const overdue = causesOf(story.shipment).find(({ key }) => key === 'overdue/reprint/1/1');
    expect(overdue).toMatchObject({
      wrong: 'Papers of plan 1 are outdated and not issued anew: transport plan.',
      offers: [{ command: 'IssuePapers', prefill: { plan: 1 } }],
    });
    story.says(utc('08-13T05:20'), issue(1, 'N'));
    expect(causesOf(story.shipment).filter(({ stage }) => stage === 'papers')).toEqual([]);
  });
});

describe('an alert of outdated papers', () => {
  it('stands at once, a warning long before the box leaves, until when it can be mended', () => {
    expect(cause(early())).toMatchObject({
      severity: 'warning',
      wrong: 'Papers of plan 1 are outdated: transport plan.',
      until: utc('09-04T07:30'),
      offers: [{ command: 'IssuePapers', label: 'Issue the papers of plan 1 anew', prefill: { plan: 1 } }],
    });
  });

  it('is critical from twelve hours before the box leaves, and on its way', () => {
    const near = caseA(7).says(utc('09-03T19:00'), issue(1));
    expect(cause(near.copy().says(utc('09-03T19:29'), supersede(outdated(plan, 'legs'))))?.severity).toBe('warning');
    expect(cause(near.copy().says(utc('09-03T19:30'), supersede(outdated(plan, 'legs'))))?.severity).toBe('critical');
    expect(cause(inFlight())?.severity).toBe('critical');
    expect(cause(inFlight())?.until).toBeUndefined();
  });

  it('rises when the box leaves with them, though somebody took it on', () => {
    const story = dayOneEnough.slice(3, 12).reduce((told, [at, said]) => told.says(at, said), early());
    const [raised] = alerts(story);
    const by = { acknowledgedAt: { at: story.now, zone: beijing }, by: 'Coordinator' };
    story.says(story.now, { name: 'AcknowledgeAlert', data: { alert: raised!.id, ...by } });
    story.says(utc('09-04T07:10'), says.handOver(utc('09-04T07:10')));
    expect(cause(story)?.severity).toBe('critical');
    expect(raised?.cause.severity).toBe('warning');
    expect(alerts(story).map(({ id, status }) => [id, status])).toEqual([[raised?.id, 'raised']]);
  });

  it('shows which papers, by which facts, and since when', () => {
    const story = early().says(utc('08-13T04:30'), supersede(outdated(letter, 'substitutePassport', 'legs')));
    expect(alerts(story).flatMap((alert) => evidenceFor(story.shipment, alert))).toEqual([
      { says: 'Outdated: transport plan, by a change of legs', at: since },
      { says: 'Outdated: security letter, by a change of substitute passport, legs', at: utc('08-13T04:30') },
    ]);
  });
});
