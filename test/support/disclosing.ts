import type request from 'supertest';
import type { IdentityGround, Person } from './identity-ground.js';

type Method = 'get' | 'put' | 'delete' | 'post';

/** A recipient's name for a product label, let the donor's registry read. */
export const label = {
  document: 'product-label',
  fields: ['name'],
  reader: 'donor-registry',
  basis: 'registry-rule',
  citation: 'NMDP, Product Labeling Quick Guide',
  rule: 'nmdp-label-recipient',
  days: 30,
};

/** Their name and contact, on a consent. */
export const release = {
  ...{ document: 'release-of-names', fields: ['contact', 'name'], reader: 'donor-registry', basis: 'consent' },
  ...{ citation: 'EXAMPLE Qzvconsent of both', days: 7 },
};

export const recipient = {
  ...{ name: 'EXAMPLE Qzvpatient', birthDate: '1980-02-03', address: 'Qzvstreet 1', contact: 'qzv@example.org' },
};

/** What people do with disclosures, over HTTP. */
export class Disclosing {
  constructor(private readonly ground: IdentityGround) {}

  ask(method: Method, who: Person, at: string, head: Record<string, string> = {}): request.Test {
    return this.ground.api.http[method](`/api/v1/shipments/${at}`).set(this.ground.as(who)).set(head);
  }

  /** A shipment with its recipient on record; answers its id. */
  async withRecipient(number: number): Promise<string> {
    const shipment = await this.ground.open(number);
    const none = { 'If-None-Match': '*' };
    await this.ask('put', 'transplanter', `${shipment}/identities/R1`, none).send(recipient).expect(200);
    return shipment;
  }

  /** Asked for by the transplant centre's physician; answers its id. */
  async asked(shipment: string, wish: object = label): Promise<string> {
    const answer = await this.ask('post', 'transplanter', disclosures(shipment)).send(wish).expect(201);
    return (answer.body as { id: string }).id;
  }

  /** And approved by their colleague. */
  async approved(shipment: string, wish: object = label): Promise<string> {
    const id = await this.asked(shipment, wish);
    await this.ask('post', 'treating', `${disclosures(shipment)}/${id}/approval`)
      .send({})
      .expect(200);
    return id;
  }

  /** Erases the recipient as first recorded: one asks, their colleague does it. */
  async erase(shipment: string): Promise<void> {
    for (const who of ['transplanter', 'treating'] as const)
      await this.ask('post', who, `${shipment}/identities/R1/erasure`, { 'If-Match': '"1"' })
        .send({ reason: 'recorded-by-mistake' })
        .expect(200);
  }

  read(shipment: string, who: Person = 'registrar', document = 'product-label'): request.Test {
    return this.ask('get', who, `${shipment}/disclosed/R1/${document}`);
  }

  async stateOf(shipment: string, id: string): Promise<string> {
    const answer = await this.ask('get', 'transplanter', disclosures(shipment)).expect(200);
    const { items } = answer.body as { items: { id: string; state: string }[] };
    return items.find((each) => each.id === id)?.state ?? 'not told';
  }

  async idOf(organisation: string): Promise<string> {
    const text = 'select id from cellrelay.organisation where name = $1';
    return (await this.ground.owner.query<{ id: string }>(text, [`EXAMPLE ${organisation}`])).rows[0]!.id;
  }

  /** Names another organisation for that part, or none, as the operator's coordinator does. */
  async name(shipment: string, part: string, organisation: string | null): Promise<void> {
    const answer = await this.ask('get', 'operator', shipment).expect(200);
    const { stageRevisions } = answer.body as { stageRevisions: { order: number } };
    const head = {
      'Idempotency-Key': `name-${part}-${(this.named += 1)}`,
      'If-Match': `"${stageRevisions.order}"`,
    };
    await this.ask('post', 'operator', `${shipment}/commands/NameParty`, head).send({ part, organisation }).expect(200);
  }

  private named = 0;
}

/** Where somebody's disclosures are. */
export function disclosures(shipment: string, subject = 'R1'): string {
  return `${shipment}/identities/${subject}/disclosures`;
}
