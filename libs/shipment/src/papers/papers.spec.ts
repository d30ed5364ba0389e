import { says, utc } from '../case-a.examples.js';
import { decide } from '../decide.js';
import type { ShipmentCommand } from '../shipment.js';
import type { Refusal, StatedBy } from '../stage.js';
import type { Story } from '../story.examples.js';
import { statesOf } from '../transitions.js';
import { caseA, examplePapers, outdated, saysOfPapers } from './papers.examples.js';
import type { PaperStanding } from './papers.js';
import { paperTable } from './papers.transitions.js';

const { issue, supersede } = saysOfPapers;
/** Both plans are proposed; nobody is nominated yet. */
const planned = () => caseA(3);
const standings = ({ shipment }: Story) =>
  shipment.stages.papers.issued.map(({ document, standing, changed }) => [document, standing, changed]);
const issuedOnce = () => planned().says(utc('08-13T03:00'), issue(1));

const [plan, letter] = ['P1-transport-plan', 'P1-security-letter'] as const;
const [newPlan, newLetter] = ['N-transport-plan', 'N-security-letter'] as const;
const later = utc('08-13T04:00');

function made(change: object): ShipmentCommand {
  const paper = { document: 'D', kind: 'transport-plan', of: null, sha256: '0'.repeat(64), ...change };
  return issue(1, 'D', [paper]);
}

const many = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({
    ...{ document: `M${nth}`, kind: 'product-document', of: `bag ${nth}`, sha256: 'b'.repeat(64) },
  }));

/** Leads the first paper of plan 1 to each standing that it can have. */
const reached: Readonly<Record<PaperStanding | 'not-issued', () => Story>> = {
  'not-issued': planned,
  valid: issuedOnce,
  superseded: () => issuedOnce().says(later, supersede(outdated(plan, 'legs'))),
  withdrawn: () => issuedOnce().says(later, says.withdraw(later)),
};

const statedBy: StatedBy = { person: 'Coordinator', organisation: 'EXAMPLE Registry', how: 'account' };

function refusalOf({ shipment, now }: Story, command: ShipmentCommand): Refusal | undefined {
  const decision = decide(command, shipment, { now, statedBy });
  return decision.ok ? undefined : decision.error;
}

describe('a paper', () => {
  it('of the specs has every standing that there is', () => {
    expect(Object.keys(reached).sort()).toEqual([...statesOf(paperTable)].sort());
    expect(Object.values(reached).map((story) => standings(story())[0]?.[1] ?? 'not-issued')).toEqual(
      Object.keys(reached),
    );
  });

  it('is valid when it is issued, with what was said of it', () => {
    const [first] = issuedOnce().shipment.stages.papers.issued;
    expect(first).toEqual({
      ...{ document: plan, plan: 1, ...examplePapers[0], sha256: 'a'.repeat(64) },
      ...{ issuedAt: utc('08-13T03:00'), standing: 'valid', changed: [], endedAt: null },
    });
  });

  it('is replaced by one of the same plan, kind and purpose, and by no other', () => {
    const story = issuedOnce().says(later, issue(2, 'O'));
    expect(
      standings(story)
        .slice(0, 2)
        .map(([, standing]) => standing),
    ).toEqual(['valid', 'valid']);
    story.says(
      later,
      issue(1, 'N', [{ document: newLetter, kind: 'security-letter', of: 'SFO', sha256: 'a'.repeat(64) }]),
    );
    expect(standings(story)[1]).toEqual([letter, 'valid', []]);
    story.says(later, issue(1, 'S'));
    expect(standings(story).slice(0, 2)).toEqual([
      [plan, 'superseded', []],
      [letter, 'superseded', []],
    ]);
  });

  it('is superseded by the facts that have changed, and says so until one takes its place', () => {
    const story = issuedOnce().says(later, supersede(outdated(plan, 'legs')));
    expect(standings(story)).toEqual([
      [plan, 'superseded', ['legs']],
      [letter, 'valid', []],
    ]);
    expect(story.shipment.stages.papers.issued[0]?.endedAt).toBe(later);
    story.says(utc('08-13T05:00'), supersede(outdated(plan, 'legs', 'courier')));
    expect(standings(story)[0]).toEqual([plan, 'superseded', ['legs', 'courier']]);
    story.says(utc('08-13T06:00'), issue(1, 'N'));
    expect(standings(story)).toEqual([
      [plan, 'superseded', []],
      [letter, 'superseded', []],
      [newPlan, 'valid', []],
      [newLetter, 'valid', []],
    ]);
    expect(story.shipment.stages.papers.issued.map(({ endedAt }) => endedAt)).toEqual([
      later,
      utc('08-13T06:00'),
      null,
      null,
    ]);
  });

  it('that is made of the plan no more is superseded with nothing to take its place', () => {
    const story = issuedOnce().says(later, supersede(outdated(letter)));
    expect(standings(story)[1]).toEqual([letter, 'superseded', []]);
    expect(story.shipment.stages.papers.outdated).toEqual({});
    expect(story.tries(supersede(outdated(letter, 'legs')))).toBe('papers-overtaken');
  });

  it('is withdrawn from every standing in which somebody holds it as the newest, and stays so', () => {
    const story = reached.superseded().says(later, says.withdraw(later));
    expect(standings(story)).toEqual([
      [plan, 'withdrawn', []],
      [letter, 'withdrawn', []],
    ]);
    expect(story.tries(supersede(outdated(plan, 'legs')))).toBe('papers-overtaken');
    expect(story.tries(issue(1, 'N'))).toBe('plan-not-live');
  });
});

