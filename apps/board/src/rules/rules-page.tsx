import { useState } from 'react';
import type { BorderRule } from '../api/types.js';
import { Asked, Nothing } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { Choice } from '../shell/choice.js';
import { RuleLine } from './rule-line.js';
import { byPlace, confidenceWords } from './rule-words.js';
import { useRules, type RulesAsked } from './use-rules.js';

const places: Readonly<Record<Exclude<RulesAsked['jurisdiction'], ''>, string>> = {
  AU: 'Australia',
  CN: 'China (mainland)',
  DE: 'Germany',
  ES: 'Spain',
  EU: 'European Union',
  FR: 'France',
  GB: 'United Kingdom',
  HK: 'Hong Kong',
  IN: 'India',
  INT: 'Everywhere',
  IT: 'Italy',
  JP: 'Japan',
  KR: 'South Korea',
  TW: 'Taiwan',
  US: 'United States',
};

/** What borders ask for, as it was read: which of it prints, and what is to be confirmed first. */
export function RulesPage() {
  const [asked, ask] = useState<RulesAsked>({ jurisdiction: '', confidence: '', on: '' });
  const rules = useRules(asked);
  useTitle('Rules');
  const pages = rules.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const notes = new Map(pages.flatMap((page) => page.notes).map((note) => [note.english, note]));
  return (
    <section className="register" aria-labelledby="rules-title">
      <div className="bar">
        <h1 id="rules-title">Rules of borders</h1>
        <span className="ink2">{pages[0]?.total}</span>
        <Filter asked={asked} ask={ask} />
      </div>
      <p className="small ink2">
        What was read in its source prints; what was read at second hand once you have confirmed it; what is only
        believed never does. None of it is legal advice. Versions of your own are entered through{' '}
        <a href="/api/docs">the API</a>.
      </p>
      <Asked what="the rules" lines={6} query={rules}>
        {() =>
          items.length === 0 ? (
            <Nothing title="No rule is found" />
          ) : (
            <Places items={items} notes={[...notes.values()]} />
          )
        }
      </Asked>
      {rules.hasNextPage && (
        <button type="button" className="button quiet" onClick={() => void rules.fetchNextPage()}>
          Show more
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
        {...{ label: 'Place', all: 'Every place', value: asked.jurisdiction, words: places }}
        choose={(jurisdiction) => ask({ ...asked, jurisdiction })}
      />
      <Choice
        {...{ label: 'How sure', all: 'However sure', value: asked.confidence, words: confidenceWords }}
        choose={(confidence) => ask({ ...asked, confidence })}
      />
      <label>
        <span className="ink2">on </span>
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
            <th scope="col">Paper, and when</th>
            <th scope="col">What it asks for</th>
            <th scope="col">In force</th>
            <th scope="col">Read in</th>
            <th scope="col">Standing</th>
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
