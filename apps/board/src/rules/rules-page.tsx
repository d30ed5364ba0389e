import { useState } from 'react';
import type { BorderRule } from '../api/types.js';
import { Asked, Nothing } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { Choice } from '../shell/choice.js';
import { RuleLine } from './rule-line.js';
import { byPlace, confidenceWords } from './rule-words.js';
import { useRules, type RulesAsked } from './use-rules.js';
import { rich } from '../words/rich.js';
import { t, wordsBy } from '../words/words.js';

const places: Readonly<Record<Exclude<RulesAsked['jurisdiction'], ''>, string>> = wordsBy({
  AU: () => t('Australia'),
  CN: () => t('China (mainland)'),
  DE: () => t('Germany'),
  ES: () => t('Spain'),
  EU: () => t('European Union'),
  FR: () => t('France'),
  GB: () => t('United Kingdom'),
  HK: () => t('Hong Kong'),
  IN: () => t('India'),
  INT: () => t('Everywhere'),
  IT: () => t('Italy'),
  JP: () => t('Japan'),
  KR: () => t('South Korea'),
  TW: () => t('Taiwan'),
  US: () => t('United States'),
});

/** What borders ask for, as it was read: which of it prints, and what is to be confirmed first. */
export function RulesPage() {
  const [asked, ask] = useState<RulesAsked>({ jurisdiction: '', confidence: '', on: '' });
  const rules = useRules(asked);
  useTitle(t('Rules'));
  const pages = rules.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const notes = new Map(pages.flatMap((page) => page.notes).map((note) => [note.english, note]));
  return (
    <section className="register" aria-labelledby="rules-title">
      <div className="bar">
        <h1 id="rules-title">{t('Rules of borders')}</h1>
        <span className="ink2">{pages[0]?.total}</span>
        <Filter asked={asked} ask={ask} />
      </div>
      <p className="small ink2">
        {rich(
          'What was read in its source prints; what was read at second hand once you have confirmed it; what is only believed never does. None of it is legal advice. Versions of your own are entered through {link}.',
          { link: <a href="/api/docs">{t('the API')}</a> },
        )}
      </p>
      <Asked what={t('the rules')} lines={6} query={rules}>
        {() =>
          items.length === 0 ? (
            <Nothing title={t('No rule is found')} />
          ) : (
            <Places items={items} notes={[...notes.values()]} />
          )
        }
      </Asked>
      {rules.hasNextPage && (
        <button type="button" className="button quiet" onClick={() => void rules.fetchNextPage()}>
          {t('Show more')}
        </button>
      )}
    </section>
  );
}

interface FilterProps {
  readonly asked: RulesAsked;
  readonly ask: (asked: RulesAsked) => void;
}

function Filter({ asked, ask }: FilterProps) {
  return (
    <span className="push rule-filter">
      <Choice
        {...{ label: t('Place'), all: t('Every place'), value: asked.jurisdiction, words: places }}
        choose={(jurisdiction) => ask({ ...asked, jurisdiction })}
      />
      <Choice
        {...{ label: t('How sure'), all: t('However sure'), value: asked.confidence, words: confidenceWords }}
        choose={(confidence) => ask({ ...asked, confidence })}
      />
      <label>
        <span className="ink2">{t('on')} </span>
        <input type="date" value={asked.on} onChange={({ target: { value } }) => ask({ ...asked, on: value })} />
      </label>
    </span>
  );
}

interface PlacesProps {
  readonly items: readonly BorderRule[];
  readonly notes: readonly { readonly jurisdiction: string; readonly english: string }[];
}

function Places({ items, notes }: PlacesProps) {
  return byPlace(items).map(([place, rules]) => (
    <section key={place} aria-label={place}>
      <h2>{place}</h2>
      {notes
        .filter(({ jurisdiction }) => jurisdiction === rules[0]?.jurisdiction)
        .map(({ english }) => (
          <p key={english} className="rule-note">
            {english}
          </p>
        ))}
      <table className="cards rules">
        <thead>
          <tr>
            <th scope="col">{t('Paper, and when')}</th>
            <th scope="col">{t('What it asks for')}</th>
            <th scope="col">{t('In force')}</th>
            <th scope="col">{t('Read in')}</th>
            <th scope="col">{t('Standing')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <RuleLine key={rule.id} rule={rule} />
          ))}
        </tbody>
      </table>
    </section>
  ));
}
