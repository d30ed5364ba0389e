import type { NewPersonalDelivery } from '../deliveries/delivery.js';
import type { LoadedState, ShipmentStore } from '../ports.js';
import { alertViewOf } from '../questions/alert-view.js';
import { alertFor } from '../questions/disclosed.js';
import { alertSeen, seenBy } from '../questions/seen.js';
import type { AlertNotice, NoticeStore } from './notices.port.js';
import type { OnCallStore, PersonTold } from './on-call.port.js';
import { noRoster } from './on-call-view.js';
import { isStanding } from './tell-desk.js';
import { deliveryOf, type ToldAlert } from './told-message.js';

/** Every so many looks it is asked which alerts have ended. */
const looksBetweenEnds = 10;
const mostEnds = 200;
/** Some once an hour, a look being a second. */
const looksBetweenForgetting = 3_600;

/** What notices are told with. */
export interface TellNoticesParts {
  readonly shipments: Pick<ShipmentStore, 'loadAll'>;
  readonly onCall: Pick<OnCallStore, 'people'>;
  readonly notices: NoticeStore;
}

/**
 * Makes messages of notices: after a silence of the bells one digest a person, not one message each. What waits for an alert that has ended meanwhile, or was taken on, is told to
 * nobody.
 */
export class TellNotices {
  private looks = 0;

  constructor(private readonly parts: TellNoticesParts) {}

  /** One look; to be called again and again. Answers how many messages were made. */
  async look(): Promise<number> {
    if (this.looks % looksBetweenEnds === 0) await this.withdraw();
    if (this.looks % looksBetweenForgetting === 0) await this.parts.notices.forget();
    this.looks += 1;
    if (await this.parts.notices.catchingUp()) return 0;
    return this.parts.notices.flush((notices) => this.compose(notices));
  }

  private async withdraw(): Promise<void> {
    const notices = await this.parts.notices.standing(mostEnds);
    const states = await this.states(notices);
    const ended = notices.filter(({ shipment, alert }) => !isStanding(states.get(shipment), alert));
    if (ended.length > 0) await this.parts.notices.end(ended);
  }

  private async compose(notices: readonly AlertNotice[]): Promise<NewPersonalDelivery | null> {
    const states = await this.states(notices);
    const people = await this.parts.onCall.people(notices.map(({ account }) => account));
    const told = notices.flatMap((notice) => {
      const person = people.find(({ account }) => account === notice.account);
      const alert = person && toldOf(notice, person, states.get(notice.shipment));
      return alert === undefined ? [] : [{ notice, alert }];
    });
    const [first, ...rest] = told.map(({ notice }) => notice);
    return first === undefined
      ? null
      : deliveryOf(
          [first, ...rest],
          told.map(({ alert }) => alert),
        );
  }

  private async states(names: readonly Pick<AlertNotice, 'shipment'>[]) {
    const loaded = await this.parts.shipments.loadAll([...new Set(names.map(({ shipment }) => shipment))]);
    return new Map(loaded.map(({ shipment, state }) => [shipment, state]));
  }
}

/** The alert as that person may see it; undefined where there is nothing to tell them any more. */
function toldOf(
  notice: AlertNotice,
  { acting, wish }: PersonTold,
  state: LoadedState['state'] | undefined,
): ToldAlert | undefined {
  const seen = state && seenBy(acting, state);
  const alert = seen && alertSeen(seen, state, notice.alert);
  if (seen === undefined || alert === undefined) return undefined;
  if (!notice.ends && !isStanding(state, notice.alert)) return undefined;
  const view = alertFor(seen.held, alertViewOf(notice.shipment, seen.state, alert));
  return { view, ends: notice.ends, zone: wish?.zone ?? noRoster.zone };
}
