import type { LocalDate, ShipmentId } from '@cellrelay/kernel';
import { shippedRules } from '@cellrelay/paperwork';
import { collected, openedTrip, order, Trip, tripId, withSeats } from '../questions/example-trip.js';
import { unitOrdered } from '../questions/example-unit.js';
import { withCourier } from '../questions/example-way.js';
import { BorderRules, type RulesAsked } from './border-rules.js';
import { author, confirmation, MemoryRuleStore, now, version } from './memory-rules.examples.js';
import { newConfirmation, newRuleVersion } from './rule-bodies.js';
import { tripOf } from './trip-of-shipment.js';
import { ruleList, tripRules } from './rule-views.js';

const planned = () => withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1');
const day = (text: string) => text as LocalDate;

function made(trip: Trip = planned()) {
  const store = new MemoryRuleStore();
  const shipments = { load: (id: ShipmentId) => Promise.resolve(id === tripId ? trip.state : null) };
  return { store, rules: new BorderRules(store, shipments, () => Promise.resolve(now)) };
}

const asked = (more: Partial<RulesAsked> = {}): RulesAsked => ({
  ...{ jurisdiction: undefined, confidence: undefined, on: undefined, cursor: undefined, limit: 100, ...more },
});
const value = 'us-value';
const one = async (rules: BorderRules, id: string, on?: LocalDate) =>
  (await rules.list(asked({ on }))).items.find((rule) => rule.id === id);

