import { decided, inTheFuture, nothingCorrected, notWorded, saysAgain, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type { CorrectDeviation, Deviation, DeviationEvent, DeviationFacts } from './deviation.js';

/** Corrects what a deviation is of, when it happened and how it is told; who was told of it stays told. */
export function correctDeviation(
  data: CorrectDeviation['data'],
  deviation: Deviation,
  { now }: DeviationFacts,
): Decision<DeviationEvent> {
  const { happenedAt, ...corrected } = data;
  const was = { kind: deviation.kind, words: deviation.words, happenedAt: deviation.happenedAt };
  const problem =
    inTheFuture(happenedAt, now, '/happenedAt') ??
    notWorded(data.words, 'What happened', '/words', 2000) ??
    notWorded(data.reason, 'The reason', '/reason') ??
    notWorded(data.evidence, 'The evidence', '/evidence') ??
    unchanged(data, was);
  return decided(problem, () => [
    { type: 'DeviationCorrected', v: 1, stage: 'deviation', occurredAt: happenedAt, data: { ...corrected, was } },
  ]);
}

function unchanged(
  { kind, words, happenedAt }: CorrectDeviation['data'],
  was: Pick<Deviation, 'kind' | 'words' | 'happenedAt'>,
): Refusal | undefined {
  return saysAgain({ kind, words, happenedAt }, was) ? nothingCorrected : undefined;
}
