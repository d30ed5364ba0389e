import type { Zone } from '@cellrelay/kernel';
import type { BorderFacts, PaperFacts } from '../facts/paper-facts.js';
import { money, moment } from '../messages/forms.js';
import { word } from '../messages/say.js';
import { addressee, heading, paragraph, rows, table } from './blocks.js';
import {
  airportText,
  bandText,
  boxRows,
  carrierText,
  millilitres,
  officeText,
  productText,
  signedBySender,
  useByRow,
  volumeOf,
} from './cells.js';
import { made, type Desk, type Made } from './making.js';

const sheet = {
  kind: 'customs-declaration',
  reader: 'customs',
  claim: 'officers',
  needs: ['hotline', 'signatory', 'clock', 'consignor', 'consignee', 'bags', 'value'],
} as const;

/** A declaration for each border, with its pro-forma invoice. The code of the goods is that of a rule which prints, never one that somebody remembers. */
export function customsDeclarations(facts: PaperFacts): readonly Made[] {
  return facts.borders.map((border) => {
    const tariff = facts.tariffs.find(({ country }) => country === border.country);
    const lacks = [
      ...(tariff === undefined ? (['tariff'] as const) : []),
      ...(facts.cargo === null && facts.courier === undefined ? (['courier'] as const) : []),
    ];
    const of = `${border.country}-${border.direction}-${border.airport.iata}`;
    return made(sheet, { facts, of, country: border.country, lacks }, (desk) =>
      declaration(desk, border, tariff?.code ?? ''),
    );
  });
}

type CustomsDesk = Desk<'customs', (typeof sheet.needs)[number]>;

function declaration(desk: CustomsDesk, border: BorderFacts, code: string) {
  const { say, facts } = desk;
  return {
    title: say('customs.title'),
    blocks: [
      addressee(say('customs.to'), airportText(border.airport)),
      paragraph(
        ...[
          say('customs.request', { useBy: moment({ ...facts.clock.limitAt, zone: border.airport.zone as Zone }) }),
          say(facts.forSeveral ? 'cells.what-for-several' : 'cells.what'),
        ],
        say(facts.forSeveral ? 'customs.personal-for-several' : 'customs.personal'),
        say('customs.no-xray'),
        // The statement is not made without the donor's tests.
        ...(facts.markers === undefined ? [] : [say('customs.statement')]),
      ),
      rows(desk, [
        ['customs.direction', word(`customs.${border.direction}`)],
        ['customs.office', airportText(border.airport)],
        ['label.flight', border.flight],
        ['label.departure', border.direction === 'export' ? moment(border.crossingAt) : null],
        ['label.arrival', border.direction === 'export' ? null : moment(border.crossingAt)],
        ['customs.consignor', officeText(facts.consignor)],
        ['customs.consignee', officeText(facts.consignee)],
        ['customs.carried-by', carriedBy(facts)],
        ['customs.permit', border.permit],
        ['label.temperature', bandText(facts.band)],
        ...boxRows(facts.box, facts.boxSizeCm),
        useByRow(facts.clock, border.airport),
        ['label.hotline', facts.hotline],
      ]),
      ...invoice(desk, code),
    ],
    end: [paragraph(say('customs.true')), signedBySender(say, facts.signatory)],
  };
}

function carriedBy({ cargo, courier }: Pick<PaperFacts, 'cargo' | 'courier'>): string | null {
  if (cargo !== null) return `${cargo.carrier}, ${cargo.waybill}`;
  return courier === undefined ? null : carrierText(courier);
}

function invoice(desk: CustomsDesk, code: string) {
  const { say, facts } = desk;
  const { bags, value } = facts;
  return [
    heading(say('customs.invoice')),
    rows(desk, [
      ['customs.goods', productText(facts.product)],
      ['customs.code', code],
      ['customs.purpose', word('customs.transplantation')],
      ['label.bags', String(bags.length)],
      ['customs.quantity', millilitres(volumeOf(bags))],
      ['customs.value', word('value.declared', { amount: money(value.amount, value.currency) })],
    ]),
    table(
      desk,
      ['label.donation', 'label.product-code', 'label.volume'],
      bags.map(({ din, productCode, volumeMl }) => [din, productCode, millilitres(volumeMl)]),
    ),
    paragraph(say('customs.unpaid'), say('customs.value-only')),
  ];
}
