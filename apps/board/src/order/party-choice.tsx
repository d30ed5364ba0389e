import { useId } from 'react';
import { partsIn, textIn } from '../act/drafts.js';
import { useOrganisations } from '../api/people.js';
import { OPEN, type parts } from './acts.js';
import { Refused } from './act-fields.js';
import type { InHand } from './use-set-up.js';

interface PartyChoiceProps {
  readonly hand: InHand;
  readonly of: (typeof parts)[number];
}

/** Which organisation of the register takes a part. Its people see the shipment once it is sent. */
export function PartyChoice({ hand, of: { part, kind, label, site } }: PartyChoiceProps) {
  const id = useId();
  const { setUp, put } = hand;
  const { data } = useOrganisations(true);
  const act = `party ${part}`;
  const fitting = (data ?? []).filter((one) => one.kind === kind);
  const chosen = textIn(setUp.drafts[act]?.['organisation']);
  const done = setUp.outcomes[act]?.done === true;
  const choose = (organisation: string) => {
    const next = { ...setUp, drafts: { ...setUp.drafts, [act]: { organisation } } };
    const name = fitting.find((one) => one.id === organisation)?.name;
    const before = fitting.find((one) => one.id === chosen)?.name;
    put(site === null || name === undefined || setUp.opened ? next : named(next, { site, name, before }));
  };
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}, from the register<span className="optional"> optional</span>
      </label>
      <select id={id} value={chosen} disabled={done} onChange={(event) => choose(event.target.value)}>
        <option value="">{fitting.length === 0 ? 'None is registered' : 'Nobody yet'}</option>
        {fitting.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      {done && <p className="hint">Named. Another one is named on the shipment’s page.</p>}
      <Refused act={{ id: act }} setUp={setUp} shown={[]} />
    </div>
  );
}

interface Naming {
  readonly site: string;
  readonly name: string;
  readonly before: string | undefined;
}

/** The order's own name of the party follows the register, unless somebody has typed another. */
function named(setUp: InHand['setUp'], { site, name, before }: Naming): InHand['setUp'] {
  const order = setUp.drafts[OPEN] ?? {};
  const parties = partsIn(order['parties']);
  const typed = textIn(partsIn(parties[site])['name']);
  if (typed !== '' && typed !== before) return setUp;
  const changed = { ...parties, [site]: { ...partsIn(parties[site]), name } };
  return { ...setUp, drafts: { ...setUp.drafts, [OPEN]: { ...order, parties: changed } } };
}
