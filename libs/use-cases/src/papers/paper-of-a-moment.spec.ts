import type { Instant, Zone } from '@cellrelay/kernel';
import type { Paper } from '@cellrelay/paperwork';
import type { Shipment } from '@cellrelay/shipment';
import { exampleShipment, issuingGround } from '@cellrelay/testkit';
import { changedGround } from './paper-of-a-moment.js';

const id = exampleShipment();
const reference = 'EX-24-0001-P1-temperature-record';
const zoned = (at: string) => ({ at: `2024-09-${at}:00.000Z` as Instant, zone: 'UTC' as Zone });

/** Which logger was bound from when to when. */
type Bound = readonly [logger: string, from: string, until: string | null];

function withBound(shipment: Shipment, bound: readonly Bound[]): Shipment {
  const bindings = bound.map(([logger, from, until]) => ({
    ...{ logger, box: 'BOX-7', probe: 'between-bags', sends: 'by-file', boundAt: zoned(from) },
    unboundAt: until === null ? null : zoned(until),
  }));
  const temperature = { ...shipment.stages.temperature, bindings } as Shipment['stages']['temperature'];
  return { ...shipment, stages: { ...shipment.stages, temperature } };
}

/** A ground whose shipment has loggers bound, and a record of what they read; both may be put otherwise. */
async function recordIssued(bound: readonly Bound[]) {
  const ground = await issuingGround();
  const now = { bound, says: 'lowest 3.5' };
  const load = ground.store.load.bind(ground.store);
  ground.store.load = async (shipment) => {
    const loaded = await load(shipment);
    return loaded === null ? null : withBound(loaded, now.bound);
  };
  const all = ground.making.all.bind(ground.making);
  ground.making.all = async (of, at) =>
    (await all(of, at)).map((plan) => ({
      ...plan,
      pack: { ...plan.pack, papers: [...plan.pack.papers, recordSaying(now.says, plan.pack.papers[0]!)] },
    }));
  await ground.give('k', [reference]);
  await ground.reports.sweep();
  ground.clock.pass(24 * 60);
  const look = async (change: Partial<typeof now>) => {
    Object.assign(now, change);
    ground.papers.owe(id);
    await ground.reports.sweep();
    expect(ground.state.failed).toEqual([]);
    const [record] = await ground.issued();
    return [record!.standing, ...record!.changed];
  };
  return { look, ground };
}

function recordSaying(text: string, like: Paper): Paper {
  const sentences = [{ message: 'record.within', texts: { en: text } }];
  const blocks = [{ kind: 'paragraph', sentences } as const];
  return { ...like, kind: 'temperature-record', of: null, reader: 'transplant-centre', reference, blocks };
}

/** Case A’s clock stands at 06:00 UTC on 4 September. */
const open: readonly Bound[] = [['LOG-7', '04T04:00', null]];

describe('a record of temperature', () => {
  it('stays valid while only readings come: it says as of when it is', async () => {
    const { look } = await recordIssued(open);
    expect(await look({ says: 'lowest 2.1' })).toEqual(['valid']);
  });

  it('stays valid where its logger is unbound later, or another is bound: what it tells was so', async () => {
    const { look } = await recordIssued(open);
    expect(await look({ bound: [['LOG-7', '04T04:00', '04T20:00']] })).toEqual(['valid']);
    expect(await look({ bound: [...open, ['LOG-8', '04T21:00', null]] })).toEqual(['valid']);
  });

  it.each<[string, readonly Bound[]]>([
    ['was bound at another time', [['LOG-7', '04T05:00', null]]],
    ['had been unbound before', [['LOG-7', '04T04:00', '04T05:00']]],
    ['is another', [['LOG-8', '04T04:00', null]]],
    ['was never bound', []],
  ])('is superseded where the record of bindings is corrected: the logger %s', async (_, bound) => {
    const { look, ground } = await recordIssued(open);
    expect(await look({ bound })).toEqual(['superseded', 'loggerBindings']);
    // Once, however often that is looked at.
    expect(await look({})).toEqual(['superseded', 'loggerBindings']);
    expect((await ground.events()).filter((type) => type === 'PapersSuperseded')).toHaveLength(1);
  });

  it('of which nobody noted what it rests on is let stand', () => {
    expect(changedGround({ box: 'a' }, { loggerBindings: 'b' })).toEqual([]);
    expect(changedGround({ loggerBindings: 'a' }, { loggerBindings: 'b' })).toEqual(['loggerBindings']);
  });
});
