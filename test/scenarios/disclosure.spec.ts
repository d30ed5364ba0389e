import type { CommandId, Instant, ShipmentId, Zone } from '@cellrelay/kernel';
import { withheld, type Refusal, type Standing } from '@cellrelay/shipment';
import { prepare, type Acting, type StoredEntry } from '@cellrelay/use-cases';
import { dryRun } from '../support/dry-world.js';
import { expectNoPatient, ofAnotherPatient } from '../support/another-patient.js';
import { answersOf, boardOf, standingAs } from '../support/one-board.js';
import { scenarioFiles, scenarioIn } from '../support/scenarios.js';
import { after, expectAlike, outside, toldTwice } from '../support/twice-told.js';

/** One in six of them; disclosure.long.spec.ts looks at all. */
const some = scenarioFiles.filter((_, index) => index % 6 === 0);

describe('two histories that differ in free words alone', () => {
  it.each(some)('%s: whoever is not of the operator cannot tell one from the other', expectAlike);

  it('are told apart by whoever reads free words: the comparison would see one that leaks', async () => {
    const { scenario, one, other } = await toldTwice(scenarioFiles[0] ?? '');
    const read = (log: readonly StoredEntry[]) => {
      const board = boardOf(scenario.shipment, after(log, log.length), log);
      return answersOf(board.as(standingAs('operator/auditor')), scenario.shipment);
    };
    expect(await read(one)).not.toEqual(await read(other));
  });
});

describe('a history for another patient', () => {
  const told = [...new Set([...some, 'case-e-unlike-blood-groups.yaml'])];
  it.each(told)('%s: looks the same to the donor’s side and to who carries the box', expectNoPatient);

  it('looks another to the transplant centre: the comparison would see what leaks', async () => {
    const scenario = scenarioIn('case-e-unlike-blood-groups.yaml');
    const { log } = await dryRun(scenario);
    const state = after(log, log.length);
    const read = (one: typeof state) =>
      answersOf(boardOf(scenario.shipment, one, log).as(standingAs('transplant-centre/physician')), scenario.shipment);
    expect(await read(state)).not.toEqual(await read(ofAnotherPatient(state)));
  });
});

describe('a refusal', () => {
  it('quotes no free words to whoever is not of the operator, and does to those who read them', async () => {
    const { scenario, one, other } = await toldTwice('case-a-day-one-enough.yaml');
    const told = (log: readonly StoredEntry[], issuer: Acting) => refusalAt(scenario.shipment, log, issuer);
    const laboratory = standingAs('transplant-centre/laboratory');
    expect(told(one, laboratory)).toMatchObject({ code: 'seal-differs', sentence: expect.stringContaining(withheld) });
    expect(told(one, laboratory)).toEqual(told(other, laboratory));
    const operator = standingAs('operator/coordinator');
    expect(told(one, operator)?.sentence).toContain('§');
    expect(told(one, operator)).not.toEqual(told(other, operator));
  });
});

/** What is said to a delivery under another seal, when the courier has the box. */
function refusalAt(shipment: ShipmentId, log: readonly StoredEntry[], issuer: Acting): Refusal | undefined {
  const state = after(log, log.findIndex(({ text }) => text.includes('"HandedOverToCourier"')) + 1);
  const now = state.recordedAt as Instant;
  const deliveredAt = { at: now, zone: 'UTC' as Zone };
  const data = { givenBy: 'X', takenBy: 'Y', seal: 'Z', sealDiffersReason: null, checks: [], deliveredAt };
  const statedBy = { person: 'Y', organisation: 'EXAMPLE', how: 'account' } as const;
  const command = { name: 'DeliverToCentre', data } as const;
  const issued = { shipment, id: 'key' as CommandId, command, statedBy, recordedBy: 'y', ifMatch: null, issuer };
  const prepared = prepare(issued, { state, lastHash: null, now });
  return prepared.ok ? undefined : prepared.refusal;
}

describe('the numbers on a box', () => {
  const name = 'box-hold-runs-out-on-a-delay.yaml';
  const numbers = /BOX-7|LOG-7|SEAL-0412/;

  it('are told to whoever has had it in hand, from then on, in all that they are answered but in lists', async () => {
    const { shipment } = scenarioIn(name);
    const { log } = await dryRun(scenarioIn(name));
    const knowing = async (lines: number): Promise<readonly Standing[]> => {
      const board = boardOf(shipment, after(log, lines), log.slice(0, lines));
      const told = outside.map(async (standing) => {
        expect(JSON.stringify(await board.as(standingAs(standing)).list({ view: 'all', limit: 10 }))).not.toMatch(
          numbers,
        );
        return numbers.test(await answersOf(board.as(standingAs(standing)), shipment)) ? [standing] : [];
      });
      return (await Promise.all(told)).flat();
    };
    const linesUntil = (event: string) => log.findIndex(({ text }) => text.includes(`"${event}"`)) + 1;
    const of = (part: string) => outside.filter((standing) => standing.startsWith(`${part}/`));
    expect(await knowing(linesUntil('BoxPacked') - 1)).toEqual([]);
    expect(await knowing(linesUntil('BoxPacked'))).toEqual(of('collection-centre'));
    const carried = [...of('collection-centre'), ...of('courier-company')];
    expect(await knowing(linesUntil('HandedOverToCourier'))).toEqual(carried);
    const delivered = linesUntil('DeliveredToCentre');
    expect(new Set(await knowing(delivered))).toEqual(new Set([...carried, ...of('transplant-centre')]));
  });
});

describe('what is withheld', () => {
  it('is sent back by no form', async () => {
    const scenario = scenarioIn(scenarioFiles[0] ?? '');
    const { log } = await dryRun(scenario);
    const board = boardOf(scenario.shipment, after(log, 40), log.slice(0, 40));
    for (const standing of outside) {
      const actions = await board.as(standingAs(standing)).actions(scenario.shipment);
      expect(JSON.stringify(actions?.actions.map(({ prefill }) => prefill))).not.toContain(withheld);
    }
  });
});
