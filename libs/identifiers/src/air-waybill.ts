import { err, ok, type Branded, type Result } from '@cellrelay/kernel';
import { digit, misfitOf, times, type Form } from './form.js';
import { wrongCheck, type IdentifierProblem } from './problem.js';
import { withoutSpaces } from './text.js';

/** An air waybill's number, as stored: the airline's three digits and eight more, without the stroke. */
export type AirWaybill = Branded<string, 'AirWaybill'>;

const form: Form = {
  identifier: 'air waybill',
  expectedForm: '11 digits, three of the airline and eight of the consignment, as 999-1234 5675',
  places: times(11, digit),
};

/** Reads an air waybill, with or without its stroke. The last digit is the remainder of the seven before it divided by seven (IATA Resolution 600a). */
export function parseAirWaybill(text: string): Result<AirWaybill, IdentifierProblem> {
  const compact = withoutSpaces(text).replace(/^([0-9]{3})[-‐‑–](?=[0-9])/u, '$1');
  const misfit = misfitOf(form, compact);
  if (misfit !== undefined) return err(misfit);
  const serial = Number(compact.slice(3, 10));
  return serial % 7 === Number(compact.slice(10)) ? ok(compact as AirWaybill) : err(wrongCheck(form, 'check digit'));
}

/** As it is printed: 999-1234 5675. */
export function formatAirWaybill(waybill: AirWaybill): string {
  return `${waybill.slice(0, 3)}-${waybill.slice(3, 7)} ${waybill.slice(7)}`;
}
