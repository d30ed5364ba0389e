import { exampleShipment, issuingGround } from '@cellrelay/testkit';
import { leftOutOf } from './left-out.js';

const id = exampleShipment();

async function ofPlan() {
  const ground = await issuingGround();
  await ground.give('k');
  const shipment = (await ground.store.load(id))!;
  const [plan] = await ground.making.all({ id, shipment }, ground.clock.at);
  return { shipment, plan: plan! };
}

const kinds = (papers: readonly { readonly kind: string }[]) => new Set(papers.map(({ kind }) => kind));

describe('what a pack is without', () => {
  it('is told as far as its reader may hold it', async () => {
    const { shipment, plan } = await ofPlan();
    const told = leftOutOf(shipment, plan, { holds: (kind) => kind === 'security-letter' });
    expect([...kinds(told.notIssued)]).toEqual(['security-letter']);
    const all = kinds(leftOutOf(shipment, plan, { holds: () => true }).notIssued);
    expect(all).toContain('transport-plan');
    expect(all).not.toContain('product-document');
  });

  it('is nothing that was for the way, once the box is delivered', async () => {
    const { shipment, plan } = await ofPlan();
    const handoff = { ...shipment.stages['courier-handoff'], deliveredAt: shipment.recordedAt as never };
    const delivered = { ...shipment, stages: { ...shipment.stages, 'courier-handoff': handoff } };
    const left = kinds(leftOutOf(delivered, plan, { holds: () => true }).notIssued);
    expect([left.has('transport-plan'), left.has('emergency-card')]).toEqual([false, false]);
    expect(left).toContain('receipt-form');
  });
});
