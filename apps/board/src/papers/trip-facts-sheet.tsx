import { useState } from 'react';
import { Link } from 'wouter';
import { useMay } from '../api/questions.js';
import type { PaperFacts, Shipment } from '../api/types.js';
import { Asked } from '../shell/states.js';
import { Sheet } from '../shell/sheet.js';
import { EntryForm } from './entry-form.js';
import { EntrySection } from './entry-section.js';
import type { EntryPlace } from './entry.js';
import { partText } from './paper-words.js';
import { useTripFacts } from './use-trip-facts.js';
import type { PartOfFacts } from './ways-to-facts.js';
import { rich } from '../words/rich.js';
import { t } from '../words/words.js';

interface SheetProps {
  readonly shipment: Shipment;
  /** What it was opened for; all of it otherwise. */
  readonly part?: PartOfFacts;
  readonly close: () => void;
}

/** What papers say of this shipment and of no other: the donor's test results, the value for customs, addresses that are in no register. Each as it stands, with its form. */
export function TripFactsSheet({ shipment, part, close }: SheetProps) {
  const facts = useTripFacts(shipment.id);
  return (
    <Sheet
      title={t('Facts for the papers')}
      about={t('Of {reference} alone', { reference: shipment.reference })}
      close={close}
    >
      <Asked what={t('the facts')} lines={3} query={facts}>
        {(told) => <Parts facts={told} part={part} placeOf={(fact) => facts.placeOf(told, fact)} />}
      </Asked>
    </Sheet>
  );
}

interface PartsProps {
  readonly facts: PaperFacts;
  readonly part: PartOfFacts | undefined;
  readonly placeOf: (fact: Parameters<ReturnType<typeof useTripFacts>['placeOf']>[1]) => EntryPlace | undefined;
}

function Parts({ facts, part, placeOf }: PartsProps) {
  const mayTests = useMay('putDonorMarkers');
  const shows = (each: PartOfFacts) => part === undefined || part === each;
  return (
    <>
      {shows('markers') && (
        <Markers facts={facts} place={placeOf('markers')} mayEnter={mayTests} begun={part !== undefined} />
      )}
      {shows('value') && (
        <Fact
          title={t('Value for customs')}
          about={t('What the goods are said to be worth, for customs and nothing else')}
          place={placeOf('value')}
          begun={part !== undefined}
        />
      )}
      {shows('parties') && facts.parties !== null && <Parties parties={facts.parties} placeOf={placeOf} />}
    </>
  );
}

interface MarkersProps {
  readonly facts: PaperFacts;
  readonly place: EntryPlace | undefined;
  readonly mayEnter: boolean;
  readonly begun: boolean;
}

function Markers({ facts, place, mayEnter, begun }: MarkersProps) {
  const donor = facts.markers.of;
  const about =
    donor === null
      ? t('The order names no donor yet')
      : t('Of the donor {donor}, as the laboratory reported them', { donor });
  return (
    <Fact
      title={t('Donor’s test results')}
      about={about}
      place={place}
      mayEnter={mayEnter && donor !== null}
      begun={begun}
    />
  );
}

/** Whoever is quoted in the order alone has an address here; an organisation of the register has one for all its shipments. */
function Parties({
  parties,
  placeOf,
}: Pick<PartsProps, 'placeOf'> & { readonly parties: NonNullable<PaperFacts['parties']> }) {
  return (
    <>
      {parties.map(({ part, name, city }) => (
        <Fact
          key={part}
          title={`${partText(part)}: ${name}`}
          about={t('{city}; in no register', { city })}
          place={placeOf(`parties/${part}`)}
        />
      ))}
      <p className="hint">
        {rich('An organisation of the register has one address for all its shipments: {link}.', {
          link: <Link href="/papers">{t('Papers of the organisation')}</Link>,
        })}
      </p>
    </>
  );
}

interface FactProps {
  readonly title: string;
  readonly about: string;
  readonly place: EntryPlace | undefined;
  readonly mayEnter?: boolean;
  /** The sheet was opened to enter this: where nothing stands, its form is open. */
  readonly begun?: boolean;
}

function Fact({ title, about, place, mayEnter = true, begun = false }: FactProps) {
  const [filling, setFilling] = useState(begun && mayEnter && isEmpty(place));
  if (place === undefined) return null;
  const end = () => setFilling(false);
  if (!filling) return <EntrySection title={title} about={about} place={place} mayEnter={mayEnter} inDialog />;
  return (
    <section className="entry" aria-label={title}>
      <h2>{title}</h2>
      <p className="hint">{about}</p>
      <EntryForm place={begunPlace(place)} button={t('Enter it')} done={end} leave={end} />
    </section>
  );
}

/** Nothing stands that a paper could say. */
function isEmpty(place: EntryPlace | undefined): boolean {
  return Object.values((place?.known ?? {}) as Readonly<Record<string, unknown>>).every((value) => value === null);
}

/** With its parts laid open to be filled in, which the form would ask for first. */
function begunPlace(place: EntryPlace): EntryPlace {
  const known = Object.keys(place.known as object).map((name) => [name, {}]);
  return { ...place, known: Object.fromEntries(known) as unknown };
}
