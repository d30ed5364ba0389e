import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { OfficerLanguage } from '../api/types.js';
import type { Trip } from '../offline/trip.js';
import { t } from '../words/words.js';
import { directionOf, languagesAt, sentencesAt, turned } from './officer-order.js';
import { cityNow } from './where-now.js';

interface OfficerProps {
  readonly trip: Trip;
  readonly close: () => void;
}

/** The sentence to hold before an officer: over the whole screen, large, in the officer's language, with the English under it. */
export function OfficerScreen({ trip, close }: OfficerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    if (shown !== null && !shown.open) shown.showModal();
    return () => shown?.close();
  }, []);
  const languages = languagesAt(trip.pocket?.officer ?? [], cityNow(trip.shipment));
  return (
    <dialog ref={dialog} className="officer" aria-label={t('For the officer')} onCancel={close}>
      <button type="button" className="button quiet icon" aria-label={t('Close')} onClick={close}>
        <X size={24} aria-hidden="true" />
      </button>
      {languages.length === 0 ? (
        <p className="none">{t('No sentences have come to this phone yet.')}</p>
      ) : (
        <Sentences languages={languages} city={cityNow(trip.shipment)} />
      )}
    </dialog>
  );
}

interface SentencesProps {
  readonly languages: readonly OfficerLanguage[];
  readonly city: string;
}

function Sentences({ languages, city }: SentencesProps) {
  const [chosen, setChosen] = useState(0);
  const [index, setIndex] = useState(0);
  // Another language has its own sentences in its own order.
  const choose = (at: number) => {
    setChosen(at);
    setIndex(0);
  };
  const language = languages[chosen] ?? languages[0];
  const sentences = language === undefined ? [] : sentencesAt(language, city);
  const sentence = sentences[index] ?? sentences[0];
  if (language === undefined || sentence === undefined) return null;
  const count = sentences.length;
  return (
    <>
      <Choice languages={languages} chosen={chosen} choose={choose} />
      <Says language={language} sentence={sentence} />
      {!language.reviewed && (
        <p className="small ink2">
          {t('No speaker of this language has checked these words yet: the English counts.')}
        </p>
      )}
      <div className="officer-foot">
        <button type="button" className="button" onClick={() => setIndex(turned(index, -1, count))}>
          <ChevronLeft size={24} aria-hidden="true" /> {t('Sentence before')}
        </button>
        <span className="ink2">{t('{number} of {count}', { number: index + 1, count })}</span>
        <button type="button" className="button" onClick={() => setIndex(turned(index, 1, count))}>
          {t('Next sentence')} <ChevronRight size={24} aria-hidden="true" />
        </button>
      </div>
    </>
  );
}

interface ChoiceProps {
  readonly languages: readonly OfficerLanguage[];
  readonly chosen: number;
  readonly choose: (index: number) => void;
}

function Choice({ languages, chosen, choose }: ChoiceProps) {
  if (languages.length < 2) return null;
  return (
    <div className="officer-languages" role="group" aria-label={t('Language of the officer')}>
      {languages.map(({ language: tag, name }, at) => (
        <button
          key={tag}
          type="button"
          className="button"
          lang={tag}
          aria-pressed={at === chosen}
          onClick={() => choose(at)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

interface SaysProps {
  readonly language: OfficerLanguage;
  readonly sentence: OfficerLanguage['sentences'][number];
}

/** A long sentence is scrolled through, by keys too. */
function Says({ language: { language }, sentence: { text, english } }: SaysProps) {
  return (
    <div className="officer-says" role="region" aria-label={t('The sentence')} tabIndex={0} aria-live="polite">
      <p className="officer-own" lang={language} dir={directionOf(language)}>
        {text}
      </p>
      {language !== 'en' && (
        <p className="officer-english ink2" lang="en" dir="ltr">
          {english}
        </p>
      )}
    </div>
  );
}
