import type { PaperFacts, VisaFacts } from '../facts/paper-facts.js';
import { country, day, dayOf } from '../messages/forms.js';
import { addressee, paragraph, rows } from './blocks.js';
import { isFrozen, passportText, signedBySender } from './cells.js';
import { made, type Desk, type Made } from './making.js';
import { passportEnded } from './travellers.js';

const sheet = {
  kind: 'visa-letter',
  reader: 'embassy',
  claim: 'papers',
  needs: ['hotline', 'signatory'],
} as const;

/** A letter for each visa of the courier or substitute that is not held and can still come: case A had the embassy asked beforehand for expedited ones. */
export function visaLetters(facts: PaperFacts): readonly Made[] {
  return facts.visas.map((visa) => {
    const lacks =
      visa.passport === null ? (['passport-of-the-traveller'] as const) : passportEnded(visa.passport, facts);
    return made(sheet, { facts, of: `${visa.as}-${visa.country}`, country: visa.country, lacks }, (desk) =>
      letter(desk, visa),
    );
  });
}

function letter(desk: Desk<'embassy', (typeof sheet.needs)[number]>, { who, passport, country: to, as }: VisaFacts) {
  const { say, facts } = desk;
  const [first, last] = [facts.legs[0]?.flight, facts.legs.at(-1)?.flight];
  const dates =
    first === undefined || last === undefined
      ? []
      : [say('visa.dates', { from: dayOf(first.departsAt), until: dayOf(last.arrivesAt) })];
  return {
    title: say('visa.title'),
    blocks: [
      addressee(say('visa.to'), country(to)('en')),
      paragraph(
        say('visa.request', { person: who.name, country: country(to) }),
        say('visa.why'),
        ...(as === 'substitute' ? [say('visa.substitute')] : []),
        ...dates,
        say(isFrozen(facts.band) ? 'visa.no-delay-frozen' : 'visa.no-delay'),
        say('cells.secret'),
      ),
      rows(desk, [
        ['visa.name', who.name],
        ['visa.company', who.company],
        ['label.passport', passport === null ? null : passportText(passport)],
        ['visa.valid-until', passport === null ? null : day(passport.validUntil)],
        ['label.telephone', who.phone],
        ['label.hotline', facts.hotline],
      ]),
      paragraph(say('security.thanks')),
    ],
    end: [signedBySender(say, facts.signatory)],
  };
}