describe('papers are refused', () => {
  it.each<[code: string, at: string, command: ShipmentCommand]>([
    ['papers-out-of-range', '/papers', issue(1, 'D', [])],
    ['papers-out-of-range', '/papers', issue(1, 'D', many(61))],
    ['text-missing', '/papers/0/document', made({ document: ' ' })],
    ['text-too-long', '/papers/0/kind', made({ kind: 'k'.repeat(61) })],
    ['text-missing', '/papers/0/of', made({ of: '' })],
    ['hash-malformed', '/papers/0/sha256', made({ sha256: 'A'.repeat(64) })],
    ['document-issued-already', '/papers/0/document', made({ document: plan })],
    ['document-issued-already', '/papers/1/document', issue(1, 'D', [...many(1), ...many(1)])],
    [
      'paper-named-twice',
      '/papers/1',
      issue(
        1,
        'D',
        many(1).flatMap((one) => [one, { ...one, document: 'again' }]),
      ),
    ],
    ['papers-out-of-range', '/papers', supersede()],
    ['papers-overtaken', '/papers/0/document', supersede(outdated('unknown', 'legs'))],
    ['paper-named-twice', '/papers/1/document', supersede(outdated(plan, 'legs'), outdated(plan, 'box'))],
    ['text-missing', '/papers/0/changed/1', supersede(outdated(plan, 'legs', ''))],
    ['facts-too-many', '/papers/0/changed', supersede(outdated(plan, ...many(41).map(({ document }) => document)))],
    ['no-papers-in-force', '', { name: 'WithdrawPapers', data: { plan: 2 } }],
  ])('with %s at %s', (code, at, command) => {
    const story = issuedOnce();
    expect(refusalOf(story, command)).toMatchObject({ code, ...(at === '' ? {} : { at }) });
  });

  it('for a plan that was not proposed, stood down, or is of an order that is cancelled', () => {
    expect(caseA(2).tries(issue(2))).toBe('plan-not-live');
    expect(reached.withdrawn().tries(issue(1, 'N'))).toBe('plan-not-live');
    expect(caseA(10).tries(issue(2, 'N'))).toBe('plan-not-live');
    expect(caseA(10).tries(issue(1, 'N'))).toBeUndefined();
  });

  it('beyond what a shipment may have in all', () => {
    const story = planned();
    for (let round = 0; round < 33; round += 1)
      story.says(
        later,
        issue(
          1,
          'D',
          many(60).map((one) => ({ ...one, document: `${round} ${one.document}` })),
        ),
      );
    expect(story.tries(issue(1, 'D', many(21)))).toBe('papers-too-many');
    expect(story.tries(issue(1, 'D', many(20)))).toBeUndefined();
  });

  it('as outdated once more by the same facts, in whatever order they are named', () => {
    const story = issuedOnce().says(later, supersede(outdated(plan, 'legs', 'courier')));
    expect(story.tries(supersede(outdated(plan, 'courier', 'legs')))).toBe('papers-superseded-already');
    expect(story.tries(supersede(outdated(plan, 'courier', 'legs'), outdated(letter, 'legs')))).toBeUndefined();
    const { event } = story.log.findLast(({ event: { type } }) => type === 'PapersSuperseded') ?? {};
    expect(event?.data).toEqual({ papers: [outdated(letter, 'legs')] });
  });
});
