import type { Plan } from '../api/types.js';
import { changedText, countText, endText, factText, issueText, kindText, occasionText } from './paper-words.js';

const plans = [
  { legs: [{ flight: { from: { iata: 'PEK', city: 'Beijing' }, to: { iata: 'ORD', city: 'Chicago' } } }] },
] as unknown as readonly Plan[];

describe('papers in words', () => {
  it.each([
    ['security-letter', 'PEK', 'Beijing (PEK)'],
    ['security-letter', 'XYZ', 'XYZ'],
    ['security-letter', 'PEK-UA 888', 'Beijing (PEK), flight UA 888'],
    ['airline-letter', 'XX985', 'Flight XX985'],
    ['airline-letter', 'UA 888-SFO', 'Flight UA 888 from SFO'],
    ['customs-declaration', 'CN-export-PEK', 'Leaving China at PEK'],
    ['contents-statement', 'US-import-ORD', 'Entering United States at ORD'],
    ['customs-declaration', 'of another form', 'of another form'],
    ['application-data-sheet', 'CN-export-PEK-cn-permit', 'Leaving China at PEK, by cn-permit'],
    ['application-data-sheet', 'US-import-to-ask', 'Entering United States'],
    ['emergency-card', 'DE', 'Germany'],
    ['hand-over-form', 'pick-up', 'Pick-up'],
    ['product-document', '=A9999-S1', 'Bag =A9999-S1'],
    ['visa-letter', 'substitute-US', 'Substitute, for United States'],
    ['spear-draft', 'D1', 'Deviation D1'],
    ['transport-plan', null, null],
  ] as const)('%s of %s is %s', (kind, of, words) => {
    expect(occasionText({ kind, of }, plans)).toBe(words);
  });

  it('have the names that rules call them by, and their own where none does', () => {
    expect(kindText('security-letter')).toBe('Letter to airport security');
    expect(kindText('unheard-of')).toBe('Unheard-of');
  });

  it('say what changed', () => {
    expect(changedText([])).toBeNull();
    expect(changedText(['legs'])).toBe('flights');
    expect(changedText(['legs', 'courier', 'box'])).toBe('flights, courier and box');
    expect(factText('somethingNew')).toBe('something new');
  });

  it('say how one ended', () => {
    const ended = (standing: 'superseded' | 'withdrawn', changed: string[], replaced: boolean) =>
      endText({ standing, changed, replaced });
    expect(ended('withdrawn', [], false)).toBe('withdrawn');
    expect(ended('superseded', [], true)).toBe('replaced by a newer one');
    expect(ended('superseded', [], false)).toBe('no longer needed');
    expect(ended('superseded', ['legs'], false)).toBe('outdated, changed: flights');
  });

  it('count what is there and leave out what is not', () => {
    expect(countText({ valid: 9, outdated: 2, withdrawn: 0, 'to-issue': 0, lacking: 3, 'not-needed': 1 })).toBe(
      '2 outdated, 3 cannot be made, 9 valid, 1 no longer needed',
    );
  });

  it.each([
    ['reissue', 'Reissue 2 outdated'],
    ['issue', 'Issue all that can be made (2)'],
    ['issue-rest', 'Issue the rest (2)'],
  ] as const)('%s is on the button', (act, words) => {
    expect(issueText({ act, references: ['a', 'b'] })).toBe(words);
  });
});
