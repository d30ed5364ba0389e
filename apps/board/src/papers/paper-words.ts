import type { EarlierPaper, PaperFacts, Plan, TripRule } from '../api/types.js';
import { countryText } from '../words/named.js';
import { borderText, paperWords } from '../rules/rule-words.js';
import type { Issuing, PaperCount, PaperStanding } from './paper-standing.js';
import { t, wordsBy } from '../words/words.js';

export const standingWords: Readonly<Record<PaperStanding, string>> = wordsBy({
  valid: () => t('valid'),
  outdated: () => t('outdated'),
  withdrawn: () => t('withdrawn'),
  'to-issue': () => t('to issue'),
  lacking: () => t('cannot be made'),
  'not-needed': () => t('no longer needed'),
});

/** "Letter to airport security". */
export function kindText(kind: string): string {
  return (paperWords as Readonly<Record<string, string>>)[kind] ?? plain(kind);
}

/** What a paper is of, in words: "Beijing (PEK)", "Leaving China at PEK", "bag …"; null of the one paper of its kind. */
export function occasionText(
  { kind, of }: { readonly kind: string; readonly of: string | null },
  plans: readonly Plan[],
): string | null {
  if (of === null) return null;
  return (occasions[kind] ?? ((each) => each))(of, plans);
}

const handOvers: Readonly<Record<string, string>> = wordsBy({
  'pick-up': () => t('Pick-up'),
  delivery: () => t('Delivery'),
});

const travellers: Readonly<Record<string, string>> = wordsBy({
  courier: () => t('Courier'),
  substitute: () => t('Substitute'),
});

type Occasion = (of: string, plans: readonly Plan[]) => string;

/** "CN-export-PEK", or "CN-export-PEK-" and the rule that asks for an application there. */
const atBorder: Occasion = (of) => {
  const found = /^([A-Z]{2})-(export|import|transit|domestic)(?:-([A-Z]{3}))?(?:-(.+))?$/.exec(of);
  if (found === null) return of;
  const [, country = '', direction, airport = null, rule] = found;
  const border = borderText({ country, direction: direction as TripRule['direction'], airport });
  return rule === undefined || rule === 'to-ask' ? border : t('{border}, by {rule}', { border, rule });
};

/** "PEK", or "PEK-" and the flight where the trip passes two checkpoints there. */
const atCheckpoint: Occasion = (of, plans) => {
  const [, iata = of, flight] = /^([A-Z]{3})-(.+)$/.exec(of) ?? [];
  return flight === undefined
    ? airportText(iata, plans)
    : t('{airport}, flight {flight}', { airport: airportText(iata, plans), flight });
};

/** "UA 888", or "UA 888-SFO" for the leg from there of a flight that stops on the way. */
const onFlight: Occasion = (of) => {
  const [, flight = of, iata] = /^(.+?)-([A-Z]{3})(?:-\d+)?$/.exec(of) ?? [];
  return iata === undefined ? t('Flight {flight}', { flight }) : t('Flight {flight} from {iata}', { flight, iata });
};

const occasions: Readonly<Record<string, Occasion>> = {
  'security-letter': atCheckpoint,
  'airline-letter': onFlight,
  'customs-declaration': atBorder,
  'contents-statement': atBorder,
  'regularisation-letter': atBorder,
  'application-data-sheet': atBorder,
  'emergency-card': (of) => countryText(of),
  'hand-over-form': (of) => handOvers[of] ?? plain(of),
  'product-document': (of) => t('Bag {of}', { of }),
  'visa-letter': (of) => travellerText(of),
  'spear-draft': (of) => t('Deviation {of}', { of }),
};

/** "Beijing (PEK)", where a flight of a plan knows the city. */
function airportText(iata: string, plans: readonly Plan[]): string {
  const ends = plans.flatMap(({ legs }) => legs).flatMap(({ flight }) => [flight.from, flight.to]);
  const city = ends.find((end) => end.iata === iata)?.city;
  return city === undefined ? iata : `${city} (${iata})`;
}

function travellerText(of: string): string {
  const at = of.lastIndexOf('-');
  const [who, country] = [of.slice(0, at), of.slice(at + 1)];
  return t('{who}, for {country}', { who: travellers[who] ?? plain(who), country: countryText(country) });
}

