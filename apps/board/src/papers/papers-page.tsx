import { useState } from 'react';
import { useOrganisations } from '../api/people.js';
import { useMay, useMe } from '../api/questions.js';
import type { Me } from '../api/types.js';
import { Asked, Nothing } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { EntrySection } from './entry-section.js';
import { usePapersSite, usePostalAddress } from './use-paper-facts.js';
import { t } from '../words/words.js';

/** What papers say of the organisation that makes them, and where organisations are written to. */
export function PapersPage() {
  const me = useMe().data;
  const ofSite = useMay('getPapersSite');
  const ofOrganisations = useMay('getPostalAddress');
  useTitle(t('Papers of the organisation'));
  if (me == null) return null;
  return (
    <section className="register papers" aria-labelledby="papers-title">
      <div className="bar">
        <h1 id="papers-title">{t('Papers of the organisation')}</h1>
      </div>
      <p className="ink2">{t('A paper that lacks one of these is not made, and says so.')}</p>
      {ofSite && <Site />}
      {ofOrganisations && <Addresses me={me} />}
      {!ofSite && !ofOrganisations && <Nothing title={t('Nothing here is yours to enter')} />}
    </section>
  );
}

function Site() {
  const site = usePapersSite();
  const mayEnter = useMay('putPapersSite');
  return (
    <Asked what={t('what all papers say')} lines={6} query={site}>
      {(place) => (
        <EntrySection
          title={t('What all papers say')}
          about={t('Who makes and signs them, whom to call at any hour, sizes of boxes, values for customs')}
          place={place}
          mayEnter={mayEnter}
        />
      )}
    </Asked>
  );
}

function Addresses({ me }: { readonly me: Me }) {
  const all = useMay('listOrganisations');
  const [chosen, choose] = useState(me.organisation.id);
  return (
    <>
      {all && <OrganisationChoice chosen={chosen} choose={choose} />}
      <Address key={chosen} organisation={chosen} />
    </>
  );
}

interface ChoiceProps {
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

function OrganisationChoice({ chosen, choose }: ChoiceProps) {
  const { data = [] } = useOrganisations(true);
  return (
    <p>
      <label className="label" htmlFor="postal-of">
        {t('Organisation')}
      </label>
      <select id="postal-of" value={chosen} onChange={({ target: { value } }) => choose(value)}>
        {data.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

function Address({ organisation }: { readonly organisation: string }) {
  const address = usePostalAddress(organisation);
  const mayEnter = useMay('putPostalAddress');
  return (
    <Asked what={t('the address')} lines={3} query={address}>
      {(place) => (
        <EntrySection
          title={t('Postal address and telephone')}
          about={t('As papers name it where it stands in a shipment')}
          place={place}
          mayEnter={mayEnter}
        />
      )}
    </Asked>
  );
}
