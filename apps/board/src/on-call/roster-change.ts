import type { OnCall, RosterBody } from '../api/types.js';
import { localText } from '../time/zone.js';

type Typed = Readonly<Record<string, string>>;

/** What a form adds to a roster. */
export type AddedTo = 'shifts' | 'exceptions' | 'substitutions';

/** The roster that was read, as it is written back. */
export function bodyOfRoster({ zone, shifts, exceptions, substitutions }: OnCall): RosterBody {
  const stated = (moment: { readonly at: string; readonly zone: string }) => ({
    local: localText(Date.parse(moment.at), moment.zone, true),
    zone: moment.zone,
  });
  const dated = <T extends OnCall['exceptions'][number] | OnCall['substitutions'][number]>(each: T) => ({
    ...each,
    from: stated(each.from),
    to: stated(each.to),
  });
  return { zone, shifts, exceptions: exceptions.map(dated), substitutions: substitutions.map(dated) };
}

/** The same with what was typed. */
export function withAdded(body: RosterBody, list: AddedTo, typed: Typed): RosterBody {
  const { zone = body.zone } = typed;
  // The weekly turns go by the roster's zone; a dated one goes by whichever it is told in, and moves nobody else's.
  if (list === 'shifts') return { ...body, zone, shifts: [...body.shifts, ...shiftsTyped(typed)] };
  const times = { from: { local: typed['from'] ?? '', zone }, to: { local: typed['to'] ?? '', zone } };
  if (list === 'exceptions') {
    const account = typed['account'] === '' ? null : (typed['account'] ?? null);
    return { ...body, exceptions: [...body.exceptions, { account, place: Number(typed['place']), ...times }] };
  }
  const { absent = '', by = '' } = typed;
  return { ...body, substitutions: [...body.substitutions, { absent, by, ...times }] };
}

/** One turn, or the same on several days of the week. */
function shiftsTyped({ account = '', place = '1', days = '', from = '', to = '' }: Typed): RosterBody['shifts'] {
  return [...days].map((day) => ({ account, place: Number(place), weekday: Number(day), from, to }));
}

/** The same without one line of a list. */
export function without(body: RosterBody, list: AddedTo, index: number): RosterBody {
  return { ...body, [list]: body[list].filter((_, each) => each !== index) };
}

/** In which line of its form stands what is written of a turn: `/exceptions/0/from/local` in `from`. */
export function lineOfTurn(pointer: string): string | undefined {
  const [, list, , field, within] = pointer.split('/');
  if (list === 'zone') return 'zone';
  return within === 'zone' ? 'zone' : field;
}
