import type { Application, AppliedFor, OpenQuestion } from '../facts/from-rules.js';
import type { PaperFacts } from '../facts/paper-facts.js';
import { country as countryText, day, list, moment, money } from '../messages/forms.js';
import { word, type Filler } from '../messages/say.js';
import type { Block } from '../paper.js';
import { heading, paragraph, rows, table } from './blocks.js';
import {
  airportText,
  bandText,
  carrierText,
  millilitres,
  officeText,
  productText,
  useByRow,
  volumeOf,
} from './cells.js';
import { lawSaid, made, type Desk, type Made } from './making.js';

const sheet = {
  kind: 'application-data-sheet',
  reader: 'applicant',
  claim: 'papers',
  needs: ['hotline', 'consignor', 'consignee'],
} as const;

type SheetDesk = Desk<'applicant', (typeof sheet.needs)[number]>;

/**
 * A sheet for each application that a rule which prints asks for, and one for a border where what is asked for has to be found out first. An application is filed before there is a bag: what
 * is not on record yet says so, and stops no sheet.
 */
export function applicationSheets(facts: PaperFacts): readonly Made[] {
  return facts.applications.map((application) => {
    const { country, direction, airport, appliedFor } = application;
    const of = [country, direction, airport, appliedFor?.rule ?? 'to-ask'].filter((part) => part !== null).join('-');
    return made(sheet, { facts, of, country }, (desk) => dataSheet(desk, application));
  });
}

function dataSheet(desk: SheetDesk, application: Application) {
  const { say, languages } = desk;
  const { appliedFor, sentences, open } = application;
  const law = sentences.map((each) => lawSaid(each, languages));
  return {
    title: say(appliedFor === null ? 'application.title-open' : 'application.title'),
    blocks: [
      paragraph(say('application.what'), ...(appliedFor === null ? [say('application.nothing-confirmed')] : [])),
      rows(desk, [...whereRows(desk, application), ...(appliedFor === null ? [] : filingRows(appliedFor))]),
      ...(appliedFor?.fileBy?.holidaysUnknown === true ? [paragraph(say('application.holidays-unknown'))] : []),
      ...(law.length === 0 ? [] : [heading(say('application.law')), paragraph(...law)]),
      ...(open.length === 0 ? [] : [heading(say('application.first')), ...questions(desk, open)]),
      heading(say('application.facts')),
      ...factsAsked(desk, application),
    ],
  };
}

type Rows = Parameters<typeof rows>[1];

function whereRows({ facts }: SheetDesk, { country, direction, airport, passesAt }: Application): Rows {
  const border = facts.borders.find((each) => each.country === country && each.direction === direction);
  const places = facts.legs.flatMap(({ flight }) => [flight.from, flight.to]);
  const place = places.find(({ iata }) => iata === airport);
  return [
    ['customs.direction', word(direction === 'domestic' ? 'application.domestic' : `customs.${direction}`)],
    ['plan.place', place === undefined ? countryText(country) : airportText(place)],
    ['application.passage', moment(passesAt)],
    ['label.flight', border?.flight],
  ];
}

function filingRows({ applicant, office, validity, source, ...lead }: AppliedFor): Rows {
  const { title, address, asOf } = source;
  return [
    ['application.applicant', applicant],
    ['application.ask', office],
    ['application.file', whenToFile(lead)],
    ['application.validity', validity],
    ['application.source', address === null ? title : `${title}, ${address}`],
    ['application.read-on', day(asOf)],
  ];
}

function whenToFile({ leadWorkingDays, fileBy }: Pick<AppliedFor, 'leadWorkingDays' | 'fileBy'>): Filler {
  if (leadWorkingDays === null) return word('application.no-lead');
  const days = String(leadWorkingDays);
  return fileBy === null
    ? word('application.file-ahead', { days })
    : word('application.file-by', { day: day(fileBy.day), days });
}

/** Nothing of a rule that does not print is said, but what it is about, and who knows or what decides. No rule is named: it is not law that asks. */
function questions(desk: SheetDesk, open: readonly OpenQuestion[]): readonly Block[] {
  const [unsure, undecided] = [
    open.filter(({ missing }) => missing.length === 0),
    open.filter(({ missing }) => missing.length > 0),
  ];
  const unknown =
    (facts: OpenQuestion['missing']): Filler =>
    (language) =>
      list(facts.map((each) => word(`trip-fact.${each}`)(language)))(language);
  const confirming = unsure.map(({ office, topic }) => [office, topic]);
  const deciding = undecided.map(({ topic, missing }) => [topic, unknown(missing)]);
  return [
    ...(unsure.length === 0 ? [] : [table(desk, ['application.confirm-with', 'application.topic'], confirming)]),
    ...(undecided.length === 0 ? [] : [table(desk, ['application.topic', 'application.depends-on'], deciding)]),
  ];
}

function factsAsked(desk: SheetDesk, { country }: Application): readonly Block[] {
  const { facts } = desk;
  const { bags = [], markers } = facts;
  return [
    rows(desk, [
      ['customs.goods', productText(facts.product)],
      ['customs.purpose', word('customs.transplantation')],
      ['customs.code', facts.tariffs.find((each) => each.country === country)?.code],
      ['label.bags', bags.length === 0 ? notYet : String(bags.length)],
      ['customs.quantity', bags.length === 0 ? notYet : millilitres(volumeOf(bags))],
      ['label.temperature', bandText(facts.band)],
      ['customs.consignor', officeText(facts.consignor)],
      ['customs.consignee', officeText(facts.consignee)],
      ['customs.carried-by', carriedBy(facts)],
      ['customs.value', valueText(facts)],
      ...(facts.clock === undefined ? [] : [useByRow(facts.clock)]),
      ['label.sender', facts.issuer === undefined ? null : officeText(facts.issuer)],
      ['label.hotline', facts.hotline],
      ['contents.tests', markers === undefined ? notYet : sampled(markers)],
    ]),
    ...(markers === undefined ? [] : [tests(desk, markers)]),
    ...(bags.length === 0 ? [] : [bagsOf(desk, bags)]),
  ];
}

const notYet = word('application.not-yet');

function carriedBy({ cargo, courier }: SheetDesk['facts']): Filler {
  if (cargo !== null) return `${cargo.carrier}, ${cargo.waybill}`;
  return courier === undefined ? notYet : carrierText(courier);
}

function valueText({ value }: SheetDesk['facts']): Filler {
  return value === undefined ? notYet : word('value.declared', { amount: money(value.amount, value.currency) });
}

type Markers = NonNullable<SheetDesk['facts']['markers']>;

function sampled({ sampledOn, laboratory }: Markers): Filler {
  return word('contents.sampled', { date: day(sampledOn), laboratory });
}

function tests(desk: SheetDesk, { results }: Markers): Block {
  const lines = results.map(({ marker, result }): readonly Filler[] => [marker, word(`result.${result}`)]);
  return table(desk, ['contents.marker', 'contents.result'], lines);
}

function bagsOf(desk: SheetDesk, bags: NonNullable<PaperFacts['bags']>): Block {
  return table(
    desk,
    ['label.donation', 'label.product-code', 'label.volume'],
    bags.map(({ din, productCode, volumeMl }) => [din, productCode, millilitres(volumeMl)]),
  );
}
