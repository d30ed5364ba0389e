import { differingPositions } from '@cellrelay/identifiers';
import type { Refusal } from '@cellrelay/shipment';

/**
 * Adds to the refusal of a mistyped bag the positions at which its DIN differs from the bag on record that is nearest to it.
 * Positions only, so that the label is read again and the record not copied.
 */
export function againstRecord(
  refusals: readonly Refusal[],
  body: unknown,
  bags: readonly string[],
): readonly Refusal[] {
  return refusals.map((refusal) => (refusal.code.startsWith('din-') ? compared(refusal, body, bags) : refusal));
}

function compared(refusal: Refusal, body: unknown, bags: readonly string[]): Refusal {
  const given = dinIn(valueAt(body, refusal.at ?? ''));
  const nearest = bags
    .map((bag) => differingPositions(dinIn(bag), given))
    .reduce<readonly number[] | undefined>(
      (best, each) => (best === undefined || each.length < best.length ? each : best),
      undefined,
    );
  if (given === '' || nearest === undefined || nearest.length === 0) return refusal;
  const places = `${nearest.length === 1 ? 'position' : 'positions'} ${nearest.join(', ')}`;
  return { ...refusal, sentence: `${refusal.sentence} It differs from the one on record at ${places}.` };
}

function dinIn(text: unknown): string {
  if (typeof text !== 'string') return '';
  const [din = ''] = text.toUpperCase().replaceAll(/\s/g, '').split('/');
  return din.replace(/^=/, '').slice(0, 13);
}

function valueAt(body: unknown, pointer: string): unknown {
  const parts = pointer.split('/').slice(1);
  return parts.reduce<unknown>((value, part) => (isRecord(value) ? value[part] : undefined), body);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
