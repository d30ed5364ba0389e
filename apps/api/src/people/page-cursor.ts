import { refuse } from '@cellrelay/platform';
import type { PageOf } from '@cellrelay/use-cases';

/** The name after which a page begins, out of its cursor. */
export function afterIn(cursor: string | undefined): string {
  if (cursor === undefined) return '';
  const name = Buffer.from(cursor, 'base64url').toString('utf8');
  if (name !== '' && !name.includes('\u0000') && cursorOf(name) === cursor) return name;
  return refuse({ code: 'cursor-unknown', sentence: 'This cursor is none of this list.' });
}

/** A page with its cursor as it is told: names hold what addresses do not. */
export function withCursor<Item>({ items, next, total }: PageOf<Item>): PageOf<Item> {
  return { items, next: next === null ? null : cursorOf(next), total };
}

function cursorOf(name: string): string {
  return Buffer.from(name, 'utf8').toString('base64url');
}
