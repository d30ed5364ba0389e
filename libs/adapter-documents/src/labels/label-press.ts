import { err, ok, type Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import { NotSet, type LabelPress, type LabelRun } from '@cellrelay/use-cases';
import type { PaperTypesetter } from '../typesetter.js';
import { a4Of, rollOf, type LabelSize, type LabelStock } from './stock.js';

/** Prints labels by that typesetter. */
export function labelPress(typesetter: Pick<PaperTypesetter, 'setLabels'>): LabelPress {
  return {
    print: async (labels, run) => {
      try {
        return ok(await typesetter.setLabels(labels, stockOf(run), { madeAt: run.madeAt }));
      } catch (error) {
        if (error instanceof NotSet)
          return notPrinted(
            error,
            labels.map(({ reference }) => reference),
          );
        throw error;
      }
    },
  };
}

function stockOf({ stock, dpi }: Pick<LabelRun, 'stock' | 'dpi'>): LabelStock {
  const [on = '', size = ''] = stock.split('-');
  return on === 'a4' ? a4Of(size as LabelSize) : rollOf(size as LabelSize, dpi);
}

/** The template names the label that is too large; of all else the engine's own words are for the log. */
function notPrinted({ reason, message }: NotSet, references: readonly string[]): Result<never, Refusal> {
  // The longest first: T1 is how T10 begins.
  const byLength = [...references].sort((a, b) => b.length - a.length);
  const large = byLength.find((reference) => message.includes(`does not fit on this stock: ${reference}`));
  if (large !== undefined) return err(doesNotFit(large));
  const sentence = reason === 'busy' ? 'Too much waits to be printed. Ask again in a minute.' : `${message}.`;
  return err({ code: reason === 'busy' ? 'papers-busy' : 'paper-not-set', sentence });
}

function doesNotFit(reference: string): Refusal {
  const sentence = `${reference} does not fit on this stock, and nothing is cut off. Choose the larger labels, or English alone.`;
  return { code: 'label-does-not-fit', sentence, at: '/stock', allowed: ['roll-100x150', 'a4-100x150'] };
}
