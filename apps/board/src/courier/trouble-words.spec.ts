import { wordsFor } from './trouble-words.js';

const demand = { command: 'RecordXrayDemanded', subject: 'Beijing' };
const deviation = { command: 'OpenDeviation', subject: null };

describe('the words of a trouble', () => {
  it('are no more than is known where the courier said none', () => {
    expect(wordsFor('xray-demanded', demand, ' ').by).toBe('Airport security (Beijing)');
    expect(wordsFor('leak', deviation, '').reason).toBe(
      'Leak of a bag reported by the courier on the way. No details told yet.',
    );
  });

  it('are the courier’s own, beside whoever demands an X-ray too, as far as the API takes them there', () => {
    expect(wordsFor('leak', deviation, ' wet seam ').reason).toBe('wet seam');
    expect(wordsFor('xray-demanded', demand, 'shift leader').by).toBe('Airport security (Beijing): shift leader');
    expect(wordsFor('xray-demanded', demand, 'x'.repeat(200)).by).toHaveLength(120);
  });

  it('say what it was where it is recorded as a deviation', () => {
    expect(wordsFor('xray-demanded', deviation, 'shift leader').reason).toBe(
      'Demand to X-ray the box reported by the courier on the way: shift leader',
    );
  });
});
