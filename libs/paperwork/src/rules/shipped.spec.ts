import { localDateOf } from '@cellrelay/kernel';
import { defaultPolicy } from '@cellrelay/shipment';
import { jurisdictions, jurisdictionCodes } from './jurisdictions.js';
import { confidences, sentencesOf } from './rule.js';
import { shippedRules } from './shipped.js';

const rules = shippedRules.map((rule) => [rule.id, rule] as const);

describe('the rules that ship', () => {
  it('are known by ids that nothing else has', () => {
    const ids = shippedRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are there for every jurisdiction that has a name', () => {
    const named = new Set(shippedRules.map(({ jurisdiction }) => jurisdiction));
    expect([...named].sort()).toEqual([...jurisdictionCodes].sort());
  });

  it('say every sentence under a message of its own', () => {
    const messages = shippedRules.flatMap(sentencesOf).map(({ message }) => message);
    expect(new Set(messages).size).toBe(messages.length);
  });

  it.each(rules)('%s begins with its jurisdiction, and stands in its first version', (id, rule) => {
    expect(id).toMatch(new RegExp(`^${rule.jurisdiction.toLowerCase()}-[a-z0-9-]+$`));
    expect(rule.version).toBe(1);
  });

  it.each(rules)('%s says where it was read, and when', (_, { citations }) => {
    for (const { title, address, asOf } of citations) {
      expect(title).toMatch(/\w{3}/);
      expect(localDateOf(asOf)).toBe(asOf);
      if (address !== null) expect(new URL(address).protocol).toMatch(/^https?:$/);
    }
  });

  it.each(rules)('%s has a title without an address only where it is not printed unseen', (_, rule) => {
    if (rule.confidence === 'V') expect(rule.citations[0].address).not.toBeNull();
  });

  it.each(rules)('%s holds for days that there are, the first not after the last', (_, { inForce: { from, to } }) => {
    for (const day of [from, to]) if (day !== null) expect(localDateOf(day)).toBe(day);
    if (from !== null && to !== null) expect(from <= to).toBe(true);
  });

  it.each(rules)('%s says something, in whole sentences, and whose it is', (_, rule) => {
    expect(sentencesOf(rule).length).toBeGreaterThan(0);
    for (const { english } of sentencesOf(rule)) expect(english).toMatch(/^\S.*\.$/);
    expect(confidences).toContain(rule.confidence);
    expect(rule.owner).not.toBe('');
    expect(rule.askedOf).not.toBe('');
    expect(rule.when.directions.length).toBeGreaterThan(0);
  });

  it('ask on receipt for exactly the checks that the receipt stage has for that country', () => {
    const lists = defaultPolicy.receiptChecklists.value;
    const checks = shippedRules.filter(({ demands }) => demands.kind === 'checks');
    const countries = new Set<string>(checks.map(({ jurisdiction }) => jurisdiction));
    expect([...countries].sort()).toEqual(lists.flatMap(({ country }) => (country === '*' ? [] : [country])).sort());
    for (const { jurisdiction, demands, says } of checks) {
      const policy = lists.find(({ country }) => country === jurisdiction);
      expect(demands.checks).toEqual(policy?.items.map(({ id }) => id));
      expect(Object.keys(says)).toEqual(demands.checks);
    }
  });

  it('let goods be released first where the policy does, on the same days', () => {
    const open = defaultPolicy.releaseFirstRules.find(({ releaseFirst }) => releaseFirst);
    const rule = shippedRules.find(({ id }) => id === 'cn-carried-release-first');
    expect(rule?.demands.regulariseWorkingDays).toBe(open?.regularisationWorkingDays);
    expect(rule?.inForce.to).toBe(open?.inForceTo);
  });

  it.each(rules)('%s claims no act of this trip that nobody recorded', (_, rule) => {
    for (const { english } of sentencesOf(rule))
      expect(english).not.toMatch(
        /\b(has|have) (been )?(told|notified)\b|\bwas told\b|^The (box carries|dry shipper holds|hospital certifies|statement says|(im|ex)porter holds)/,
      );
  });

  it('take the European Union for the countries that it has', () => {
    expect(jurisdictions.EU.countries).toHaveLength(27);
  });
});
