import { aloud, textOf } from './spoken.js';

const message = { subject: 'Late.', lines: ['x'.repeat(1_000)], links: [{ label: 'Act', path: '/shipments/1' }] };

describe('a message for a telephone', () => {
  it('is cut to what networks carry, and never its place on the board', () => {
    const text = textOf(message, 'https://relay.example.org');
    expect([text.length, text.endsWith('... https://relay.example.org/shipments/1')]).toEqual([459, true]);
    expect(textOf({ ...message, lines: [] }, null)).toBe('Late.');
  });

  it('is read aloud without addresses', () => {
    expect(aloud({ ...message, lines: ['The courier is late.'] })).toBe('Late. The courier is late.');
  });
});
