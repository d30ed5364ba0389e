import type { ApiParts } from '../../../../apps/api/src/parts.js';
import type { Hole } from './run.js';

/** The same object with some of it otherwise. */
function otherwise<T extends object>(whole: T, some: Partial<T>): T {
  return Object.assign(Object.create(whole) as T, some);
}

/** How long the donor's name is, in a header of every answer. */
export const lengthInHeader: Hole = {
  inAnswer: (res, { donor }) => res.setHeader('X-Took', String(donor.name.length)),
};

/** A list stands in another order where the donor's name comes late in the alphabet. */
export const orderOfList: Hole = {
  inParts: (parts, { donor }) => {
    const search: ApiParts['airports']['search'] = (text, limit) => {
      const found = parts.airports.search(text, limit);
      return donor.name < 'EXAMPLE M' ? found : [...found].reverse();
    };
    return { ...parts, airports: otherwise(parts.airports, { search }) };
  },
};

/** The one place that says who stands on which side says that everybody does: both the policies of the tables and the core's own question go by it. */
export const everybodyOnEachSide: Hole = {
  inDatabase: `create or replace function cellrelay.stands_on_side(of_shipment uuid, on_side text, asking text) returns boolean
    language sql stable as $$ select on_side in ('donor', 'patient') $$`,
};

/** A letter has the donor's name in its subject. */
export const nameInLetter: Hole = {
  inParts: (parts, { donor }) => {
    const { mailer } = parts;
    if (mailer === undefined) return parts;
    return { ...parts, mailer: { post: (letter) => mailer.post({ ...letter, subject: donor.name }) } };
  },
};

/** The row that is shared over the live stream has the donor's name for its reference. */
export const nameInStream: Hole = {
  inParts: (parts, { donor }) => {
    const rows: ApiParts['board']['rows'] = async (ids) =>
      (await parts.board.rows(ids)).map((each) => ({
        ...each,
        shared: each.shared && { ...each.shared, reference: donor.name },
      }));
    return { ...parts, board: otherwise(parts.board, { rows }) };
  },
};

/** Nothing is kept from anybody who may see a shipment: what it is told in stands as it was said, and words are told to everybody as they are to the operator. */
export const nothingKeptBack: Hole = {
  inDatabase: `create or replace function cellrelay.runs_this(asking text) returns boolean
    language sql stable as $$ select true $$`,
  inParts: (parts) => ({ ...parts, questions: otherwise(parts.questions, { as: () => parts.questions }) }),
};
