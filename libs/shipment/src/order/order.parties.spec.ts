import { evolveOrder, initialOrder } from './order.evolve.js';
import { namingProblem, withParty, type NamedParties, type NameParty, type PartyNamed } from './order.parties.js';

const registry = { id: 'r1', name: 'EXAMPLE Registry', kind: 'registry', example: false } as const;
const named = { 'donor-registry': { id: 'r1', name: 'EXAMPLE Registry' } };
const naming = (
  part: NameParty['data']['part'],
  organisation: NameParty['data']['organisation'],
): NameParty['data'] => ({ part, organisation });

const real = (organisations: NamedParties = {}) => ({
  organisations,
  formerParties: [],
  details: { example: false },
});

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
    const both = withParty(real(named), partyNamed({ part: 'collection-centre', organisation: other }));
    expect(both.organisations).toEqual({ ...named, 'collection-centre': other });
    const one = withParty(both, partyNamed({ part: 'donor-registry', organisation: null }));
    expect(one.organisations).toEqual({ 'collection-centre': other });
  });

  it('stands in the order', () => expect(after(['donor-registry', 'r1']).organisations).toEqual(named));
});

/** The order after these namings, one after the other. */
function after(...namings: readonly (readonly [NameParty['data']['part'], string | null])[]) {
  return namings.reduce((state, [part, id]) => {
    const organisation = id === null ? null : { id, name: 'EXAMPLE Registry' };
    const event = partyNamed({ part, organisation });
    return evolveOrder(state, event, event.occurredAt.at);
  }, initialOrder);
}

describe('whoever stood on one side', () => {
  const onTheOther = { code: 'party-was-on-other-side', at: '/organisation' };

  it.each([
    ['replaced', after(['donor-registry', 'r1'], ['donor-registry', 'r2'])],
    ['taken out', after(['donor-registry', 'r1'], ['donor-registry', null])],
    [
      'replaced twice',
      after(['donor-registry', 'r1'], ['donor-registry', 'r2'], ['donor-registry', 'r1'], ['donor-registry', 'r3']),
    ],
  ])('is not named on the other once %s: it may know of the first', (_how, state) => {
    expect(namingProblem(naming('patient-registry', registry), state)).toMatchObject(onTheOther);
  });

  it('is named there again, and others anywhere', () => {
    const state = after(['donor-registry', 'r1'], ['donor-registry', 'r2']);
    const back = { ...real(state.organisations), formerParties: state.formerParties };
    expect(namingProblem(naming('donor-registry', registry), back)).toBeUndefined();
    expect(namingProblem(naming('patient-registry', { ...registry, id: 'r3' }), back)).toBeUndefined();
  });

  it('is kept once, however often it came and went', () => {
    const often = after(
      ...(['r1', 'r2', 'r1', null, 'r1', 'r2', null] as const).map((id) => ['donor-registry', id] as const),
    );
    expect(often.formerParties).toEqual([
      { part: 'donor-registry', id: 'r1' },
      { part: 'donor-registry', id: 'r2' },
    ]);
  });

  it('stands on both where a log has it so already', () => {
    const state = after(['donor-registry', 'r1'], ['donor-registry', null], ['patient-registry', 'r1']);
    expect(state.organisations).toEqual({ 'patient-registry': named['donor-registry'] });
  });
});