describe('the register of rules', () => {
  it('has all that ship, page by page, in an order without gaps', async () => {
    const { rules } = made();
    const first = await rules.list(asked({ limit: 20 }));
    const ids = first.items.map(({ id }) => id);
    for (let { next } = first; next !== null;) {
      const page = await rules.list(asked({ limit: 20, cursor: next }));
      ids.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(ids.sort()).toEqual(shippedRules.map(({ id }) => id).sort());
    expect(first.total).toBe(shippedRules.length);
    expect(ruleList.parse(first)).toEqual(first);
  });

  it('is asked by jurisdiction and by how sure a rule is', async () => {
    const { items, total } = await made().rules.list(asked({ jurisdiction: 'US', confidence: 'V-' }));
    expect(items.map(({ jurisdiction, confidence }) => `${jurisdiction} ${confidence}`)).toEqual(
      Array.from({ length: total }, () => 'US V-'),
    );
    expect(total).toBeGreaterThan(1);
  });

  it('says what holds on the day that is asked about, and what to know of it', async () => {
    const { rules } = made();
    expect(await one(rules, 'cn-160-approval', day('2026-07-31'))).toMatchObject({ standing: 'confirm' });
    expect(await one(rules, 'cn-160-approval')).toMatchObject({ standing: 'out-of-force' });
    const { notes, on } = await rules.list(asked({ jurisdiction: 'CN' }));
    expect(on).toBe('2026-11-27');
    expect(notes).toMatchObject([{ jurisdiction: 'CN' }]);
    expect((await rules.list(asked({ jurisdiction: 'CN', on: day('2026-07-31') }))).notes).toEqual([]);
  });
});

describe('confirming a rule', () => {
  it('lets it print, with who said so, when and by what, until it is withdrawn', async () => {
    const { rules, store } = made();
    expect(await one(rules, value)).toMatchObject({ standing: 'confirm', confirmation: null });
    const told = await rules.confirm(author, value, confirmation());
    expect(told).toMatchObject({
      ok: true,
      value: { standing: 'prints', confirmation: { person: 'EXAMPLE Duty officer', confirmedOn: '2026-11-26' } },
    });
    const [kept] = store.kept;
    expect(await rules.withdraw(author, kept!.id, 'EXAMPLE misheard')).toMatchObject({ ok: true });
    expect(await one(rules, value)).toMatchObject({ standing: 'confirm', confirmation: null });
  });

  it.each([
    ['there is none', 'us-none', {}, 'no-such-rule'],
    ['it was read in its source', 'us-tsa', {}, 'rule-needs-no-confirmation'],
    ['it is only believed', 'us-code-lymphocytes', {}, 'rule-only-believed'],
    ['another version was read', value, { version: 2 }, 'stale-revision'],
    ['the day has not come', value, { confirmedOn: day('2026-11-29') }, 'date-implausible'],
    ['it was long ago', value, { confirmedOn: day('2025-11-25') }, 'date-implausible'],
    ['it would end before it began', value, { until: day('2026-11-25') }, 'date-implausible'],
    ['it would count for ever', value, { until: day('2046-11-25') }, 'date-implausible'],
  ])('is refused where %s', async (_, id, more, code) => {
    const { rules, store } = made();
    expect(await rules.confirm(author, id, confirmation(more))).toMatchObject({ ok: false, error: { code } });
    expect(store.kept).toEqual([]);
  });

  it('is refused twice, and so is withdrawing what does not stand', async () => {
    const { rules } = made();
    await rules.confirm(author, value, confirmation());
    const again = await rules.confirm(author, value, confirmation());
    expect(again).toMatchObject({ ok: false, error: { code: 'rule-confirmed-already' } });
    const withdrawn = await rules.withdraw(author, 'none', 'EXAMPLE');
    expect(withdrawn).toMatchObject({ ok: false, error: { code: 'no-such-confirmation' } });
  });
});

describe('a version of a site’s own', () => {
  it('takes the place of the one before, and is confirmed by itself', async () => {
    const { rules } = made();
    await rules.confirm(author, value, confirmation());
    const entered = await rules.addVersion(author, value, version({}, 1));
    expect(entered).toMatchObject({
      ok: true,
      value: { version: 2, standing: 'confirm', confirmation: null, entered: { person: 'EXAMPLE Quality' } },
    });
    expect(await rules.confirm(author, value, confirmation({ version: 2 }))).toMatchObject({
      ok: true,
      value: { standing: 'prints', sentences: [{ message: 'rule.us-value.value' }] },
    });
  });

  it('of a rule that nobody ships begins with site-', async () => {
    const { rules } = made();
    expect(await rules.addVersion(author, 'site-us-courier', version())).toMatchObject({ ok: true });
    expect(await one(rules, 'site-us-courier')).toMatchObject({ version: 1, standing: 'confirm' });
  });

  it.each([
    ['has a name of ours', 'us-new', version(), 'no-such-rule'],
    ['is of another version', value, version({}, 2), 'stale-revision'],
    ['is of another jurisdiction', value, version({ jurisdiction: 'CN' }, 1), 'rule-of-another-jurisdiction'],
    [
      'ends before it begins',
      value,
      version({ inForce: { from: day('2026-12-02'), to: day('2026-12-01') } }, 1),
      'ends-before-it-begins',
    ],
    [
      'says two sentences by one name',
      value,
      version({ says: ['One.', 'Two.'].map((english) => ({ name: 'a', english })) }, 1),
      'sentence-named-twice',
    ],
  ])('is refused where it %s', async (_, id, body, code) => {
    const { rules, store } = made();
    expect(await rules.addVersion(author, id, body)).toMatchObject({ ok: false, error: { code } });
    expect(store.own).toEqual([]);
  });

  it('cannot claim to need no confirmation, nor cite nothing', () => {
    expect(newRuleVersion.safeParse(version()).success).toBe(true);
    for (const more of [{ confidence: 'V' }, { citations: [] }, { says: [] }, { unknown: 1 }])
      expect(newRuleVersion.safeParse(version(more as never)).success).toBe(false);
    expect(newConfirmation.safeParse({ ...confirmation(), source: '' }).success).toBe(false);
  });
});

describe('what the borders of a shipment ask for', () => {
  it('is told passage by passage, of the days in the calendars of the places', async () => {
    const answer = await made().rules.ofShipment(tripId, 'negative');
    expect(tripRules.parse(answer)).toEqual(answer);
    const borders = new Set(
      answer?.items.map(({ country, direction, airport }) => `${country} ${direction} ${airport}`),
    );
    expect([...borders]).toEqual(['CN export PEK', 'US import ORD']);
    expect(answer?.items[0]).toMatchObject({ plans: [1, 2], days: ['2026-11-24', '2026-11-25'] });
  });

  it('prints by invented confirmations of an example, and says so; of another trip by none of them', async () => {
    const of = async (example: boolean) => {
      const trip = planned();
      const { details } = trip.state.stages.order;
      Object.assign(details!, { example });
      const answer = await made(trip).rules.ofShipment(tripId, 'negative');
      return answer?.items.find(({ id }) => id === value);
    };
    expect(await of(true)).toMatchObject({ outcome: 'prints', confirmation: { example: true } });
    expect((await of(true))?.why).toContain('EXAMPLE');
    expect(await of(false)).toMatchObject({ outcome: 'confirm', confirmation: null });
  });

  it('asks for what no shipment knows, and takes it when it is said', async () => {
    const outcome = async (markers: 'negative' | null) =>
      (await made().rules.ofShipment(tripId, markers))?.items.find(({ id }) => id === 'us-cdc-statement')?.outcome;
    expect(await outcome(null)).toBe('fact-missing');
    expect(await outcome('negative')).toBe('prints');
  });

  it('is nothing before there is a plan, and not there for no shipment', async () => {
    const unplanned = new Trip().at('2026-11-02T08:00Z', 'OpenShipment', order);
    expect(await made(unplanned).rules.ofShipment(tripId, null)).toMatchObject({ items: [], total: 0 });
    expect(await made().rules.ofShipment('00000000-0000-4000-8000-000000000000' as ShipmentId, null)).toBeUndefined();
  });

  it('rests on what is on record: the product, what is in the fullest bag, how the box travels', () => {
    expect(tripOf(planned().state, null)).toMatchObject({
      ...{ product: 'HPC-A', frozen: false, contentsMl: null, containerMl: null, carriage: null, markers: null },
    });
    const carried = tripOf(collected(withCourier(planned())).state, null);
    expect(carried).toMatchObject({ carriage: 'cabin', manipulated: false });
    expect(carried.contentsMl).toBeGreaterThan(0);
    expect(tripOf(unitOrdered().state, 'negative')).toMatchObject({
      ...{ product: 'HPC-CB', frozen: true, contentsMl: 25, carriage: 'cargo', markers: 'negative', manipulated: null },
    });
  });
});
