import { patiently } from './patiently.js';

describe('waiting for a desk', () => {
  it('ends with its answer, or its failure', async () => {
    await expect(patiently(1_000, Promise.resolve('yes'))).resolves.toBe('yes');
    await expect(patiently(1_000, Promise.reject(new Error('shut')))).rejects.toThrow('shut');
  });

  it('ends after the time given, where it would otherwise have no end', async () => {
    await expect(patiently(20, new Promise(() => undefined))).rejects.toThrow('did not answer within 0.02 s');
  });
});
