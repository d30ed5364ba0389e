import { z } from 'zod';
import {
  parseAirWaybill,
  bagKeyOf,
  bagOf,
  parseAirportCode,
  parseDin,
  parseFlightDesignator,
  parseGrid,
  parseProductCode,
  parseTypedDin,
  type IdentifierProblem,
} from '@cellrelay/identifiers';
import { err, type Result } from '@cellrelay/kernel';
import { report, type Fault } from './faults.js';

/** The fault of an identifier: which one, what is wrong with it, and what form is expected. */
export function identifierFault({ identifier, code, sentence, expectedForm }: IdentifierProblem): Fault {
  return { code: `${identifier.toLowerCase().replaceAll(' ', '-')}-${code}`, sentence, allowed: [expectedForm] };
}

function identifier<T>(read: (text: string) => Result<T, IdentifierProblem>, shown: Record<string, unknown>) {
  return z
    .string()
    .max(60)
    .transform((text, context) => {
      const found = read(text);
      return found.ok ? found.value : report(context, identifierFault(found.error));
    })
    .meta(shown);
}

/** A donor's GRID, typed or scanned; stored without spaces. */
export function grid(title: string) {
  return identifier(parseGrid, { title, 'x-kind': 'grid', description: '19 characters, as 6939 XYZ0 0012 3456 731' });
}

/** A DIN that a person types: its check character is asked for, because nothing else would notice a slip. */
export function typedDin(title: string) {
  const description = 'As printed, with the boxed check character: G1234 98 654321 00 H';
  return identifier(typed, { title, 'x-kind': 'din', description });
}

function typed(text: string): Result<string, IdentifierProblem> {
  const reading = parseTypedDin(text);
  return reading.ok ? { ok: true, value: reading.value.din } : reading;
}

/** A product code with its division. */
export function productCode(title: string) {
  return identifier(parseProductCode, { title, 'x-kind': 'product-code', description: '8 characters, as S1128VA0' });
}

/** A flight's designator; UA 0889 and ua889 are one flight. Stored with a space: UA 889. */
export function designator(title: string) {
  return identifier(spacedDesignator, { title, description: 'Airline and number, as UA 889' });
}

function spacedDesignator(text: string): Result<string, IdentifierProblem> {
  const read = parseFlightDesignator(text);
  return read.ok ? { ok: true, value: `${read.value.slice(0, 2)} ${read.value.slice(2)}` } : read;
}

/** An air waybill; its check digit is looked at. Stored as 11 digits. */
export function airWaybill(title: string) {
  return identifier(parseAirWaybill, { title, description: '11 digits, as 999-1234 5675' });
}

/** An airport by its IATA code alone, where nothing else of it is needed. */
export function airportCode(title: string) {
  return identifier(parseAirportCode, { title, 'x-kind': 'airport', description: 'IATA code, as PEK' });
}

/**
 * A bag as its labels name it: DIN, stroke, product code; without the stroke, too, where the two can be told apart by their
 * lengths alone. Stored as G123498654321/S1128VA0.
 */
export function bag(title: string) {
  return z
    .string()
    .max(60)
    .transform((text, context) => {
      const parts = bagParts(text);
      if (parts === undefined) return report(context, notSplit);
      const found = bagOfParts(parts);
      return found.ok ? found.value : report(context, identifierFault(found.error));
    })
    .meta({ title, 'x-kind': 'bag', description: 'DIN, a stroke and the product code: G123498654321/S1128VA0' });
}

interface BagParts {
  readonly din: string;
  readonly productCode: string;
}

const bagForm = 'DIN/PRODUCT CODE, as G123498654321/S1128VA0';

const notSplit: Fault = {
  code: 'bag-malformed',
  sentence: `A bag is its DIN and its product code with a stroke between: ${bagForm}.`,
  allowed: [bagForm],
};

/** A DIN has 13 to 16 characters and a product code 8, so a text of both together splits in one way only. */
const together = /^(?<din>[^\s/]{13,16})(=<)?(?<productCode>[Ss][^\s/]{7})$/;

/** DIN and product code: at the stroke, or without one as two labels read one after the other. Undefined for neither. */
function bagParts(text: string): BagParts | undefined {
  const stroke = text.lastIndexOf('/');
  if (stroke >= 0) return { din: text.slice(0, stroke), productCode: text.slice(stroke + 1) };
  const { din, productCode } = together.exec(text.replaceAll(/\s/g, ''))?.groups ?? {};
  return din === undefined || productCode === undefined ? undefined : { din, productCode };
}

function bagOfParts(parts: BagParts): Result<string, IdentifierProblem> {
  const din = parseDin(parts.din);
  if (!din.ok) return din;
  const code = parseProductCode(parts.productCode);
  if (!code.ok) return code;
  const whole = bagOf({ din: din.value.din, productCode: code.value });
  return whole.ok ? { ok: true, value: bagKeyOf(whole.value) } : err(whole.error);
}
