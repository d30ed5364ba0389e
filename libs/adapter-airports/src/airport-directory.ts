import type { Airport } from '@cellrelay/itinerary';
import type { Airports } from '@cellrelay/use-cases';
import { readAirports, type NamedAirport } from './open-travel-data.js';

/** The world's airports, read into memory when the first one is asked for. */
export class AirportDirectory implements Airports {
  private airports: ReadonlyMap<string, NamedAirport> | undefined;
  private searchable: readonly Searchable[] | undefined;

  /** The airport with that IATA code in capitals, or undefined. */
  find(iata: string): Airport | undefined {
    const found = this.all().get(iata);
    if (found === undefined) return undefined;
    const { zone, city, country, position } = found;
    return { iata, zone, city, country, ...(position === undefined ? {} : { position }) };
  }

  /**
   * At most `limit` airports, the best first, for a picker: those whose code begins with the text, or in whose city or name a word
   * begins with it.
   */
  search(text: string, limit: number): readonly NamedAirport[] {
    const wanted = words(text);
    if (wanted === '' || limit < 1) return [];
    const ranked = this.searched().flatMap((each) => withRank(each, wanted));
    return ranked
      .sort((a, b) => a.rank - b.rank || (a.airport.iata < b.airport.iata ? -1 : 1))
      .slice(0, limit)
      .map(({ airport }) => airport);
  }

  private all(): ReadonlyMap<string, NamedAirport> {
    this.airports ??= readAirports();
    return this.airports;
  }

  private searched(): readonly Searchable[] {
    this.searchable ??= [...this.all().values()].map((airport) => ({
      airport,
      code: airport.iata.toLowerCase(),
      city: words(airport.city),
      name: words(airport.name),
    }));
    return this.searchable;
  }
}

interface Searchable {
  readonly airport: NamedAirport;
  readonly code: string;
  readonly city: string;
  readonly name: string;
}

/** Words in small letters without marks above or below, so that "Urumqi" finds Ürümqi, with one space between. */
function words(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function withRank(
  { airport, code, city, name }: Searchable,
  wanted: string,
): { airport: NamedAirport; rank: number }[] {
  const tests = [
    code === wanted,
    city === wanted,
    city.startsWith(wanted),
    code.startsWith(wanted),
    ` ${city}`.includes(` ${wanted}`),
    ` ${name}`.includes(` ${wanted}`),
  ];
  const rank = tests.indexOf(true);
  return rank < 0 ? [] : [{ airport, rank }];
}
