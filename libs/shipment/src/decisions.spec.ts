import { backingProblem } from './backing.js';
import { decisionRules, type DecisionName } from './decisions.js';
import type { StatedBy } from './stage.js';

const statedBy: StatedBy = { person: 'Coordinator', organisation: 'EXAMPLE Registry', how: 'telephone' };
const confirmedBy = { person: 'Dr Second', organisation: 'EXAMPLE Centre' };
const roles = ['collection-physician', 'transplant-physician', 'patient-registry', 'rule'] as const;
const codeOf = (
  decision: DecisionName,
  role: (typeof roles)[number],
  second: typeof confirmedBy | null = confirmedBy,
  person = 'Dr Example',
) => backingProblem(decision, { wordOf: { role, person }, confirmedBy: second }, statedBy)?.code;

describe('whose word a decision needs', () => {
  it.each(Object.keys(decisionRules) as DecisionName[])('%s: the roles of its row and no other', (decision) => {
    const taken = roles.filter((role) => codeOf(decision, role) === undefined);
    expect(taken).toEqual(roles.filter((role) => decisionRules[decision].roles.includes(role)));
    expect(decisionRules[decision].allowedWhen).not.toBe('');
  });

  it('names the person', () => expect(codeOf('accept-less', 'transplant-physician', null, ' ')).toBe('text-missing'));
});

describe('a second person', () => {
  const grave = (Object.keys(decisionRules) as DecisionName[]).filter((decision) => decisionRules[decision].grave);

  it('is needed for what cannot be taken back', () =>
    expect(grave).toEqual(['stop', 'cryopreserve-at-origin', 'divert', 'return']));

  it.each(grave)('%s: is another than the one whose word it is and than the one who states it', (decision) => {
    const said = (second: typeof confirmedBy | null) => codeOf(decision, 'transplant-physician', second);
    expect(said(confirmedBy)).toBeUndefined();
    expect(said(null)).toBe('second-person-needed');
    expect(said({ ...confirmedBy, person: 'dr example ' })).toBe('second-person-needed');
    expect(said({ ...confirmedBy, person: 'COORDINATOR' })).toBe('second-person-needed');
    expect(said({ ...confirmedBy, person: ' ' })).toBe('second-person-needed');
    expect(said({ ...confirmedBy, organisation: '' })).toBe('second-person-needed');
  });

  it('is not asked for otherwise', () => expect(codeOf('accept-less', 'transplant-physician', null)).toBeUndefined());
});
