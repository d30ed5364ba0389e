import { createHash } from 'node:crypto';
import { shipmentIdOf, type Instant, type ShipmentId } from '@cellrelay/kernel';
import { mayAsk, possibleStandings } from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';
import type { Clock, LoadedState, ShipmentStore } from '../ports.js';
import { ownFilterOf } from '../questions/list-query.js';
import { seenBy, toldTo, type Seen } from '../questions/seen.js';
import type { BoardStore } from '../questions.port.js';
import { calendarItems } from './calendar-items.js';
import { calendarReach, tellingOf, type Standing } from './calendar-telling.js';
import type { CalendarAddress, CalendarStore, CalendarTold } from './calendar.port.js';
import { icsOf } from './ics.js';

/** A calendar as it is sent. */
export interface CalendarFeed {
  readonly text: string;
  /** Of its bytes. */
  readonly tag: string;
  readonly changedAt: Instant;
}

/** How often a telling is worked out anew when another one was kept meanwhile. */
const tries = 3;

/**
 * Calendars by their secret addresses. What is told is on record before it leaves, under the revision that it was worked out from: of two at once the later works it out anew,
 * so that no sequence ever stands for two contents, whenever a process dies.
 */
export class CalendarFeeds {
  constructor(
    private readonly stores: {
      readonly calendars: Pick<CalendarStore, 'find' | 'tell'>;
      readonly shipments: Pick<ShipmentStore, 'loadAll'>;
      readonly board: Pick<BoardStore, 'list'>;
      readonly clock: Clock;
    },
  ) {}

  /** Null where no such address stands. What they may see is decided now, as the board would. */
  async of(tokenHash: string, board: string | null): Promise<CalendarFeed | null> {
    for (let left = tries; ; left -= 1) {
      const address = await this.stores.calendars.find(tokenHash);
      if (address === null) return null;
      // Others tell it busily: what they told a moment ago is as good.
      const told = left === 0 ? address.told : await this.telling(tokenHash, address);
      if (told !== null) return feedOf(told, board);
    }
  }

  private async telling(tokenHash: string, address: CalendarAddress): Promise<CalendarTold | null> {
    const { calendars, clock } = this.stores;
    const { account, told } = address;
    const standing = await this.standing(address);
    const next = tellingOf(told, await clock.now(), standing);
    if (next === told) return told;
    return (await calendars.tell({ account, tokenHash, before: told.revision }, next)) ? next : null;
  }

  /** Shipments that are under way, and those that it was told of before, in case they have ended since. */
  private async standing({ acting, scope, told }: CalendarAddress): Promise<Standing> {
    const { live, left } = await this.live(acting);
    const before = told.items.flatMap(({ item }) => shipmentIdOf(item.shipment) ?? []);
    const states = await this.stores.shipments.loadAll([...new Set([...live, ...before])]);
    const seen = states.flatMap((each) => seenAs(acting, each));
    return {
      as: [scope, acting.organisation.id, acting.role, acting.courier ?? ''].join(' '),
      items: seen.flatMap(([id, each]) => calendarItems(id, each, scope)),
      shipments: new Set(['', ...seen.map(([id]) => id)]),
      shipmentsLeft: left,
    };
  }

  private async live(acting: Acting): Promise<{ readonly live: readonly ShipmentId[]; readonly left: number }> {
    if (!mayAsk(possibleStandings(acting), 'getAgenda')) return { live: [], left: 0 };
    const limit = calendarReach.mostShipments;
    const page = await this.stores.board.list(ownFilterOf({ view: 'all', live: true, limit }, acting), {
      cursor: null,
      limit,
    });
    if (!page.ok) throw new Error(`a list from its start was refused: ${page.error.sentence}`);
    const live = page.value.items.map(({ shipment }) => shipment);
    return { live, left: page.value.total - live.length };
  }
}

/** The operator's people too are told it without words of anybody's: a calendar leaves the house. */
function seenAs(acting: Acting, { shipment, state }: LoadedState): readonly (readonly [ShipmentId, Seen])[] {
  const seen = seenBy(acting, state);
  return seen === undefined ? [] : [[shipment, toldTo(seen.held, state)]];
}

function feedOf(told: CalendarTold, board: string | null): CalendarFeed {
  const text = icsOf(told, board);
  return { text, tag: createHash('sha256').update(text, 'utf8').digest('base64url'), changedAt: told.changedAt };
}
