import type { ShipmentId } from '@cellrelay/kernel';
import type { Acting } from '../people/acting.js';
import type { Clock } from '../ports.js';
import type { ChangeStream } from '../questions.port.js';
import type { BoardQuestions } from '../questions/board-questions.js';
import type { ShipmentView } from '../questions/views.js';
import { nobodyReads, toldTo } from '../words/tell-words.js';
import type { DeliveryStore } from './delivery-store.port.js';
import type { EndpointDirectory, EndpointFeed } from './endpoint.port.js';
import { noticesOf, seriesOf } from './webhook-notices.js';

export interface FeedingParts {
  readonly endpoints: Pick<EndpointDirectory, 'feeds' | 'moveOn'>;
  readonly changes: Pick<ChangeStream, 'changesAfter' | 'latestCursor'>;
  readonly questions: Pick<BoardQuestions, 'as'>;
  readonly deliveries: Pick<DeliveryStore, 'enqueue' | 'lastOf'>;
  readonly clock: Clock;
  /** Told of what went wrong with one program; the others are told all the same. */
  readonly failed: (error: unknown) => void;
}

const pageSize = 100;

/**
 * Brings programs what has happened since they were told last. What is told is kept before the cursor moves, under keys of its own: whoever dies in between has told nothing twice and
 * lost nothing. Sealed words are told to no program.
 */
export class FeedEndpoints {
  constructor(private readonly parts: FeedingParts) {}

  /** One page for each; answers whether any may have more. */
  async look(): Promise<boolean> {
    let more = false;
    for (const feed of await this.parts.endpoints.feeds()) more = (await this.broughtOn(feed)) || more;
    return more;
  }

  /** Its cursor stays where it was when that fails: it is brought the same again. */
  private async broughtOn(feed: EndpointFeed): Promise<boolean> {
    try {
      return await this.bring(feed);
    } catch (error) {
      this.parts.failed(error);
      return false;
    }
  }

  private async bring(feed: EndpointFeed): Promise<boolean> {
    const page = await this.parts.changes.changesAfter(feed.cursor, pageSize);
    // Of another database: restored since. It begins where that is now.
    if (!page.ok) {
      await this.parts.endpoints.moveOn(feed, await this.parts.changes.latestCursor());
      return false;
    }
    for (const { shipment, revision } of page.value) if (revision !== null) await this.tell(feed, shipment);
    const last = page.value.at(-1);
    if (last !== undefined) await this.parts.endpoints.moveOn(feed, last.cursor);
    return last !== undefined;
  }

  private async tell(feed: EndpointFeed, shipment: ShipmentId): Promise<void> {
    const view = await this.parts.questions.as(programOf(feed)).shipment(shipment);
    if (view === undefined || (view.example && !feed.examples)) return;
    const told: ShipmentView = await toldTo(nobodyReads, feed.organisation.id, view);
    const now = await this.parts.clock.now();
    const of = { endpoint: feed.id, organisation: feed.organisation.id, since: feed.since, now };
    const before = await this.parts.deliveries.lastOf(seriesOf(told, of));
    await this.parts.deliveries.enqueue(noticesOf(told, of, before));
  }
}

/** A program sees what its organisation's coordinators see: one of them made it. */
function programOf({ organisation }: EndpointFeed): Acting {
  return { person: 'program', role: 'coordinator', organisation, courier: null };
}
