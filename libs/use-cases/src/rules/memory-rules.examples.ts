import type { Instant, LocalDate } from '@cellrelay/kernel';
import type { AuditAuthor } from '../audit/audit.port.js';
import type { NewConfirmation, NewRuleVersion } from './rule-bodies.js';
import type { KeptConfirmation, RuleStore, SiteRule } from './rule-store.port.js';

export const now = '2026-11-27T08:00:00.000Z' as Instant;
export const author: AuditAuthor = { account: 'coordinator', organisation: 'o-1' };

/** What a site says of rules, kept in memory. */
export class MemoryRuleStore implements RuleStore {
  readonly own: SiteRule[] = [];
  kept: KeptConfirmation[] = [];

  newest(): Promise<readonly SiteRule[]> {
    const newest = new Map(this.own.map((each) => [each.rule.id, each]));
    return Promise.resolve([...newest.values()]);
  }

  confirmations(): Promise<readonly KeptConfirmation[]> {
    return Promise.resolve(this.kept);
  }

  addVersion(by: AuditAuthor, entry: Omit<SiteRule, 'by' | 'at'>): Promise<SiteRule | null> {
    const { id, version } = entry.rule;
    if (this.own.some(({ rule }) => rule.id === id && rule.version === version)) return Promise.resolve(null);
    const added = { ...entry, by: by.account, at: now };
    this.own.push(added);
    return Promise.resolve(added);
  }

  confirm(by: AuditAuthor, said: Omit<KeptConfirmation, 'id' | 'by' | 'at'>): Promise<KeptConfirmation | null> {
    if (this.kept.some(({ rule, version }) => rule === said.rule && version === said.version))
      return Promise.resolve(null);
    const id = `00000000-0000-4000-8000-${String(this.kept.length).padStart(12, '0')}`;
    const kept = { ...said, id, by: by.account, at: now };
    this.kept.push(kept);
    return Promise.resolve(kept);
  }

  withdraw(_: AuditAuthor, id: string): Promise<KeptConfirmation | null> {
    const found = this.kept.find((each) => each.id === id) ?? null;
    this.kept = this.kept.filter((each) => each !== found);
    return Promise.resolve(found);
  }
}

/** What a coordinator says of a rule that was asked about. */
export function confirmation(more: Partial<NewConfirmation> = {}): NewConfirmation {
  return {
    ...{ version: 1, person: 'EXAMPLE Duty officer', source: 'EXAMPLE letter of 26 November' },
    ...{ confirmedOn: '2026-11-26' as LocalDate, until: null, ...more },
  };
}

/** A version of a rule of US customs. */
export function version(more: Partial<NewRuleVersion['rule']> = {}, after = 0): NewRuleVersion {
  return {
    ...{ after, person: 'EXAMPLE Quality', reason: 'EXAMPLE read anew' },
    rule: {
      ...{ jurisdiction: 'US', when: { directions: ['import'] }, confidence: 'V-', owner: 'customs' },
      demands: { kind: 'statement', paper: 'customs-declaration' },
      citations: [{ title: 'EXAMPLE ruling', address: 'https://example.org/1', asOf: '2026-11-26' as LocalDate }],
      inForce: { from: null, to: null },
      askedOf: 'EXAMPLE broker',
      says: [{ name: 'value', english: 'EXAMPLE The value is stated.' }],
      ...more,
    },
  };
}
