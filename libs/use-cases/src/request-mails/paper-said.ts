import type { KindOfPaper } from '@cellrelay/paperwork';
import type { IssuedPaper } from '@cellrelay/shipment';
import { paperNames } from '../papers/paper-names.js';

/** A paper in words: "Letter to airport security, PEK (plan 1)". */
export function paperSaid({ kind, of, plan }: Pick<IssuedPaper, 'kind' | 'of' | 'plan'>): string {
  const name = paperNames[kind as KindOfPaper] ?? kind;
  return `${name}${of === null ? '' : `, ${of}`} (plan ${plan})`;
}
