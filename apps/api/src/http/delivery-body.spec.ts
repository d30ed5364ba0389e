import { mostReadings } from '@cellrelay/use-cases';
import { explainDelivery, isDelivery, readDelivery } from './delivery-body.js';

const read = (text: string) => readDelivery(Buffer.from(text, 'utf8'));

describe('a delivery of readings', () => {
  it('is told by its address, however it is asked', () => {
    expect(isDelivery({ method: 'POST', url: '/api/v1/readings' })).toBe(true);
    expect(isDelivery({ method: 'POST', url: '/api/v1/readings?x=1' })).toBe(true);
    for (const other of [
      { method: 'GET', url: '/api/v1/readings' },
      { method: 'POST', url: '/api/v1/readings/' },
      { method: 'POST', url: '/api/v1/session' },
    ])
      expect(isDelivery(other)).toBe(false);
  });

  it('is read though a device writes what JSON has no word for', () => {
    expect(read('[NaN, -Infinity, Infinity, 4.5]')).toEqual({ ok: true, value: ['NaN', '-Infinity', 'Infinity', 4.5] });
    expect(read('["NaN", "a \\" NaN", "NaNo"]')).toEqual({ ok: true, value: ['NaN', 'a " NaN', 'NaNo'] });
  });

  it.each(['[NaNo]', '["unended NaN', '{"a": 1, "a": 2}', ''])('is none as %j', (text) => {
    expect(read(text)).toMatchObject({ ok: false });
  });

  it('that holds no UTF-8 is none', () => {
    expect(readDelivery(Buffer.from([0x22, 0xff, 0x22]))).toMatchObject({
      ok: false,
      error: { code: 'body-not-json' },
    });
  });

  it('takes no longer than its length, whatever it holds', () => {
    // By its square this would take hours.
    expect(read(`["${'\\"'.repeat(200_000)}`)).toMatchObject({ ok: false });
  });

  it('that is too long is told how many readings come at once', () => {
    const said = explainDelivery('entity.too.large');
    expect(said?.sentence).toContain('none was kept. Send them in parts, at most 10,000 at once');
    expect(said?.allowed).toEqual([String(mostReadings)]);
    expect(explainDelivery('encoding.unsupported')).toBeUndefined();
  });
});
