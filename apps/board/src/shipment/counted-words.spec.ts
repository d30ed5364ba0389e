import { countedSaid } from './counted-words.js';

describe('how a day was counted', () => {
  it('is said with countries by their names, and apart from whose calendar it is', () => {
    const basis =
      '1 working day of US before 2024-09-04. Not worked: 2024-09-02 EXAMPLE Day. Calendar: EXAMPLE 1 (a collection).';
    expect(countedSaid(basis)).toEqual({
      said: '1 working day of the United States before 2024-09-04. Not worked: 2024-09-02 EXAMPLE Day.',
      calendar: 'Calendar: EXAMPLE 1 (a collection).',
    });
  });

  it('is said of a day that no calendar counted', () => {
    expect(countedSaid('2 working days of KR before 2024-09-04.')).toEqual({
      said: '2 working days of South Korea before 2024-09-04.',
      calendar: '',
    });
  });
});
