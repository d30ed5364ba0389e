import { kindChoices, orNull, roleChoices, ruleText } from './people-words.js';

it('offers no second operator, and roles in words', () => {
  expect(kindChoices().map(([kind]) => kind)).toEqual([
    'registry',
    'collection-centre',
    'transplant-centre',
    'courier-company',
  ]);
  expect(roleChoices(['laboratory', 'administrator'])).toEqual([
    ['laboratory', 'Laboratory'],
    ['administrator', 'Administrator'],
  ]);
});

it('says a rule of letters with its source, and that one which was never read permits nothing', () => {
  const rule = {
    ...{ id: 'x', name: 'X', source: 'EXAMPLE source', mark: 'V' as const, asOf: '2026-11-23', gifts: true },
    letters: { afterInfusionMonths: 0, afterCollectionMonths: 24 },
    direct: null,
  };
  expect(ruleText(rule)).toBe(
    'Letters 24 months after the collection and once the infusion is recorded; direct contact never; small gifts. Read 2026-11-23 in EXAMPLE source.',
  );
  const atOnce = { afterInfusionMonths: null, afterCollectionMonths: null };
  expect(ruleText({ ...rule, mark: 'G', letters: atOnce, gifts: false })).toMatch(
    /^Letters at once.*no gifts.*permits nothing\.$/,
  );
});

it('takes an empty line for nothing said', () => {
  expect([undefined, '', '  ', ' a '].map(orNull)).toEqual([null, null, null, 'a']);
});
