import { parseArgs } from 'node:util';
import type { Database } from '@cellrelay/adapter-postgres';
import {
  adoptForAll,
  IssueCommand,
  noRelay,
  reached,
  SitePolicies,
  type Adopted,
  type PolicyEntry,
} from '@cellrelay/use-cases';
import { holidays } from '../stack/stack-options.js';
import { withDatabase } from './with-server.js';

const usage = 'Usage: npm run ops -- adopt-policy VERSION [--reason WORDS] [--word-of PERSON]';

/**
 * Adopts a version of the policy for every open shipment, one after the other, each by a logged command of its own. To be run again when it was cut
 * short. Answers 1 when a shipment refused it, and says which and why.
 */
export async function adoptPolicyCommand(args: readonly string[]): Promise<number> {
  const asked = askedIn(args);
  if (asked === null) {
    console.error(usage);
    return 2;
  }
  return withDatabase('apiUrl', async (database) => {
    const policies = new SitePolicies(database.policies);
    const entry = await policies.entry(asked.version);
    return entry === undefined ? unknown(asked.version, await policies.versions()) : adopt(database, entry, asked);
  });
}

interface Asked {
  readonly version: string;
  readonly reason: string | undefined;
  readonly wordOf: string | undefined;
}

function askedIn(args: readonly string[]): Asked | null {
  try {
    const options = { reason: { type: 'string' }, 'word-of': { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [version, ...more] = positionals;
    if (version === undefined || more.length > 0) return null;
    return { version, reason: values.reason, wordOf: values['word-of'] };
  } catch {
    return null;
  }
}

function unknown(version: string, known: readonly string[]): number {
  console.error(`There is no policy "${version}". There are: ${known.join(', ')}.`);
  return 1;
}

/** What is adopted with: holidays at hand, so that the days off of a region that the policy names are pinned with it. */
export function adoptionParts({ shipments }: Pick<Database, 'shipments'>): Parameters<typeof adoptForAll>[0] {
  return { store: shipments, issue: new IssueCommand(shipments, noRelay, reached, holidays) };
}

async function adopt(database: Database, { policy, approver }: PolicyEntry, asked: Asked): Promise<number> {
  const adoption = {
    policy,
    reason: asked.reason ?? `Policy ${policy.version} is adopted for all open shipments.`,
    wordOf: asked.wordOf ?? approver,
    statedBy: { person: 'operator', organisation: 'operations', how: 'account' },
    recordedBy: 'ops',
  } as const;
  const counts = { adopted: 0, already: 0, refused: 0 };
  for await (const each of adoptForAll(adoptionParts(database), adoption)) {
    counts[each.kind] += 1;
    if (each.kind !== 'already') console.log(lineOf(each));
  }
  console.log(`${counts.adopted} adopted, ${counts.already} already, ${counts.refused} refused.`);
  return counts.refused === 0 ? 0 : 1;
}

function lineOf(each: Exclude<Adopted, { kind: 'already' }>): string {
  if (each.kind === 'refused') return `${each.shipment} refused: ${each.refusal.code}: ${each.refusal.sentence}`;
  return `${each.shipment} adopted${each.limitWaits ? '; its changed limit waits for the transplant physician' : ''}`;
}
