import { orderOf } from '@cellrelay/shipment';
import type { Headers } from '../support/example-people.js';
import { papersGround, type PapersGround } from '../support/papers-ground.js';
import { leakedIn, telltalesIn } from '../support/telltales.js';

/** What is carried in a phone on a trip, over HTTP, by those who pack, take over and carry the box. */

let ground: PapersGround;
let company: Headers;
beforeAll(async () => {
  ground = await papersGround();
  company = await ground.as('courier-company', 'coordinator');
}, 120_000);
afterAll(() => ground.close());

const ask = (who = ground.api.signedIn) => ground.api.http.get(`/api/v1/shipments/${ground.shipment}/pocket`).set(who);

describe('what is carried in a phone', () => {
  it('has the codes to check and the sentences to show, kept by no cache on the way', async () => {
    const { body, headers } = await ask(company).expect(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.codes.map(({ of, kind }: { of: string; kind: string }) => `${of} ${kind}`)).toEqual([
      ...['bag 1 din', 'bag 1 product', 'box box'],
    ]);
    expect(body.missing).toEqual([]);
    expect(body.officer.length).toBeGreaterThan(0);
    for (const { at, sentences } of body.officer) {
      expect(at.length).toBeGreaterThan(0);
      expect(sentences.map(({ about }: { about: string }) => about)).toEqual(
        expect.arrayContaining(['security.banner', 'security.request', 'cells.what', 'emergency.call']),
      );
    }
  });

  it('tells nothing of donor and recipient, nor of the centres, whoever asks', async () => {
    const shipment = await ground.api.database.shipments.load(ground.shipment);
    const telltales = telltalesIn(shipment && orderOf(shipment).details);
    expect(telltales.length).toBeGreaterThan(5);
    for (const who of [ground.api.signedIn, company]) {
      const { text } = await ask(who).expect(200);
      expect(leakedIn(text, telltales)).toEqual([]);
    }
  });

  it('is for whoever packs and carries: the centre reads no sentences, the other side nothing', async () => {
    for (const role of ['coordinator', 'laboratory'] as const) {
      const { body } = await ask(await ground.as('collection-centre', role)).expect(200);
      expect([body.codes.length > 0, body.officer]).toEqual([true, []]);
    }
    await ask(await ground.as('transplant-centre', 'coordinator')).expect(403);
    await ask(await ground.as('collection-centre', 'physician')).expect(403);
  });
});
