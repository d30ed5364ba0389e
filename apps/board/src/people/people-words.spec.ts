import { kindChoices, orNull, roleChoices } from './people-words.js';

it('offers no second operator, and roles in words', () => {
  expect(kindChoices.map(([kind]) => kind)).toEqual([
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

it('takes an empty line for nothing said', () => {
  expect([undefined, '', '  ', ' a '].map(orNull)).toEqual([null, null, null, 'a']);
});
