import type { Zone } from '@cellrelay/kernel';
import type { BandFacts, PaperFacts, TemperatureFacts } from '../facts/paper-facts.js';
import { celsius, moment } from '../messages/forms.js';
import { word } from '../messages/say.js';
import type { Block, Curve } from '../paper.js';
import { heading, paragraph, rows, table } from './blocks.js';
import { bandText, boxRows, endsOf, productText } from './cells.js';
import { made, type Desk, type Made } from './making.js';

const sheet = {
  kind: 'temperature-record',
  reader: 'transplant-centre',
  claim: 'papers',
  needs: ['temperature', 'box'],
} as const;

type RecordDesk = Desk<'transplant-centre', (typeof sheet.needs)[number]>;

/** What the logger read on the way, with its curve and every stay outside the ordered range. Nothing is concluded of the cells from it: the physician decides. */
export function temperatureRecords(facts: PaperFacts): readonly Made[] {
  return [made(sheet, { facts, of: null, country: endsOf(facts).to?.country ?? null }, record)];
}

function record(desk: RecordDesk) {
  const { say, facts } = desk;
  const { temperature, band } = facts;
  const { city, zone } = endsOf(facts).to ?? { city: 'UTC', zone: 'UTC' as Zone };
  const [first, last] = [temperature.points[0], temperature.points.at(-1)];
  const read = (point: typeof first) => (point === undefined ? null : moment({ at: point.at, zone }));
  return {
    title: say('record.title'),
    blocks: [
      rows(desk, [
        ['label.contents', productText(facts.product)],
        ['label.temperature', bandText(band)],
        ...boxRows(facts.box, facts.boxSizeCm),
        ['record.first', read(first)],
        ['record.last', read(last)],
        ['record.lowest', `${celsius(temperature.lowestCelsius)} °C`],
        ['record.highest', `${celsius(temperature.highestCelsius)} °C`],
      ]),
      {
        kind: 'curve',
        curve: {
          caption: say('record.curve', { logger: temperature.logger, city }),
          zone,
          points: temperature.points,
          band: bandOfCurve(band),
        },
      } as const,
      ...outside(desk, temperature, band),
      paragraph(say('receipt.physician')),
    ],
  };
}

/** A frozen unit's range has no lower end. */
function bandOfCurve(band: BandFacts): Curve['band'] {
  return 'atOrBelowCelsius' in band ? null : band;
}

/** A reading outside the range that did not last is no stay outside it, and yet not within. */
function allWithin({ lowestCelsius, highestCelsius }: TemperatureFacts, band: BandFacts): boolean {
  if ('atOrBelowCelsius' in band) return highestCelsius <= band.atOrBelowCelsius;
  return band.fromCelsius <= lowestCelsius && highestCelsius <= band.toCelsius;
}

function outside(desk: RecordDesk, temperature: TemperatureFacts, band: BandFacts): readonly Block[] {
  const { say } = desk;
  const { excursions } = temperature;
  if (excursions.length === 0)
    return [paragraph(say(allWithin(temperature, band) ? 'record.within' : 'record.briefly-outside'))];
  return [
    heading(say('record.outside')),
    table(
      desk,
      ['record.side', 'record.from', 'record.until', 'record.extreme'],
      excursions.map(({ side, from, until, extremeCelsius }) => [
        word(side === 'warm' ? 'record.too-warm' : 'record.too-cold'),
        moment(from),
        until === null ? word('record.goes-on') : moment(until),
        `${celsius(extremeCelsius)} °C`,
      ]),
    ),
  ];
}
