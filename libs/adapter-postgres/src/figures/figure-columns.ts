import type { Figure } from '@cellrelay/use-cases';

/** The columns that a figure fills, with their types, by the names of its fields. */
export const figureColumns: Readonly<Record<keyof Figure, readonly [name: string, type: string]>> = {
  year: ['year', 'integer'],
  country: ['country', 'text'],
  region: ['region', 'text'],
  domestic: ['domestic', 'boolean'],
  product: ['product', 'text'],
  outcome: ['outcome', 'text'],
  reason: ['reason', 'text'],
  agesMinutes: ['ages_minutes', 'integer[]'],
  doses: ['doses', 'double precision[]'],
  bagsEnded: ['bags_ended', 'integer'],
  bagsInTarget: ['bags_in_target', 'integer'],
  bagsInLimit: ['bags_in_limit', 'integer'],
  doorMinutes: ['door_minutes', 'integer[]'],
  excursions: ['excursions', 'integer'],
  slackEater: ['slack_eater', 'text'],
};

const all = Object.entries(figureColumns);

/** The columns' names, as a list for SQL. */
export const figureNames = all.map(([, [name]]) => name).join(', ');

/** The columns as a figure's JSON has them: for json_to_record. */
export const figureRecord = all.map(([field, [, type]]) => `"${field}" ${type}`).join(', ');

/** A row's figure as JSON, under the names of its fields. */
export const figureJson = `json_build_object(${all.map(([field, [name]]) => `'${field}', ${name}`).join(', ')})`;
