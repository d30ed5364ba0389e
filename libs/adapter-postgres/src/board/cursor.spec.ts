import { cursorOf, forms, placeOf } from './cursor.js';

const listForms = [forms.number, forms.instantOrNever, forms.uuid];
const uuid = '0190a0c4-0000-7000-8000-000000000000';

describe('a cursor', () => {
  it.each([[[3, '2026-11-22T08:00:00.000Z', uuid]], [[0, 'infinity', uuid]]])(
    'names the place it was made from: %j',
    (place) => {
      expect(placeOf(cursorOf(place), listForms)).toEqual({ ok: true, value: place });
    },
  );

  it('is not needed at the start', () => expect(placeOf(null, listForms)).toEqual({ ok: true, value: null }));

  it.each([
    ['empty', ''],
    ['no base64 of JSON', '%%%'],
    ['of another list', cursorOf(['2026-11-22T08:00:00.000Z', '12'])],
    ['with a part of another form', cursorOf([3, 'tomorrow', uuid])],
    ['with more in a part than belongs there', cursorOf([3, 'infinity', `${uuid}' or '1'='1`])],
    ['that is no list', Buffer.from('{"length":3}').toString('base64url')],
    ['with a part that is a list', Buffer.from(JSON.stringify([[3], 'infinity', uuid])).toString('base64url')],
  ])('%s is refused', (_, cursor) => {
    expect(placeOf(cursor, listForms)).toMatchObject({ ok: false, error: { code: 'cursor-unknown' } });
  });
});
