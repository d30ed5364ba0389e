import { ok } from '@cellrelay/kernel';
import type { Asker } from '../identity/identities.js';
import { siteKey } from './entered-for.js';
import { enterPaperFact, type SaidPaperFact } from './enter-paper-fact.js';
import { paperFactIn } from './paper-fact-store.port.js';
import type { SiteFactsView } from './paper-fact-views.js';
import { todayOn, type PaperFactAnswer, type PaperFactsGround } from './paper-facts-ground.js';
import { readPaperFact } from './read-paper-fact.js';
import { standingOf } from './standing-of-entry.js';

/** What is entered once for all papers that the site makes. */
export class SitePaperFacts {
  constructor(private readonly ground: PaperFactsGround) {}

  async read(): Promise<SiteFactsView> {
    const entry = paperFactIn(await this.ground.store.newest([siteKey]), siteKey);
    return { ...standingOf(entry, 'site'), facts: (entry?.body ?? null) as SiteFactsView['facts'] };
  }

  async enter(asker: Asker, { body, revision }: SaidPaperFact): PaperFactAnswer<SiteFactsView> {
    const read = readPaperFact('site', body, await todayOn(this.ground));
    if (!read.ok) return read;
    const entry = { ...siteKey, body: read.value, goesWith: {}, revision, auditedAs: 'papers' };
    const kept = await enterPaperFact(this.ground.store, asker, entry);
    return kept.ok ? ok(await this.read()) : kept;
  }
}
