import {
  err,
  uuidForm,
  localDateAt,
  ok,
  plusDays,
  type LocalDate,
  type Instant,
  type Result,
  type ShipmentId,
  type Zone,
} from '@cellrelay/kernel';
import {
  exampleConfirmations,
  rulesFor,
  type Confidence,
  type JurisdictionCode,
  type Rule,
  type Trip,
  type Verdict,
} from '@cellrelay/paperwork';
import { orderOf, type Refusal, type Shipment } from '@cellrelay/shipment';
import type { AuditAuthor } from '../audit/audit.port.js';
import type { ShipmentStore } from '../ports.js';
import { ruleOf, type NewConfirmation, type NewRuleVersion } from './rule-bodies.js';
import * as refusals from './rule-refusals.js';
import type { KeptConfirmation, RuleStore } from './rule-store.port.js';
import type { RuleList, RuleView, TripRules } from './rule-views.js';
import { notesOf, placeOf, rulesOfSite, ruleViewOf, type SaidOfRules } from './site-rules.js';
import { tripOf } from './trip-of-shipment.js';
import { tripRulesOf } from './trip-rules.js';

/** Which rules are asked for, and on which day; the page goes on after a rule. */
export interface RulesAsked {
  readonly jurisdiction: JurisdictionCode | undefined;
  readonly confidence: Confidence | undefined;
  readonly on: LocalDate | undefined;
  readonly cursor: string | undefined;
  readonly limit: number;
}

const ownId = /^site-[a-z0-9][a-z0-9-]{0,54}$/;

/** How long ago a confirmation may be of: an older one says little of today's law. */
const oldestDays = 366;

/** The rules of borders: what the site makes of them, and what they come to on a trip. */
export class BorderRules {
  constructor(
    private readonly store: RuleStore,
    private readonly shipments: Pick<ShipmentStore, 'load'>,
    private readonly now: () => Promise<Instant>,
  ) {}

  /** A page of them, by jurisdiction and id. */
  async list({ jurisdiction, confidence, on, cursor, limit }: RulesAsked): Promise<RuleList> {
    const said = await this.said();
    const day = on ?? (await this.today());
    const asked = rulesOfSite(said.own).filter(
      (rule) =>
        (jurisdiction === undefined || rule.jurisdiction === jurisdiction) &&
        (confidence === undefined || rule.confidence === confidence),
    );
    const rest = cursor === undefined ? asked : asked.filter((rule) => placeOf(rule) > cursor);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((rule) => ruleViewOf(rule, said, day)),
      next: rest.length > limit && last !== undefined ? placeOf(last) : null,
      total: asked.length,
      on: day,
      notes: notesOf(page, () => day),
    };
  }

  /** Puts a version of the site's in the place of a rule, or enters one of the site's own. It needs a confirmation before it prints. */
  async addVersion(by: AuditAuthor, id: string, body: NewRuleVersion): Promise<Result<RuleView, Refusal>> {
    const standing = await this.find(id);
    const refused = faultOf(standing, id, body);
    if (refused !== undefined) return err(refused);
    const { person, reason } = body;
    const added = await this.store.addVersion(by, { rule: ruleOf(id, body), person, reason });
    return added === null ? err(refusals.staleVersion({ version: body.after + 1 }, '/after')) : this.told(id);
  }

  /** Says that a version of a rule holds: who found out, when, and by what. */
  async confirm(by: AuditAuthor, id: string, body: NewConfirmation): Promise<Result<RuleView, Refusal>> {
    const rule = await this.find(id);
    if (rule === undefined) return err(refusals.noSuchRule);
    if (rule.confidence !== 'V-') return err(refusals.notToConfirm(rule));
    if (rule.version !== body.version) return err(refusals.staleVersion(rule, '/version'));
    const refused = implausible(body, await this.today());
    if (refused !== undefined) return err(refused);
    const kept = await this.store.confirm(by, { ...body, rule: id, example: false });
    return kept === null ? err(refusals.confirmedAlready) : this.told(id);
  }

  /** From now on that confirmation counts for nothing. */
  async withdraw(by: AuditAuthor, id: string, reason: string): Promise<Result<KeptConfirmation, Refusal>> {
    const withdrawn = uuidForm.test(id) ? await this.store.withdraw(by, id, reason) : null;
    return withdrawn === null ? err(refusals.noSuchConfirmation) : ok(withdrawn);
  }

  /** What the borders of a shipment's plans ask for; undefined where there is no such shipment. Of an example, invented confirmations count too. */
  async ofShipment(id: ShipmentId, markers: Trip['markers']): Promise<TripRules | undefined> {
    const shipment = await this.shipments.load(id);
    if (shipment === null) return undefined;
    return tripRulesOf(orderOf(shipment).details, await this.verdicts(shipment, markers));
  }

  /** What becomes of every rule that is about a shipment's trip, passage by passage, as the site stands to them now. */
  async verdicts(shipment: Shipment, markers: Trip['markers']): Promise<readonly Verdict[]> {
    const { own, confirmations } = await this.said();
    const rules = rulesOfSite(own);
    const trip = tripOf(shipment, markers);
    const counted = trip.example ? [...confirmations, ...exampleConfirmations(rules)] : confirmations;
    return rulesFor(trip, rules, counted);
  }

  private async said(): Promise<SaidOfRules> {
    const [own, confirmations] = await Promise.all([this.store.newest(), this.store.confirmations()]);
    return { own, confirmations };
  }

  private async find(id: string): Promise<Rule | undefined> {
    return rulesOfSite(await this.store.newest()).find((rule) => rule.id === id);
  }

  private async told(id: string): Promise<Result<RuleView, Refusal>> {
    const said = await this.said();
    const rule = rulesOfSite(said.own).find((each) => each.id === id);
    return rule === undefined ? err(refusals.noSuchRule) : ok(ruleViewOf(rule, said, await this.today()));
  }

  private async today(): Promise<LocalDate> {
    return localDateAt(await this.now(), 'UTC' as Zone);
  }
}

/** Why a version cannot be entered. */
function faultOf(standing: Rule | undefined, id: string, body: NewRuleVersion): Refusal | undefined {
  if (standing === undefined && !ownId.test(id)) return refusals.noSuchRule;
  if (body.after !== (standing?.version ?? 0)) return refusals.staleVersion(standing ?? { version: 0 }, '/after');
  if (standing !== undefined && standing.jurisdiction !== body.rule.jurisdiction)
    return refusals.otherJurisdiction(standing);
  return faultIn(body);
}

function faultIn({ rule: { inForce, says } }: NewRuleVersion): Refusal | undefined {
  const { from, to } = inForce;
  if (from !== null && to !== null && to < from) return refusals.endsBefore;
  const names = says.map(({ name }) => name);
  return new Set(names).size === names.length ? undefined : refusals.saidTwice;
}

function implausible({ confirmedOn, until }: NewConfirmation, today: LocalDate): Refusal | undefined {
  // Where it is tomorrow already, somebody may have been asked tomorrow.
  const [oldest, newest] = [plusDays(today, -oldestDays), plusDays(today, 1)];
  if (confirmedOn < oldest || confirmedOn > newest) return refusals.implausibleDay('/confirmedOn', [oldest, newest]);
  const last = plusDays(today, 10 * oldestDays);
  if (until === null || (confirmedOn <= until && until <= last)) return undefined;
  return refusals.implausibleDay('/until', [confirmedOn, last]);
}
