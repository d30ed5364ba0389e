import type { Flight } from '@cellrelay/itinerary';
import type { Zone } from '@cellrelay/kernel';
import type { ClockFacts, PaperFacts } from '../facts/paper-facts.js';
import { factsFor, type FactsFor } from '../facts/readers.js';
import { ownNames, type Language, type Texts } from '../language.js';
import { notReviewed } from '../messages/catalogue.js';
import { moment } from '../messages/forms.js';
import { languagesFor } from '../messages/reader-language.js';
import { sayIn, word, type Say } from '../messages/say.js';
import type { Said } from '../paper.js';
import { isFrozen, whatItIs } from './cells.js';

/** To whom a sentence is shown. `anybody`: whoever stands before the courier. */
export type ShownTo = 'anybody' | 'security' | 'customs' | 'airline';

/** A sentence of the papers as it is shown on a phone. */
export interface OfficerSentence {
  readonly to: ShownTo;
  /** The message that it was made from. */
  readonly about: string;
  /** Where on the way it is shown so. */
  readonly at: readonly string[];
  readonly english: string;
  readonly text: string;
}

/** What is shown to officers of one language. */
export interface OfficerLanguage {
  readonly language: Language;
  /** As whoever reads it calls it. */
  readonly name: string;
  /** Places of the way where it is read. */
  readonly at: readonly string[];
  /** Whether somebody who speaks it has read the translations over. */
  readonly reviewed: boolean;
  readonly sentences: readonly OfficerSentence[];
}

/** What officers of every kind may know at most is what security may: neither where the cells are from nor where they go. */
type Known = FactsFor<'security'>;
type Airport = Flight['from'];

/**
 * What a courier shows to officers on the way, in the languages of its airports: sentences that stand on their papers, and none besides. What names a fact that is not known is
 * left out. None of cells that travel by themselves.
 */
export function officerSentences(plans: readonly PaperFacts[]): readonly OfficerLanguage[] {
  const ways = plans.filter(({ cargo }) => cargo === null).map((facts) => factsFor(facts, 'security'));
  const spoken = new Set(ways.flatMap(stopsOf).map(languageAt));
  return [...spoken].map((language) => ({
    ...{ language, name: ownNames[language], reviewed: !notReviewed.has(language) },
    at: citiesOf(ways.flatMap(stopsOf), language),
    sentences: merged(ways.flatMap((way) => sentencesIn(way, language))),
  }));
}

/** An airport as often as it is passed. */
function stopsOf({ legs }: Known): readonly Airport[] {
  return legs.flatMap(({ flight }) => [flight.from, flight.to]);
}

function languageAt({ country }: Airport): Language {
  return languagesFor(country, 'officers')[0] ?? 'en';
}

/** Those of the places where that language is read, each once. */
function citiesOf(places: readonly Airport[], language: Language): readonly string[] {
  return [...new Set(places.filter((place) => languageAt(place) === language).map(({ city }) => city))];
}

/** What is said, to whom, and at which places. */
interface Spoken {
  readonly to: ShownTo;
  readonly places: readonly Airport[];
  readonly said: readonly Said[];
}

function sentencesIn(way: Known, language: Language): readonly OfficerSentence[] {
  const say = sayIn(language === 'en' ? ['en'] : [language, 'en']);
  const spoken = [...toAnybody(way, say), ...toSecurity(way, say), ...toCustoms(way, say), ...toAirlines(way, say)];
  return spoken.flatMap(({ to, places, said }) => {
    const at = citiesOf(places, language);
    return at.length === 0 ? [] : said.map((each) => shown({ to, at }, each, language));
  });
}

function shown(
  where: Pick<OfficerSentence, 'to' | 'at'>,
  { message, texts }: Said,
  language: Language,
): OfficerSentence {
  // English is among the languages of every sentence.
  return { ...where, about: message, english: texts.en ?? '', text: texts[language] ?? '' };
}

function toAnybody(way: Known, say: Say): readonly Spoken[] {
  const { hotline } = way;
  const call = hotline === undefined ? [] : [say('emergency.call', { hotline })];
  const said = [say('emergency.officer'), ...whatItIs(say, way), ...call, say('security.thanks')];
  return [{ to: 'anybody', places: stopsOf(way), said }, ...useBy(way)];
}

/** By when the cells are to be used, in the clock of each place, as papers tell it there. */
function useBy(way: Known): readonly Spoken[] {
  const { clock } = way;
  if (clock === undefined) return [];
  return stopsOf(way).map((place) => ({ to: 'anybody', places: [place], said: [limitAt(clock, place)] }));
}

function limitAt({ limitAt: limit, runs }: ClockFacts, { zone, country }: Airport): Said {
  const key = runs ? 'label.use-by' : 'label.use-by-planned';
  const at = moment({ ...limit, zone: zone as Zone });
  const text = (language: Language) => `${word(key)(language)}${wideColon.has(language) ? '：' : ': '}${at(language)}`;
  const texts: Texts = Object.fromEntries(
    [...new Set([...languagesFor(country, 'officers'), 'en'] as const)].map((each) => [each, text(each)]),
  );
  return { message: key, texts };
}

const wideColon: ReadonlySet<Language> = new Set<Language>(['zh-Hans', 'zh-Hant', 'ja']);

const withoutXray = ['security.outside', 'security.swab'] as const;
const never = ['security.no-xray', 'security.no-opening', 'security.no-parting'] as const;

function toSecurity(way: Known, say: Say): readonly Spoken[] {
  const { courier, band, checkpoints } = way;
  const request = courier === undefined ? [] : [say('security.request', { courier: courier.name })];
  const lid = isFrozen(band) ? [] : [say('security.lid')];
  const said = [
    ...[say('security.banner'), ...request],
    ...[...withoutXray.map((key) => say(key)), ...lid, ...never.map((key) => say(key))],
    say('security.if-refused'),
  ];
  return [
    { to: 'security', places: stopsOf(way), said },
    ...checkpoints.flatMap(({ airport, agreedAs }): readonly Spoken[] =>
      agreedAs === null
        ? []
        : [{ to: 'security', places: [airport], said: [say('security.agreed', { agreement: agreedAs })] }],
    ),
  ];
}

function toCustoms(way: Known, say: Say): readonly Spoken[] {
  const { borders, clock, forSeveral } = way;
  const personal = forSeveral ? 'customs.personal-for-several' : 'customs.personal';
  const said = [say(personal), say('customs.unpaid'), say('customs.no-xray')];
  const requests = borders.flatMap(({ airport }): readonly Spoken[] => {
    if (clock === undefined) return [];
    const useBy = moment({ ...clock.limitAt, zone: airport.zone as Zone });
    return [{ to: 'customs', places: [airport], said: [say('customs.request', { useBy })] }];
  });
  return [...requests, { to: 'customs', places: borders.map(({ airport }) => airport), said }];
}

function toAirlines({ legs }: Known, say: Say): readonly Spoken[] {
  const said = (['airline.cabin', 'airline.crew', 'airline.no-xray', 'airline.late'] as const).map((key) => say(key));
  return [{ to: 'airline', places: legs.map(({ flight }) => flight.from), said }];
}

/** What is the same at several places, or on both plans, once. */
function merged(sentences: readonly OfficerSentence[]): readonly OfficerSentence[] {
  const byText = new Map<string, OfficerSentence>();
  for (const each of sentences) {
    const key = JSON.stringify([each.to, each.text]);
    const at = [...new Set([...(byText.get(key)?.at ?? []), ...each.at])];
    byText.set(key, { ...each, at });
  }
  return [...byText.values()];
}
