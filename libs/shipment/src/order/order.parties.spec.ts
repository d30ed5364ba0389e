import { evolveOrder, initialOrder } from './order.evolve.js';
import { namingProblem, withParty, type NameParty, type PartyNamed } from './order.parties.js';

const registry = { id: 'r1', name: 'EXAMPLE Registry', kind: 'registry' } as const;
const named = { 'donor-registry': { id: 'r1', name: 'EXAMPLE Registry' } };
const naming = (
  part: NameParty['data']['part'],
  organisation: NameParty['data']['organisation'],
): NameParty['data'] => ({ part, organisation });

function partyNamed(data: PartyNamed['data']): PartyNamed {
  return {
    type: 'PartyNamed',
    v: 1,
    stage: 'order',
    occurredAt: { at: '2026-11-26T12:00:00.000Z', zone: 'UTC' },
    data,
  } as PartyNamed;
}

describe('naming a party', () => {
  it('takes an organisation of the right kind, another in its place, and nobody where somebody was', () => {
    expect(namingProblem(naming('donor-registry', registry), {})).toBeUndefined();
    expect(namingProblem(naming('donor-registry', { ...registry, id: 'r2' }), named)).toBeUndefined();
    expect(namingProblem(naming('donor-registry', null), named)).toBeUndefined();
  });

  it.each([
    ['organisation-of-another-kind', naming('collection-centre', registry), {}],
    ['party-named-already', naming('donor-registry', registry), named],
    ['party-on-other-side', naming('patient-registry', registry), named],
    ['no-party-named', naming('patient-registry', null), named],
  ])('refuses: %s', (code, asked, before) => {
    expect(namingProblem(asked, before)).toMatchObject({ code, at: '/organisation' });
  });

  it('leaves the others where they are', () => {
    const other = { id: 'c1', name: 'EXAMPLE Centre' };
    const both = withParty(named, partyNamed({ part: 'collection-centre', organisation: other }));
    expect(both).toEqual({ ...named, 'collection-centre': other });
    expect(withParty(both, partyNamed({ part: 'donor-registry', organisation: null }))).toEqual({
      'collection-centre': other,
    });
  });

  it('stands in the order', () => {
    const organisation = { id: 'r1', name: 'EXAMPLE Registry' };
    const event = partyNamed({ part: 'donor-registry', organisation });
    expect(evolveOrder(initialOrder, event, event.occurredAt.at).organisations).toEqual(named);
  });
});
