import type { CommandId } from '@cellrelay/kernel';
import { exampleShipment, issuingGround } from '@cellrelay/testkit';
import { mostPapersIssued } from '@cellrelay/shipment';

const shipment = exampleShipment();

type Ground = Awaited<ReturnType<typeof issuingGround>>;

const kindsIn = (all: readonly { readonly kind: string }[]) => all.map(({ kind }) => kind).sort();
const documentsOf = (given: Awaited<ReturnType<Ground['give']>>): readonly string[] =>
  given.ok ? given.value.issued.map(({ document }) => document).sort() : [];
const codeOf = (given: Awaited<ReturnType<Ground['give']>>): string => (given.ok ? 'issued' : given.error.code);

describe('issuing papers', () => {
  it('issues all that can be made, keeps what they say, and answers what the others lack', async () => {
    const ground = await issuingGround();
    const given = await ground.give('k');
    expect(given).toMatchObject({ ok: true, value: { repeated: false } });
    const kinds = given.ok ? kindsIn(given.value.issued) : [];
    expect(kinds).toEqual(['contents-statement', 'contents-statement', 'product-document']);
    expect(given.ok && given.value.notMade.find(({ kind }) => kind === 'transport-plan')).toMatchObject({
      missing: [{ fact: 'courier', sentence: 'No courier is nominated.' }],
    });
    const issued = await ground.issued();
    const kept = await ground.papers.some(
      shipment,
      issued.map(({ document }) => document),
    );
    expect(kept.map(({ sha256 }) => sha256).sort()).toEqual(issued.map(({ sha256 }) => sha256).sort());
    expect(issued.every(({ document }) => /^[0-9a-f]{32}$/.test(document))).toBe(true);
  });

  it('has all of them signed at once', async () => {
    const ground = await issuingGround();
    const given = await ground.give('k');
    expect(ground.stated.map((each) => each.map(({ document }) => document).sort())).toEqual([documentsOf(given)]);
    // None of these is of the way.
    expect(ground.stated.flat().map(({ validUntil }) => validUntil)).toEqual([null, null, null]);
  });

  it('does it once for a key, and refuses the key for something else', async () => {
    const ground = await issuingGround();
    const first = await ground.give('k');
    const again = await ground.give('k');
    expect(again).toMatchObject({ ok: true, value: { repeated: true } });
    expect(documentsOf(again)).toEqual(documentsOf(first));
    expect(again.ok && first.ok && again.value.notMade).toEqual(first.ok && first.value.notMade);
    const [{ reference } = { reference: '' }] = [...ground.papers.documents.values()];
    expect(codeOf(await ground.give('k', [reference]))).toBe('idempotency-key-reused');
    expect(await ground.events()).toEqual(['PapersIssued']);
  });

  it('asked again tells what is lacking by then, and of what was issued nothing', async () => {
    const ground = await issuingGround();
    await ground.give('k');
    ground.state.entered = { ...ground.state.entered, hotline: undefined };
    const again = await ground.give('k');
    const lacking = again.ok ? again.value.notMade : [];
    expect(lacking.find(({ kind }) => kind === 'transport-plan')?.missing.map(({ fact }) => fact)).toContain('hotline');
    expect(kindsIn(lacking)).not.toContain('contents-statement');
  });

  it('asked again for some of them tells of no other', async () => {
    const ground = await issuingGround();
    await ground.give('all');
    const named = [...ground.papers.documents.values()].find(({ kind }) => kind === 'product-document')!.reference;
    await ground.give('one', [named]);
    expect(await ground.give('one', [named])).toMatchObject({ value: { repeated: true, notMade: [] } });
  });

  it('under another key takes the place of those before', async () => {
    const ground = await issuingGround();
    await ground.give('one');
    ground.clock.pass(1);
    const second = await ground.give('two');
    const issued = await ground.issued();
    expect(
      issued
        .filter(({ standing }) => standing === 'valid')
        .map(({ document }) => document)
        .sort(),
    ).toEqual(documentsOf(second));
    expect(issued.filter(({ standing }) => standing === 'superseded')).toHaveLength(3);
    const { earlier = [] } = (await ground.questions.papers(shipment, ground.author('k').acting)) ?? {};
    expect(earlier.map(({ replaced }) => replaced)).toEqual([true, true, true]);
  });

  it('issues those alone that are named', async () => {
    const ground = await issuingGround();
    await ground.give('all');
    const named = [...ground.papers.documents.values()].find(({ kind }) => kind === 'product-document')!.reference;
    const given = await ground.give('one', [named]);
    expect(given.ok && kindsIn(given.value.issued)).toEqual(['product-document']);
  });

  it.each([
    ['a name of no paper', ['EX-none'], 'no-such-paper'],
    ['one that lacks something', ['EX-24-0001-P1-transport-plan'], 'papers-not-made'],
  ])('refuses %s, and changes nothing', async (_, references, code) => {
    const ground = await issuingGround();
    expect(await ground.give('k', references)).toMatchObject({
      error: { code, at: expect.stringMatching(/^\/references/) },
    });
    expect(ground.papers.documents.size).toBe(0);
    expect(await ground.events()).toEqual([]);
  });

  it('refuses a plan that is stood down, a shipment that there is not, and more than are kept', async () => {
    const ground = await issuingGround();
    const { issuing, author, papers } = ground;
    // The count was enough: the second day's plan is stood down.
    const notLive = { code: 'plan-not-live', at: '/plan', allowed: ['1'] };
    expect(await issuing.issue(shipment, { plan: 2 }, author('k'))).toMatchObject({ error: notLive });
    const other = 'a0000000-0000-4000-8000-000000000999' as typeof shipment;
    expect(codeOf(await issuing.issue(other, { plan: 1 }, author('k')))).toBe('no-such-shipment');
    papers.count = () => Promise.resolve(mostPapersIssued - 1);
    expect(codeOf(await ground.give('k'))).toBe('papers-too-many');
    expect(await ground.events()).toEqual([]);
  });

  it('is nobody’s but the operator’s', async () => {
    const ground = await issuingGround();
    const acting = { person: 'X', role: 'coordinator', courier: null } as const;
    const organisation = { id: 'a0000000-0000-4000-8000-0000000000aa', name: 'EXAMPLE', kind: 'registry' } as const;
    const author = { account: 'other', idempotencyKey: 'k', acting: { ...acting, organisation } };
    expect(codeOf(await ground.issuing.issue(shipment, { plan: 1 }, author))).toBe('no-such-shipment');
    expect(await ground.events()).toEqual([]);
  });
});

