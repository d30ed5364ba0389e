import { commandStages, systemCommandNames } from '../commands.js';
import type { Holder } from './holders.js';
import { kindOfPart, namedParts } from './parties.js';
import { mayAsk, questionRights, seeing } from './questions.js';
import { commandRights, mayGiveWord, mayIssue } from './rights.js';
import { rightsTable } from './rights-table.js';
import { rolesOf } from './standing.js';
import { possibleStandings, standings, standingsAmong, type Someone } from './standings.js';

const holders: readonly Holder[] = [
  { part: 'donor-registry', holder: 'r1' },
  { part: 'courier-company', holder: 'k1' },
  { part: 'substitute', holder: 'courier-02' },
];

function someone(more: Partial<Someone>): Someone {
  return { role: 'coordinator', organisation: { id: 'r1', kind: 'registry' }, courier: null, ...more };
}

describe('standings', () => {
  it('are the roles of each part, and no others', () => {
    const ofParts = namedParts.flatMap((part) => rolesOf[kindOfPart[part]].map((role) => `${part}/${role}`));
    expect([...standings].sort()).toEqual([...rolesOf.operator.map((role) => `operator/${role}`), ...ofParts].sort());
  });

  it('of a registry may be on either side, until a shipment says on which', () => {
    expect(possibleStandings(someone({}))).toEqual(['donor-registry/coordinator', 'patient-registry/coordinator']);
    expect(standingsAmong(someone({}), holders)).toEqual(['donor-registry/coordinator']);
  });

  it('are none in a shipment that does not name the organisation, nor in a role that its kind does not have', () => {
    expect(standingsAmong(someone({ organisation: { id: 'r2', kind: 'registry' } }), holders)).toEqual([]);
    expect(standingsAmong(someone({ role: 'laboratory' }), holders)).toEqual([]);
  });

  it('of a courier are by their own nomination, whatever their company is, and of an organisation never by a courier’s id', () => {
    const organisation = { id: 'k1', kind: 'courier-company' } as const;
    const courier = (id: string | null) => someone({ role: 'courier', organisation, courier: id });
    expect(standingsAmong(courier('courier-02'), holders)).toEqual(['courier-company/courier']);
    expect(standingsAmong(courier('courier-03'), holders)).toEqual([]);
    expect(standingsAmong(courier(null), holders)).toEqual([]);
    expect(standingsAmong(someone({ organisation: { id: 'courier-02', kind: 'courier-company' } }), holders)).toEqual(
      [],
    );
  });

  it('of the operator’s people are in every shipment', () =>
    expect(standingsAmong(someone({ organisation: { id: 'o1', kind: 'operator' } }), [])).toEqual([
      'operator/coordinator',
    ]));
});

describe('rights', () => {
  it('are said of every command of people, and of none of the system', () => {
    const people = Object.keys(commandStages).filter(
      (name) => !(systemCommandNames as readonly string[]).includes(name),
    );
    expect(Object.keys(commandRights).sort()).toEqual(people.sort());
    expect(systemCommandNames.some((name) => mayIssue(standings, name))).toBe(false);
    expect(mayIssue(standings, 'toString')).toBe(false);
  });

  it('let the operator’s coordinator issue every one, an auditor and an administrator none', () => {
    const issued = (...held: Parameters<typeof mayIssue>[0]) =>
      Object.keys(commandRights).filter((name) => mayIssue(held, name)).length;
    expect(issued('operator/coordinator')).toBe(Object.keys(commandRights).length);
    const others = standings.filter((standing) => /\/(auditor|administrator|screener)$/.test(standing));
    expect(issued(...others)).toBe(0);
  });

  it('keep each side from the other’s', () => {
    expect(mayIssue(['collection-centre/laboratory'], 'RecordCellCount')).toBe(true);
    expect(mayIssue(['transplant-centre/laboratory'], 'RecordCellCount')).toBe(false);
    expect(mayIssue(['donor-registry/physician'], 'ClearDonor')).toBe(true);
    expect(mayIssue(['patient-registry/physician'], 'ClearDonor')).toBe(false);
  });

  it('let nobody decide on another’s word', () => {
    expect(mayGiveWord(['transplant-centre/physician'], 'transplant-physician')).toBe(true);
    expect(mayGiveWord(['collection-centre/physician'], 'transplant-physician')).toBe(false);
    expect(mayGiveWord(['operator/coordinator'], 'other')).toBe(true);
    expect(mayGiveWord(['collection-centre/physician'], 'constructor')).toBe(false);
  });

  it('let nobody ask what is not in the table, and administrators see no shipment', () => {
    expect(mayAsk(standings, 'constructor')).toBe(false);
    expect(mayAsk(['courier-company/courier'], 'getLog')).toBe(false);
    expect(seeing(['operator/administrator', 'courier-company/courier'])).toEqual(['courier-company/courier']);
    expect(questionRights.getLog).toEqual(['operator/coordinator', 'operator/auditor']);
  });

  it('stand in the table for people, a row a standing', () =>
    expect(rightsTable().split('\n')).toHaveLength(standings.length + 4));
});
