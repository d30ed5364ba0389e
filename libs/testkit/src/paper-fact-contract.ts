import { paperFactIn, type NewPaperFact, type PaperFactBodies, type PaperFactStore } from '@cellrelay/use-cases';

/** A store to be held to its promises, with what its audit record was told of one thing. */
export interface PaperFactsUnderTest {
  readonly store: PaperFactStore;
  audited(about: string): Promise<readonly string[]>;
}

const by = { account: 'coordinator', organisation: 'a0000000-0000-4000-8000-0000000000c0' };
const passport = (number: string): PaperFactBodies['passport'] => ({
  passport: { number, country: 'US', validUntil: '2031-01-31' as never },
  holder: 'EXAMPLE كاتب 𠮷田',
});
const entry = (about: string, number = 'X0000001'): NewPaperFact<'passport'> => ({
  ...{ kind: 'passport', about, body: passport(number), goesWith: {} },
  audit: { about, fields: ['country', 'number'] },
});

/** What PaperFactStore promises, whoever keeps it. */
export function paperFactContract(name: string, open: () => Promise<PaperFactsUnderTest>): void {
  describe(`${name} keeps the contract of what is entered for papers`, () => {
    let under: PaperFactsUnderTest;
    beforeAll(async () => (under = await open()));

    it('answers the newest entry of each record that has one, as it was entered, in any script', async () => {
      const { store } = under;
      const key = { kind: 'passport', about: 'c-1' } as const;
      expect(await store.newest([key])).toEqual([]);
      expect(await store.enter(by, entry('c-1'), 0)).toMatchObject({ revision: 1, by: 'coordinator' });
      await store.enter(by, entry('c-1', 'X0000002'), 1);
      await store.enter(by, entry('c-2'), 0);
      const kept = await store.newest([key, { kind: 'passport', about: 'c-2' }, { kind: 'postal', about: 'c-1' }]);
      expect(kept.map(({ about, revision }) => [about, revision]).sort()).toEqual([
        ['c-1', 2],
        ['c-2', 1],
      ]);
      expect(paperFactIn(kept, key)).toMatchObject({ ...key, body: passport('X0000002'), revision: 2 });
      expect(await store.newest([])).toEqual([]);
    });

    it('keeps nothing on another revision than stands, neither as the first nor beyond', async () => {
      const { store } = under;
      expect(await store.enter(by, entry('c-3'), 1)).toBeNull();
      await store.enter(by, entry('c-3'), 0);
      for (const revision of [0, 2]) expect(await store.enter(by, entry('c-3', 'X0000009'), revision)).toBeNull();
      const [kept] = await store.newest([{ kind: 'passport', about: 'c-3' }]);
      expect(kept).toMatchObject({ revision: 1, body: passport('X0000001') });
      expect(await under.audited('c-3')).toHaveLength(1);
    });

    it('of many at once on one revision lets one in, and tells the audit record of that one which fields', async () => {
      const numbers = Array.from({ length: 8 }, (_, index) => `X000010${index}`);
      const made = await Promise.all(numbers.map((number) => under.store.enter(by, entry('c-4', number), 0)));
      const [first, ...others] = made.filter((each) => each !== null);
      expect(others).toEqual([]);
      expect(await under.store.newest([{ kind: 'passport', about: 'c-4' }])).toEqual([first]);
      expect(await under.audited('c-4')).toEqual(['country, number']);
    });
  });
}
