import type { AlwaysKnown, CheckpointFacts, PaperFacts } from '../facts/paper-facts.js';
import { moment } from '../messages/forms.js';
import type { Say } from '../messages/say.js';
import type { Block, Said } from '../paper.js';
import { addressee, heading, paragraph, plain, rows, steps } from './blocks.js';
import {
  airportText,
  bandText,
  boxRows,
  carrierText,
  flightText,
  isFrozen,
  passportText,
  productText,
  signedBySender,
  useByRow,
  whatItIs,
} from './cells.js';
import { made, type Desk, type Made } from './making.js';
import { toldApart } from './told-apart.js';
import { courierEnded } from './travellers.js';

const accompanied = {
  kind: 'security-letter',
  reader: 'security',
  claim: 'officers',
  needs: ['hotline', 'signatory', 'clock', 'courier', 'passport'],
} as const;
const byItself = { ...accompanied, needs: ['hotline', 'signatory', 'clock'] } as const;

/**
 * A letter for each checkpoint that asks for inspection without X-ray (standards.md 4: put together from what TSA, JMDP and Chinese practice ask for). It tells neither where
 * the cells are from nor where they go, only the flight that they take there.
 */
export function securityLetters(facts: PaperFacts): readonly Made[] {
  const { cargo, checkpoints } = facts;
  const names = toldApart(checkpoints, {
    name: ({ airport }) => airport.iata,
    besides: ({ leg }) => leg.flight.designator,
  });
  return checkpoints.map((checkpoint, nth) => {
    const occasion = { facts, of: names[nth] ?? null, country: checkpoint.airport.country };
    if (cargo !== null)
      return made(byItself, occasion, (desk) =>
        letter(desk, checkpoint, {
          request: desk.say('security.request-cargo', { waybill: cargo.waybill }),
          who: [['label.waybill', cargo.waybill]],
        }),
      );
    return made(accompanied, { ...occasion, lacks: courierEnded(facts) }, (desk) =>
      letter(desk, checkpoint, carriedBy(desk)),
    );
  });
}

type Own = (typeof byItself.needs)[number];

interface Carried {
  readonly request: Said;
  readonly who: Parameters<typeof rows>[1];
}

function carriedBy({ say, facts }: Desk<'security', (typeof accompanied.needs)[number]>): Carried {
  const { courier, passport, substitute } = facts;
  return {
    request: say('security.request', { courier: courier.name }),
    who: [
      ['label.courier', carrierText(courier)],
      ['label.telephone', courier.phone],
      ['label.passport', passportText(passport)],
      ['label.substitute', substitute === undefined ? null : carrierText(substitute)],
    ],
  };
}

function letter(desk: Desk<'security', Own>, checkpoint: CheckpointFacts, { request, who }: Carried) {
  const { say, facts } = desk;
  const { airport, agreedAs, leg, passesAt } = checkpoint;
  const agreed = agreedAs === null ? [] : [say('security.agreed', { agreement: agreedAs })];
  return {
    title: say('security.title'),
    blocks: [
      { kind: 'banner', said: say('security.banner') } as const,
      addressee(say('security.to'), airportText(airport)),
      paragraph(request, ...agreed),
      ...howToInspect(say, facts),
      paragraph(say('security.if-refused')),
      rows(desk, [['label.hotline', facts.hotline], useByRow(facts.clock, airport)]),
      paragraph(...whatItIs(say, facts)),
      rows(desk, [
        ['label.contents', productText(facts.product)],
        ...who,
        ['label.flight', flightText(leg.flight)],
        ['label.fallback', leg.fallback === null ? null : flightText(leg.fallback)],
        [passesAt.at === leg.flight.arrivesAt.at ? 'label.arrival' : 'label.departure', moment(passesAt)],
        ['label.temperature', bandText(facts.band)],
        ...boxRows(facts.box, facts.boxSizeCm),
        ['label.sender', facts.issuer?.name],
      ]),
      paragraph(...(facts.cargo === null ? [say('security.airline')] : []), say('security.thanks')),
    ],
    end: [signedBySender(say, facts.signatory)],
  };
}

/** A dry shipper is not opened at all: its cold would be gone (standards.md 6: no free liquid). What travels as cargo has no courier to be parted from. */
function howToInspect(say: Say, { band, cargo }: Pick<AlwaysKnown, 'band' | 'cargo'>): readonly Block[] {
  const lid = isFrozen(band) ? [] : [say('security.lid')];
  const parting = cargo === null ? [say('security.no-parting')] : [];
  return [
    heading(say('security.please')),
    steps(say('security.outside'), say('security.swab'), ...lid),
    heading(say('security.not')),
    steps(...(['security.no-xray', 'security.no-opening'] as const).map((key) => plain(say, key)), ...parting),
  ];
}
