import { backingProblem } from './backing.js';

const statedBy = { person: 'EXAMPLE B. Recorder', organisation: 'EXAMPLE Office', how: 'account' } as const;
const backed = (role: 'collection-physician' | 'transplant-physician') => ({
  wordOf: { role, person: 'EXAMPLE G. Physician' },
  confirmedBy: null,
});

describe('what is said against the backing of a decision', () => {
  it('names decisions and roles in words, never by their keys', () => {
    const alone = backingProblem('cryopreserve-at-origin', backed('transplant-physician'), statedBy);
    expect(alone).toMatchObject({ code: 'second-person-needed', at: '/confirmedBy' });
    expect(alone?.sentence).toContain('The decision to cryopreserve at origin is grave');
    const others = backingProblem('cryopreserve-at-origin', backed('collection-physician'), statedBy);
    expect(others?.sentence).toBe(
      'The decision to cryopreserve at origin needs the word of the transplant physician, not of the collection physician.',
    );
  });
});
