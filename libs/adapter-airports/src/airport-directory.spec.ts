import { zoneOf } from '@cellrelay/kernel';
import { AirportDirectory } from './airport-directory.js';
import { readAirports } from './open-travel-data.js';

const directory = new AirportDirectory();

describe('the airport directory', () => {
  it.each([
    ['PEK', 'Asia/Shanghai', 'Beijing', 'CN'],
    ['PVG', 'Asia/Shanghai', 'Shanghai', 'CN'],
    ['IAH', 'America/Chicago', 'Houston', 'US'],
    ['FRA', 'Europe/Berlin', 'Frankfurt', 'DE'],
    ['NRT', 'Asia/Tokyo', 'Tokyo', 'JP'],
    ['ICN', 'Asia/Seoul', 'Seoul', 'KR'],
  ])('finds %s with the zone of its clock', (iata, zone, city, country) => {
    const found = directory.find(iata);
    expect(found).toMatchObject({ iata, zone, country });
    expect(found?.city).toContain(city);
  });

  it.each(['URC', 'KHG'])('places flights at %s in the clock of their timetable, not of the region', (iata) => {
    expect(directory.find(iata)?.zone).toBe('Asia/Shanghai');
  });

  it('knows no airport under a code that is none', () => {
    expect(['QQQ', 'pek', '', 'toString', '__proto__'].map((code) => directory.find(code))).toEqual(
      Array(5).fill(undefined),
    );
  });

  it('knows where an airport lies, to a tenth of a degree', () => {
    const { latitude, longitude } = directory.find('PEK')?.position ?? { latitude: 0, longitude: 0 };
    expect([latitude, longitude].map((degrees) => degrees.toFixed(1))).toEqual(['40.1', '116.6']);
  });

  it('has a valid zone, a city and a country of two letters for every airport', () => {
    const all = [...readAirports().values()];
    expect(all.length).toBeGreaterThan(8000);
    const faulty = all.filter(
      ({ zone, city, country }) => zoneOf(zone) === undefined || city === '' || !/^[A-Z]{2}$/.test(country),
    );
    expect(faulty).toEqual([]);
    const unplaced = all.filter(
      ({ position: { latitude, longitude } = { latitude: NaN, longitude: NaN } }) =>
        !(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180),
    );
    expect(unplaced).toEqual([]);
  });
});

describe('the search of the picker', () => {
  const codes = (text: string, limit = 5) => directory.search(text, limit).map((each) => each.iata);

  it('puts the exact code first', () => {
    expect(codes('iah')[0]).toBe('IAH');
    expect(codes('PEK')[0]).toBe('PEK');
  });

  it('finds a city by its name, with and without marks', () => {
    expect(codes('houston', 20)).toContain('IAH');
    expect(codes('urumqi')).toContain('URC');
    expect(codes('Ürümqi')).toContain('URC');
  });

  it('finds an airport by the beginning of a word of its name, never by its middle', () => {
    expect(codes('pudong')).toContain('PVG');
    expect(codes('york', 20)).toContain('JFK');
    const named = directory.search('PEK', 100).filter(({ iata }) => iata !== 'PEK');
    expect(named.filter(({ city, name }) => !/(^|[^\p{L}])pek/iu.test(`${city} ${name}`))).toEqual([]);
  });

  it('finds a code by its beginning', () => {
    expect(codes('ia', 200)).toEqual(expect.arrayContaining(['IAH', 'IAD']));
    expect(codes('ah', 200)).not.toContain('IAH');
  });

  it('keeps to the limit, and finds nothing for nothing', () => {
    expect(codes('a', 3)).toHaveLength(3);
    expect(codes('  ')).toEqual([]);
    expect(codes('a', 0)).toEqual([]);
    expect(codes('no such place on earth')).toEqual([]);
  });
});
