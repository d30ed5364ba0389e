import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { PaperFacts, Shipment } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { Asked } from '../shell/states.js';
import { Sheet } from '../shell/sheet.js';
import { EntryForm } from './entry-form.js';
import { partText } from './paper-words.js';
import type { StandingFact } from './use-entry.js';
import { usePaperFacts } from './use-paper-facts.js';
import type { PartOfFacts } from './ways-to-facts.js';

interface SheetProps {
  readonly shipment: Shipment;
  /** What is laid open at first. */
  readonly part: PartOfFacts;
  readonly close: () => void;
}

/** The facts that are of this shipment and of no other, to be entered: results of the donor's tests, the value for customs, addresses that are in no register. */
export function PaperFactsSheet({ shipment, part, close }: SheetProps) {
  const facts = usePaperFacts(shipment.id);
  return (
    <Sheet title="Facts for the papers" about={`${shipment.reference}: of this shipment alone`} close={close}>
      <Asked what="the facts" lines={3} query={facts}>
        {(told) => <Parts shipment={shipment.id} facts={told} part={part} />}
      </Asked>
    </Sheet>
  );
}

interface PartsProps extends Pick<SheetProps, 'part'> {
  readonly shipment: string;
  readonly facts: PaperFacts;
}

function Parts({ shipment, facts: { markers, value, parties }, part }: PartsProps) {
  return (
    <>
      <Fold title="Donor’s test results" entered={enteredOf(markers)} open={part === 'markers'}>
        {markers.of === null ? (
          <p className="none">The order names no donor yet, so there is nobody that results could be of.</p>
        ) : (
          <EntryForm
            fact={{ ...markers, shipment, which: 'markers', of: markers.of, known: known('markers', markers.markers) }}
            button="Enter the results"
          />
        )}
      </Fold>
      {value !== null && (
        <Fold title="Value for customs" entered={enteredOf(value)} open={part === 'value'}>
          <EntryForm
            fact={{ ...value, shipment, which: 'value', known: known('value', value.value) }}
            button="Enter the value"
          />
        </Fold>
      )}
      {parties !== null && <Parties {...{ shipment, parties }} open={part === 'parties'} />}
    </>
  );
}

interface PartiesProps {
  readonly shipment: string;
  readonly parties: NonNullable<PaperFacts['parties']>;
  readonly open: boolean;
}

/** Whoever is quoted in the order alone has an address here; an organisation of the register has its own there. */
function Parties({ shipment, parties, open }: PartiesProps) {
  return (
    <>
      {parties.map((party) => (
        <Fold
          key={party.part}
          title={`${partText(party.part)}: ${party.name}, ${party.city}`}
          entered={enteredOf(party)}
          open={open}
        >
          <EntryForm fact={partyFact(shipment, party)} button="Enter the address" />
        </Fold>
      ))}
      <p className="hint">
        An organisation of the register has one address for all its shipments, entered under{' '}
        <Link href="/people">People</Link>.
      </p>
    </>
  );
}

function partyFact(shipment: string, party: PartiesProps['parties'][number]): StandingFact {
  return { ...party, shipment, which: `parties/${party.part}`, known: known('address', party.address) };
}

/** What is not entered is begun, so that the form is there to be filled in. */
const known = (name: string, value: unknown): StandingFact['known'] => ({ [name]: value ?? {} });

type Entered = Pick<StandingFact, 'entered'> & { readonly counts: boolean };

/** Who entered it and when; what was entered of another is said to be so. */
function enteredOf({ entered, counts }: Entered): string {
  if (entered === null) return 'not entered';
  return counts ? `by ${entered.by}, ${momentText(entered.at)}` : 'entered of another, and said on no paper';
}

interface FoldProps {
  readonly title: string;
  readonly entered: string;
  readonly open: boolean;
  readonly children: ReactNode;
}

function Fold({ title, entered, open, children }: FoldProps) {
  return (
    <details className="fold" open={open}>
      <summary>
        {title} <small className="ink2">{entered}</small>
      </summary>
      {children}
    </details>
  );
}