describe('whoever dies between keeping papers and issuing them', () => {
  it('leaves what nobody knows of; the same key issues those, once', async () => {
    const ground = await issuingGround();
    ground.state.dies = true;
    await expect(ground.give('k')).rejects.toThrow('died here');
    const left = [...ground.papers.documents.keys()].sort();
    expect(left).toHaveLength(3);
    expect(await ground.events()).toEqual([]);
    expect(await ground.questions.standing(left[0]!)).toBe('unknown');
    ground.state.dies = false;
    ground.clock.pass(5);
    expect(documentsOf(await ground.give('k'))).toEqual(left);
    expect(await ground.questions.standing(left[0]!)).toBe('valid');
    expect(await ground.events()).toEqual(['PapersIssued']);
  });

  it('has them looked at again, since they may be outdated by then', async () => {
    const ground = await issuingGround();
    ground.state.dies = true;
    await ground.give('k').catch(() => undefined);
    ground.state.dies = false;
    ground.state.entered = { ...ground.state.entered, signatory: { name: 'Other Example', position: 'Duty officer' } };
    await ground.give('k');
    await ground.reports.sweep();
    expect((await ground.issued()).map(({ standing, changed }) => [standing, ...changed])).toEqual([
      ['superseded', 'signatory'],
      ['superseded', 'signatory'],
      ['superseded', 'signatory'],
    ]);
  });

  it('keeps its first content, so that what was printed of it is what is issued', async () => {
    const ground = await issuingGround();
    ground.state.dies = true;
    await ground.give('k').catch(() => undefined);
    const before = await ground.papers.ofCommand('coordinator/k' as CommandId);
    ground.state.dies = false;
    ground.clock.pass(60);
    await ground.give('k');
    expect(await ground.papers.ofCommand('coordinator/k' as CommandId)).toEqual(before);
  });
});
