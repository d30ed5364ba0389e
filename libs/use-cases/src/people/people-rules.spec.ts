import { roleFault, runsInstance } from './people-rules.js';

const at = (kind: 'operator' | 'registry') => ({ id: '1', name: 'EXAMPLE', kind });

describe('who looks after people', () => {
  it('is of everybody the operator’s administrator', () => {
    expect(runsInstance({ role: 'administrator', organisation: at('operator') })).toBe(true);
    expect(runsInstance({ role: 'administrator', organisation: at('registry') })).toBe(false);
    expect(runsInstance({ role: 'coordinator', organisation: at('operator') })).toBe(false);
  });
});

describe('a role', () => {
  it.each([
    ['operator', 'laboratory', null, 'role-not-there'],
    ['transplant-centre', 'laboratory', null, null],
    ['transplant-centre', 'courier', 'c-1', 'role-not-there'],
    ['courier-company', 'courier', null, 'courier-missing'],
    ['courier-company', 'courier', 'c-1', null],
    ['courier-company', 'coordinator', 'c-1', 'courier-not-apt'],
  ] as const)('at an organisation of kind %s, %s with courier %s: %s', (kind, role, courier, fault) => {
    expect(roleFault(kind, { role, courier })).toBe(fault);
  });
});
