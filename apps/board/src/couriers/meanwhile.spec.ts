import { formOf } from '../act/form-model.js';
import type { Courier } from '../api/types.js';
import { freeId, movedOnto, recordDrafts } from './meanwhile.js';

const fields = formOf({
  type: 'object',
  required: ['company', 'phone'],
  properties: {
    company: { type: 'string', title: 'Company' },
    phone: { type: 'string', title: 'Telephone' },
    languages: { type: 'array', items: { type: 'string' }, title: 'Languages' },
  },
});
const read: Courier = {
  id: 'pool-1',
  revision: 1,
  name: 'EXAMPLE K. Pool',
  company: 'EXAMPLE Couriers',
  phone: '+49 30 5555 0101',
  basedIn: null,
  trainedUntil: '2027-06-30',
  passports: [{ country: 'DE', validUntil: '2031-01-31' }],
  visas: [],
  restUntil: null,
  languages: ['en'],
};
const typed = { ...recordDrafts(fields, read), company: 'EXAMPLE Mine' };

describe('a form whose record somebody else has written meanwhile', () => {
  it('takes over what was not touched here, and says so', () => {
    const moved = movedOnto(fields, typed, { read, standing: { ...read, languages: ['en', 'de'] } });
    expect(moved).toEqual({
      drafts: { company: 'EXAMPLE Mine', phone: read.phone, languages: ['en', 'de'] },
      differing: [{ label: 'Languages', standing: 'English, German', typedStays: false }],
    });
  });

  it('keeps what was typed where both have changed the same, and shows what stands', () => {
    const moved = movedOnto(fields, typed, { read, standing: { ...read, company: 'EXAMPLE Theirs' } });
    expect(moved.drafts['company']).toBe('EXAMPLE Mine');
    expect(moved.differing).toEqual([{ label: 'Company', standing: 'EXAMPLE Theirs', typedStays: true }]);
  });

  it('has nothing to say where both have typed the same', () => {
    expect(movedOnto(fields, typed, { read, standing: { ...read, company: 'EXAMPLE Mine' } }).differing).toEqual([]);
  });
});

describe('the id of a new record', () => {
  it.each([
    ['of its name', [], 'k-pool'],
    ['numbered for a namesake', ['k-pool'], 'k-pool-2'],
    ['numbered on', ['k-pool', 'k-pool-2'], 'k-pool-3'],
  ])('is %s', (_, taken, id) => {
    expect(freeId('K. Pool', taken)).toBe(id);
  });
});
