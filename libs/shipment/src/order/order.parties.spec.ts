import { evolveOrder, initialOrder } from './order.evolve.js';
import { namingProblem, withParty, type NamedParties, type NameParty, type PartyNamed } from './order.parties.js';

const registry = { id: 'r1', name: 'EXAMPLE Registry', kind: 'registry', example: false } as const;
const named = { 'donor-registry': { id: 'r1', name: 'EXAMPLE Registry' } };
const naming = (
  part: NameParty['data']['part'],
  organisation: NameParty['data']['organisation'],
): NameParty['data'] => ({ part, organisation });

const real = (organisations: NamedParties = {}) => ({ organisations, details: { example: false } });

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
    expect(namingProblem(naming('donor-registry', registry), real())).toBeUndefined();
    expect(namingProblem(naming('donor-registry', { ...registry, id: 'r2' }), real(named))).toBeUndefined();
    expect(namingProblem(naming('donor-registry', null), real(named))).toBeUndefined();
  });

  it.each([
    ['organisation-of-another-kind', naming('collection-centre', registry), {}],
    ['party-named-already', naming('donor-registry', registry), named],
    ['party-on-other-side', naming('patient-registry', registry), named],
    ['no-party-named', naming('patient-registry', null), named],
  ])('refuses: %s', (code, asked, before) => {
    expect(namingProblem(asked, real(before))).toMatchObject({ code, at: '/organisation' });
  });

  it('keeps examples and what is real apart, either way', () => {
    const invented = { ...registry, example: true };
    const example = { ...real(), details: { example: true } };
    const refused = { code: 'organisation-of-examples', at: '/organisation' };
    expect(namingProblem(naming('donor-registry', invented), real())).toMatchObject(refused);
    expect(namingProblem(naming('donor-registry', registry), example)).toMatchObject(refused);
    expect(namingProblem(naming('donor-registry', invented), example)).toBeUndefined();
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
