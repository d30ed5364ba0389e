import { markHere, noted, spanned } from './spans.js';

describe('work under a span, where no traces are kept', () => {
  it('is done, and answers or fails as it does', async () => {
    const answer = await spanned('work', { facts: { shipment: 's', left: undefined } }, (note) => {
      note({ outcome: 'well' });
      noted({ outcome: 'well' });
      return Promise.resolve(7);
    });
    expect(answer).toBe(7);
    const broken = spanned('work', { facts: {}, how: 'begins', after: 'no mark' }, () =>
      Promise.reject(new Error('x')),
    );
    await expect(broken).rejects.toThrow('x');
  });

  it('leaves no mark', async () => {
    expect(await spanned('work', { facts: {} }, () => Promise.resolve(markHere()))).toBeUndefined();
  });
});
