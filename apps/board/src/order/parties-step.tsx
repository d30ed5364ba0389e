import { partsIn } from '../act/drafts.js';
import { FieldView } from '../act/fields/field-view.js';
import { FormContext } from '../act/form-context.js';
import { draftOfAct, OPEN, parts } from './acts.js';
import { OpenedAlready } from './opened-already.js';
import { PartyChoice } from './party-choice.js';
import type { StepProps } from './step-props.js';

/** Who takes part: chosen from the register, and as the order names them with their clocks. */
export function PartiesStep({ hand, tried }: StepProps) {
  const { setUp } = hand;
  const sites = parts.filter(({ site }) => site !== null);
  return (
    <>
      {setUp.opened && <OpenedAlready id={setUp.id} />}
      <div className="order-pair">
        {sites.map((part) => (
          <div key={part.part} className="order-party">
            <PartyChoice hand={hand} of={part} />
            {!setUp.opened && part.site !== null && <SiteFields hand={hand} tried={tried} site={part.site} />}
          </div>
        ))}
      </div>
      <p className="hint">
        People of an organisation that is chosen from the register see the shipment once it is named, and may act in it.
        One that is not registered is named in the order alone.
      </p>
    </>
  );
}

function SiteFields({ hand, tried, site }: StepProps & { readonly site: string }) {
  const { setUp, acts, missing, type, learnAirports } = hand;
  const open = acts.find(({ id }) => id === OPEN);
  const group = open?.fields.find(({ name }) => name === 'parties');
  const field = group?.kind === 'group' ? group.fields.find(({ name }) => name === site) : undefined;
  if (open === undefined || field === undefined) return null;
  const draft = draftOfAct(open, setUp);
  const parties = partsIn(draft['parties']);
  const wrong = tried ? missing.filter(({ act }) => act === OPEN) : [];
  const faults = setUp.outcomes[OPEN]?.refusal?.fields ?? [];
  return (
    <FormContext value={{ places: [], wrong, faults, airports: setUp.airports, learnAirports }}>
      <FieldView
        field={field}
        at={`/parties/${site}`}
        draft={parties[site]}
        change={(next) => type(OPEN, { ...draft, parties: { ...parties, [site]: next } })}
      />
    </FormContext>
  );
}
