import type { Language } from '../language.js';
import { claims, type Claim } from './catalogue.js';

/** Which language an officer of a country reads; English where none of ours is. Cantons and regions with another one are not told apart. */
const byCountry: Readonly<Partial<Record<string, Language>>> = {
  ...{ CN: 'zh-Hans', SG: 'en', HK: 'zh-Hant', MO: 'zh-Hant', TW: 'zh-Hant', JP: 'ja', KR: 'ko' },
  ...{ DE: 'de', AT: 'de', CH: 'de', LI: 'de', IT: 'it', SM: 'it', FR: 'fr', MC: 'fr' },
  ...{ ES: 'es', MX: 'es', AR: 'es', CL: 'es', CO: 'es', PE: 'es', UY: 'es' },
};

/** The languages of a paper for somebody there: theirs first, English second and always. */
export function languagesFor(country: string | null, claim: Claim): readonly Language[] {
  const own = country === null ? undefined : byCountry[country];
  const had: readonly Language[] = claims[claim].languages;
  return own === undefined || own === 'en' || !had.includes(own) ? ['en'] : [own, 'en'];
}