/** "pick-up" as a line begins with it: "Pick-up". */
function plain(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Facts of papers as one speaks of them, to say what changed and what is missing. */
const factWords: Readonly<Record<string, string>> = wordsBy({
  issuer: () => t('name and address of who sends the papers'),
  hotline: () => t('telephone for any hour'),
  signatory: () => t('who signs'),
  courier: () => t('courier'),
  substitute: () => t('substitute courier'),
  passport: () => t('courier’s passport'),
  substitutePassport: () => t('substitute’s passport'),
  'passport-of-the-traveller': () => t('traveller’s passport'),
  'courier-passport-runs-out': () => t('longer passport of the courier'),
  'substitute-passport-runs-out': () => t('longer passport of the substitute'),
  'traveller-passport-runs-out': () => t('longer passport of the traveller'),
  'courier-papers-run-out': () => t('longer papers of the courier'),
  'substitute-papers-run-out': () => t('longer papers of the substitute'),
  consignor: () => t('collection centre’s address'),
  consignee: () => t('transplant centre’s address'),
  contacts: () => t('telephone numbers of the centres'),
  donorGrid: () => t('donor’s GRID'),
  donorBloodGroup: () => t('donor’s blood group'),
  bags: () => t('bags and counts'),
  box: () => t('box'),
  boxSizeCm: () => t('size of the box'),
  clock: () => t('time by which the cells are used'),
  value: () => t('value for customs'),
  markers: () => t('donor’s test results'),
  receiptChecks: () => t('checks at the receipt'),
  temperature: () => t('temperature readings'),
  loggerBindings: () => t('when which logger was with the cells'),
  tariff: () => t('customs code'),
  tariffs: () => t('customs codes'),
  reference: () => t('reference'),
  plan: () => t('plan'),
  product: () => t('product'),
  band: () => t('ordered temperature'),
  forSeveral: () => t('for how many recipients'),
  cargo: () => t('cargo and waybill'),
  legs: () => t('flights'),
  checkpoints: () => t('checkpoints'),
  borders: () => t('borders and permits'),
  visas: () => t('visas'),
  spears: () => t('report of a deviation'),
  rules: () => t('rules of borders'),
});

export function factText(fact: string): string {
  return (
    factWords[fact] ??
    fact
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll('-', ' ')
      .toLowerCase()
  );
}

/** "flights and courier": what changed, or null where a newer paper took its place. */
export function changedText(changed: readonly string[]): string | null {
  const words = [...new Set(changed.map(factText))];
  if (words.length === 0) return null;
  if (words.length === 1) return words[0] ?? null;
  return t('{most} and {last}', { most: words.slice(0, -1).join(t(', ')), last: words.at(-1) ?? '' });
}

/** How an earlier paper ended. */
export function endText({
  standing,
  changed,
  replaced,
}: Pick<EarlierPaper, 'standing' | 'changed' | 'replaced'>): string {
  if (standing === 'withdrawn') return t('withdrawn');
  const what = changedText(changed);
  if (what !== null) return t('outdated, changed: {what}', { what });
  return replaced ? t('replaced by a newer one') : t('no longer needed');
}

/** "9 valid, 2 outdated, 3 to issue, 3 cannot be made": what is none is not said. */
export function countText(count: PaperCount): string {
  const order: readonly PaperStanding[] = ['outdated', 'to-issue', 'withdrawn', 'lacking', 'valid', 'not-needed'];
  return order
    .filter((standing) => count[standing] > 0)
    .map((standing) => `${count[standing]} ${standingWords[standing]}`)
    .join(', ');
}

/** What the button says that issues them. */
export function issueText({ act, references: { length: count } }: Issuing): string {
  if (act === 'reissue') return t('Reissue {count} outdated', { count });
  return act === 'issue'
    ? t('Issue all that can be made ({count})', { count })
    : t('Issue the rest ({count})', { count });
}

const partWords: Readonly<Record<NonNullable<PaperFacts['parties']>[number]['part'], string>> = wordsBy({
  'donor-registry': () => t('Donor’s registry'),
  'patient-registry': () => t('Patient’s registry'),
  'collection-centre': () => t('Collection centre'),
  'transplant-centre': () => t('Transplant centre'),
  destination: () => t('Where the cells go now'),
});

export const partText = (part: keyof typeof partWords): string => partWords[part];

/** "1 paper", "14 papers". */
export const papersText = (count: number): string => t('{count, plural, one {# paper} other {# papers}}', { count });
