import { Fragment, type ReactNode } from 'react';
import { partsIn, textIn } from '../act/drafts.js';
import { FieldView } from '../act/fields/field-view.js';
import { FormContext } from '../act/form-context.js';
import { ownPlace } from '../act/places.js';
import type { Place } from '../api/types.js';
import { draftOfAct, OPEN, type Act } from './acts.js';
import type { SetUp } from './set-up.js';
import type { InHand } from './use-set-up.js';

interface ActFieldsProps {
  readonly hand: InHand;
  readonly act: Act;
  /** Which of its fields; all of them unless given. */
  readonly only?: (name: string) => boolean;
  /** The step has been left once: what is missing is said beside the fields. */
  readonly tried: boolean;
  readonly under?: Readonly<Record<string, (typed: string) => ReactNode>>;
}

/** Fields of one command, with what is missing in them and what the server said of them beside each. */
export function ActFields({ hand, act, only = () => true, tried, under }: ActFieldsProps) {
  const { setUp, missing, type, learnAirports } = hand;
  const draft = draftOfAct(act, setUp);
  const refusal = setUp.outcomes[act.id]?.refusal;
  const fields = act.fields.filter(({ name }) => only(name));
  return (
    <FormContext
      value={{
        places: placesIn(setUp),
        wrong: tried ? missing.filter((one) => one.act === act.id) : [],
        faults: refusal?.fields ?? [],
        airports: setUp.airports,
        learnAirports,
      }}
    >
      {fields.map((field) => (
        <Fragment key={field.name}>
          <FieldView
            field={field}
            at={`/${field.name}`}
            draft={draft[field.name]}
            change={(next) => type(act.id, { ...draft, [field.name]: next })}
          />
          {under?.[field.name]?.(textIn(draft[field.name]))}
        </Fragment>
      ))}
      <Refused act={act} setUp={setUp} shown={fields.map(({ name }) => `/${name}`)} />
    </FormContext>
  );
}

interface RefusedProps {
  readonly act: Pick<Act, 'id'>;
  readonly setUp: SetUp;
  /** Pointers of the fields that say their own faults. */
  readonly shown: readonly string[];
}

/** What the server said of an act, unless it stands beside a field. */
export function Refused({ act, setUp, shown }: RefusedProps) {
  const { refusal, why } = setUp.outcomes[act.id] ?? {};
  if (refusal === undefined) return why === undefined ? null : <p className="said ink2">Not yet: {why}</p>;
  const beside = refusal.fields.some(({ pointer }) =>
    shown.some((one) => pointer === one || pointer.startsWith(`${one}/`)),
  );
  if (beside || (act.id === OPEN && refusal.fields.length > 0)) return null;
  return <p className="said danger">Refused: {refusal.detail}</p>;
}

/** The clocks that a time may be typed in: one's own, both centres', and those of the airports. */
function placesIn({ drafts, airports }: SetUp): readonly Place[] {
  const parties = partsIn(drafts[OPEN]?.['parties']);
  const centres = ['collectionCentre', 'transplantCentre'].map((name) => {
    const { city, zone } = partsIn(parties[name]);
    return { city: textIn(city).trim(), zone: textIn(zone).trim() };
  });
  const all = [ownPlace, ...centres, ...Object.values(airports)].filter(
    ({ city, zone }) => city !== '' && isZone(zone),
  );
  return all.filter(({ zone }, at) => all.findIndex((one) => one.zone === zone) === at);
}

/** A zone that is half typed is none yet. */
function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
