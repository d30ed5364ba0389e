import type { Instant } from '@cellrelay/kernel';
import { holdersIn, type Alert, type Shipment } from '@cellrelay/shipment';
import type { PersonalChannel } from '../deliveries/delivery.js';
import type { Desk, DeskAnswer, ShipmentStore } from '../ports.js';
import { alertSeen, seenBy } from '../questions/seen.js';
import type { AlertNotice, NoticeStore } from './notices.port.js';
import { onCallAt } from './on-call-at.js';
import type { OnCallStore, PersonTold } from './on-call.port.js';
import { isCalled, type KeptRoster } from './roster.js';
import {
  lackingFor,
  toldOrKept,
  type Reachable,
  type Sending,
  type StepWanted,
  type ToldOrKept,
} from './whom-to-tell.js';
import { whoseTrouble } from './whose-trouble.js';

type Asked = Parameters<Desk['call']>[0];

/** What the desk works with. */
export interface TellDeskParts {
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly onCall: Pick<OnCallStore, 'roster' | 'people' | 'operator'>;
  readonly notices: Pick<NoticeStore, 'keep'>;
  /** By which channels this server sends. */
  readonly sends: readonly PersonalChannel[];
}

/**
 * Tells whoever is on call when the bell rings: the operator's people always, and those of the organisation whose stage is in trouble, where it keeps a roster. Nobody is told of a
 * shipment that they do not see. Asked again, it notes nothing twice.
 */
export class TellDesk implements Desk {
  readonly serves = ['tell'] as const;

  constructor(private readonly parts: TellDeskParts) {}

  async call(asked: Asked): Promise<DeskAnswer> {
    const { shipment, idempotencyKey } = asked;
    const state = await this.parts.shipments.load(shipment);
    const alert = state?.stages.alert.alerts.find(({ id }) => id === asked.data['alert']);
    if (state === null || alert === undefined) throw new Error(`${idempotencyKey}: there is no such alert`);
    const rosters = await this.rosters(state, alert);
    const found = await this.whom({ state, alert }, rosters, asked);
    const notices = found.flatMap(({ told, whom }) => whom.map((each) => noticeOf(asked, alert, told, each)));
    await this.parts.notices.keep(notices);
    const lacking = lackingFor(
      found.flatMap(({ told }) => reachable(told)),
      this.parts.sends,
    );
    const data = {
      ...outcomeOf(
        idempotencyKey,
        notices.filter(({ kept }) => !kept),
      ),
      rostered: rosters.some(saysWho),
      ...(lacking.length > 0 && { lacking }),
    };
    return { kind: 'outcome', command: { name: 'RecordAlertTold', data } };
  }

  private async whom(trouble: Trouble, rosters: readonly RosterOf[], asked: Asked): Promise<readonly Found[]> {
    const found =
      asked.data['step'] === 0 ? await this.whoWasTold(asked) : await this.whoIsOnCall(trouble, rosters, asked);
    return found.filter(({ told }) => knowsOf(told, trouble));
  }

  private async whoIsOnCall(
    trouble: Trouble,
    rosters: readonly RosterOf[],
    { data, now }: Asked,
  ): Promise<readonly Found[]> {
    const found: Found[] = [];
    const step = data as unknown as StepWanted;
    for (const each of rosters) {
      const people = (await this.onCallFor(each, now)).filter((told) => knowsOf(told, trouble));
      const whom = toldOrKept(step, people.flatMap(reachable), this.sending(now));
      found.push(...people.map((told) => ({ told, whom: whom.filter(({ account }) => account === told.account) })));
    }
    return found;
  }

  /** By the first of their channels: an end is no emergency. */
  private async whoWasTold({ data, now }: Asked): Promise<readonly Found[]> {
    const step = { person: 1, channel: 1, severity: 'warning' } as const;
    const people = await this.parts.onCall.people(data['accounts'] as readonly string[]);
    return people.map((told) => ({
      told,
      whom: toldOrKept(step, reachable(told), this.sending(now)).filter(({ kept }) => !kept),
    }));
  }

  private sending(at: Instant): Sending {
    return { at, sends: this.parts.sends };
  }

  private async onCallFor({ organisation, roster }: RosterOf, now: Instant): Promise<readonly PersonTold[]> {
    const accounts = onCallAt(roster, now);
    const people = await this.parts.onCall.people(accounts);
    return accounts.flatMap((account) =>
      people.filter((each) => each.account === account && each.acting.organisation.id === organisation),
    );
  }

  private async rosters(state: Shipment, { cause }: Alert): Promise<readonly RosterOf[]> {
    const part = whoseTrouble(cause, state);
    const owner = holdersIn(state).find((each) => each.part === part)?.holder;
    const operator = await this.parts.onCall.operator();
    const asked = [...new Set([operator, owner].filter((id) => id !== null && id !== undefined))];
    const found = await Promise.all(asked.map((id) => this.parts.onCall.roster(id)));
    return asked.flatMap((organisation, index) => {
      const roster = found[index];
      return roster === undefined || roster === null ? [] : [{ organisation, roster }];
    });
  }
}

interface Trouble {
  readonly state: Shipment;
  readonly alert: Alert;
}

/** Nobody is told of what they may not know of, not of its kind either; nor whoever does nothing about it. */
function knowsOf({ acting }: PersonTold, { state, alert }: Trouble): boolean {
  const seen = seenBy(acting, state);
  return seen !== undefined && isCalled(acting.role) && alertSeen(seen, state, alert.id) !== undefined;
}

/** The roster of an organisation that is to be told. */
interface RosterOf {
  readonly organisation: string;
  readonly roster: KeptRoster;
}

/** A roster without a turn says no more of who is on call than none. */
function saysWho({ roster }: RosterOf): boolean {
  return roster.shifts.length + roster.exceptions.length > 0;
}

interface Found {
  readonly told: PersonTold;
  readonly whom: readonly ToldOrKept[];
}

function reachable({ account, wish }: PersonTold): readonly Reachable[] {
  return wish === null ? [] : [{ account, wish }];
}

function noticeOf(
  { idempotencyKey, shipment, data }: Asked,
  alert: Alert,
  told: PersonTold,
  whom: ToldOrKept,
): AlertNotice {
  const { account, channel, to, notBefore, kept } = whom;
  const { occasion, step } = data as unknown as Pick<AlertNotice, 'occasion' | 'step'>;
  const ends = step === 0;
  return {
    key: `${idempotencyKey}/${account}/${channel}/${to}`.slice(0, 280),
    ...{ shipment, alert: alert.id, occasion, step, account, channel, to, notBefore, kept, ends },
    organisation: told.acting.organisation.id,
    severity: ends ? 'notice' : alert.cause.severity,
  };
}

function outcomeOf(idempotencyKey: string, notices: readonly AlertNotice[]) {
  const key = idempotencyKey.slice(idempotencyKey.indexOf('/') + 1);
  const channels = [...new Set(notices.map(({ channel }) => channel))];
  const accounts = [...new Set(notices.map(({ account }) => account))];
  return { key, deliveries: notices.length, channels, accounts };
}

/** Whether an alert is still to be told of. */
export function isStanding(state: Pick<Shipment, 'stages'> | undefined, id: string): boolean {
  const status = state?.stages.alert.alerts.find((each) => each.id === id)?.status;
  return status === 'raised' || status === 'escalated';
}
