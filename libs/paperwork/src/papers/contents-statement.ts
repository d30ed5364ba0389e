import type { BorderFacts, MarkerFacts, MarkerResult, PaperFacts } from '../facts/paper-facts.js';
import { day, list } from '../messages/forms.js';
import { word, type Say } from '../messages/say.js';
import type { Said } from '../paper.js';
import { addressee, heading, paragraph, rows, table } from './blocks.js';
import {
  airportText,
  bandText,
  boxRows,
  millilitres,
  productText,
  signedBySender,
  useByRow,
  volumeOf,
} from './cells.js';
import { made, type Desk, type Made } from './making.js';

const sheet = {
  kind: 'contents-statement',
  reader: 'customs',
  claim: 'papers',
  needs: ['hotline', 'signatory', 'clock', 'bags', 'markers'],
} as const;

/**
 * What is in the box, for each border, and what follows from the donor's tests. That the material is not known or suspected to be infectious, and how that is known (the two
 * things that CDC asks a statement for, S48), is said only where every test that is named is negative.
 */
export function contentsStatements(facts: PaperFacts): readonly Made[] {
  return facts.borders.map(({ country, direction, airport }) =>
    made(sheet, { facts, of: `${country}-${direction}-${airport.iata}`, country }, (desk) => statement(desk, airport)),
  );
}

function statement(desk: Desk<'customs', (typeof sheet.needs)[number]>, airport: BorderFacts['airport']) {
  const { say, facts } = desk;
  const { bags, markers } = facts;
  return {
    title: say('contents.title'),
    blocks: [
      addressee(say('customs.to'), airportText(airport)),
      paragraph(say('contents.describes', { product: productText(facts.product) }), ...conclusion(say, markers)),
      rows(desk, [
        ['label.bags', String(bags.length)],
        ['label.volume', millilitres(volumeOf(bags))],
        ['label.temperature', bandText(facts.band)],
        ...boxRows(facts.box, facts.boxSizeCm),
        useByRow(facts.clock, airport),
        ['label.hotline', facts.hotline],
      ]),
      table(
        desk,
        ['label.donation', 'label.product-code', 'label.volume'],
        bags.map(({ din, productCode, volumeMl }) => [din, productCode, millilitres(volumeMl)]),
      ),
      heading(say('contents.tests')),
      paragraph(say('contents.sampled', { date: day(markers.sampledOn), laboratory: markers.laboratory })),
      table(
        desk,
        ['contents.marker', 'contents.result'],
        markers.results.map(({ marker, result }) => [marker, word(`result.${result}`)]),
      ),
    ],
    end: [paragraph(say('customs.true')), signedBySender(say, facts.signatory)],
  };
}

function conclusion(say: Say, { results }: MarkerFacts): readonly Said[] {
  const named = (result: MarkerResult['result']) =>
    results.filter((each) => each.result === result).map(({ marker }) => marker);
  const [positive, untested] = [named('positive'), named('not-tested')];
  if (results.length > 0 && positive.length === 0 && untested.length === 0)
    return [say('contents.not-infectious'), say('contents.how-known')];
  return [
    ...(positive.length === 0 ? [] : [say('contents.positive', { markers: list(positive) })]),
    ...(untested.length === 0 ? [] : [say('contents.not-tested', { markers: list(untested) })]),
    say('contents.no-statement'),
  ];
}
