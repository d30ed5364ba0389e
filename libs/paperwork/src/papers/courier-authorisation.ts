import type { PaperFacts } from '../facts/paper-facts.js';
import { moment } from '../messages/forms.js';
import { addressee, paragraph, rows } from './blocks.js';
import {
  bandText,
  boxRows,
  carrierText,
  endsOf,
  flightText,
  passportText,
  productText,
  signedBySender,
} from './cells.js';
import { made, type Desk, type Made } from './making.js';
import { courierEnded, substituteEnded } from './travellers.js';

const sheet = {
  kind: 'courier-authorisation',
  reader: 'courier',
  claim: 'papers',
  needs: ['hotline', 'signatory', 'courier', 'substitute', 'passport', 'clock'],
} as const;

/** What the courier shows to whoever asks by what right they have the box. None of a unit that goes as cargo. */
export function courierAuthorisations(facts: PaperFacts): readonly Made[] {
  if (facts.cargo !== null) return [];
  const lacks = [...courierEnded(facts), ...substituteEnded(facts)];
  return [made(sheet, { facts, of: null, country: endsOf(facts).from?.country ?? null, lacks }, authorisation)];
}

function authorisation(desk: Desk<'courier', (typeof sheet.needs)[number]>) {
  const { say, facts } = desk;
  const { courier, substitute, passport, substitutePassport, clock } = facts;
  return {
    title: say('authorisation.title'),
    blocks: [
      addressee(say('authorisation.to')),
      paragraph(
        ...[say('authorisation.says', { courier: courier.name }), say('authorisation.proof')],
        ...[say('authorisation.sole'), say('authorisation.substitute', { substitute: substitute.name })],
        say('authorisation.until', {
          until: moment({ ...clock.limitAt, zone: endsOf(facts).from?.zone ?? clock.limitAt.zone }),
        }),
      ),
      rows(desk, [
        ['label.courier', carrierText(courier)],
        ['label.passport', passportText(passport)],
        ['label.telephone', courier.phone],
      ]),
      rows(desk, [
        ['label.substitute', carrierText(substitute)],
        ['label.passport', substitutePassport === undefined ? null : passportText(substitutePassport)],
        ['label.telephone', substitute.phone],
      ]),
      rows(desk, [
        ['label.contents', productText(facts.product)],
        ['label.temperature', bandText(facts.band)],
        ...boxRows(facts.box, facts.boxSizeCm),
        ...facts.legs.map(({ flight }) => ['label.flight', flightText(flight)] as const),
        ['label.hotline', facts.hotline],
      ]),
    ],
    end: [signedBySender(say, facts.signatory)],
  };
}
