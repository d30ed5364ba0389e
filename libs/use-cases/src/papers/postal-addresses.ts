import { err, ok } from '@cellrelay/kernel';
import type { Asker } from '../identity/identities.js';
import type { Organisation } from '../people/acting.js';
import { enterPaperFact, type SaidPaperFact } from './enter-paper-fact.js';
import { noSuchOrganisation } from './paper-fact-refusals.js';
import { paperFactIn, type PaperFactKey } from './paper-fact-store.port.js';
import type { PostalView } from './paper-fact-views.js';
import { todayOn, type PaperFactAnswer, type PaperFactsGround } from './paper-facts-ground.js';
import { readPaperFact } from './read-paper-fact.js';
import { standingOf } from './standing-of-entry.js';

/** Where organisations are written to: to the operator's people of any, to others of their own. Any other is not there. */
export class PostalAddresses {
  constructor(private readonly ground: PaperFactsGround) {}

  async read(asker: Asker, id: string): PaperFactAnswer<PostalView> {
    const organisation = await this.organisationFor(asker, id);
    return organisation === null ? err([noSuchOrganisation]) : ok(await this.viewOf(organisation));
  }

  async enter(asker: Asker, id: string, { body, revision }: SaidPaperFact): PaperFactAnswer<PostalView> {
    const organisation = await this.organisationFor(asker, id);
    if (organisation === null) return err([noSuchOrganisation]);
    const read = readPaperFact('postal', body, await todayOn(this.ground));
    if (!read.ok) return read;
    const goesWith = { organisation: organisation.id };
    const entry = { ...keyOf(organisation), body: read.value, goesWith, revision, auditedAs: organisation.id };
    const kept = await enterPaperFact(this.ground.store, asker, entry);
    return kept.ok ? ok(await this.viewOf(organisation)) : kept;
  }

  private async viewOf(organisation: Organisation): Promise<PostalView> {
    const key = keyOf(organisation);
    const entry = paperFactIn(await this.ground.store.newest([key]), key);
    const address = entry === undefined ? null : { ...entry.body, lines: [...entry.body.lines] };
    return { ...standingOf(entry, 'postal'), organisation: organisation.name, address };
  }

  private async organisationFor({ acting }: Asker, id: string): Promise<Organisation | null> {
    const own = acting.organisation.kind === 'operator' || acting.organisation.id === id;
    return own ? this.ground.organisations.find(id) : null;
  }
}

function keyOf({ id }: Organisation): PaperFactKey<'postal'> {
  return { kind: 'postal', about: id };
}
