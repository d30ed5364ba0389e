import { err, ok, type Result } from '@cellrelay/kernel';
import { shippedFigures, type SourceMark, type Unit } from './constants.shipped.js';
import type { ViabilityProblem } from './problem.js';

export type { SourceMark, Unit } from './constants.shipped.js';

export type ConstantId = keyof typeof shippedFigures;

/** A figure of the model with where it comes from (viability.md R8). */
export interface Constant {
  readonly id: ConstantId;
  readonly value: number;
  readonly unit: Unit;
  /** Counts from 1; a site's own value is the next. */
  readonly version: number;
  readonly mark: SourceMark;
  readonly source: string;
  /** Who answers for it at the site; null: shipped, and approved by nobody yet. */
  readonly approvedBy: string | null;
}

/** All constants of one calculation. What is worked out by them carries the version. */
export interface ConstantSet {
  readonly version: string;
  readonly constants: Readonly<Record<ConstantId, Constant>>;
}

/** What a calculation rests on, kept with its answer (viability.md R8). */
export interface Basis {
  readonly constants: string;
  /** The judgements that it took part of, by id: figures that nobody has published. */
  readonly judged: readonly ConstantId[];
}

export const constantIds = Object.keys(shippedFigures) as readonly ConstantId[];

/** The constants that ship with the software. */
export const shippedConstants: ConstantSet = {
  version: 'shipped-1',
  constants: Object.fromEntries(constantIds.map((id) => [id, shipped(id)])) as Record<ConstantId, Constant>,
};

function shipped(id: ConstantId): Constant {
  const [value, unit, mark, source] = shippedFigures[id];
  return { id, value, unit, version: 1, mark, source, approvedBy: null };
}

/** The figure itself. */
export function figureOf({ constants }: ConstantSet, id: ConstantId): number {
  return constants[id].value;
}

/** Those of the ids whose figures are judgements, in the order given. */
export function judgedOf({ constants }: ConstantSet, ids: readonly ConstantId[]): readonly ConstantId[] {
  return ids.filter((id) => constants[id].mark === 'J');
}

/** A site's own figure in place of one. */
export interface Amendment {
  readonly id: ConstantId;
  readonly value: number;
  readonly source: string;
  readonly approvedBy: string;
}

/** The set with one figure of the site's own, under a version of its own; the set given stays as it was. Only temperatures may be below zero, and nobody's word is refused. */
export function withSiteFigure(
  set: ConstantSet,
  { id, value, source, approvedBy }: Amendment,
  version: string,
): Result<ConstantSet, ViabilityProblem> {
  const before = set.constants[id];
  if (approvedBy.trim() === '' || version.trim() === '' || version === set.version) {
    const sentence = 'A figure of a site’s own needs who approved it, and a version that is not the present one.';
    return err({ code: 'approver-missing', sentence, at: '/approvedBy' });
  }
  if (!Number.isFinite(value) || (before.unit !== '°C' && value <= 0)) {
    const allowed = before.unit === '°C' ? ['any finite temperature'] : ['any finite figure above 0'];
    return err({ code: 'constant-invalid', sentence: `${id} cannot be ${value}.`, at: '/value', allowed });
  }
  const amended: Constant = { ...before, value, source, approvedBy, mark: 'site', version: before.version + 1 };
  return ok({ version, constants: { ...set.constants, [id]: amended } });
}
