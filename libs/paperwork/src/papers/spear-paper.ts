import type { Zone } from '@cellrelay/kernel';
import type { DraftLine, SpearDraft } from '@cellrelay/shipment';
import type { PaperFacts } from '../facts/paper-facts.js';
import { english } from '../messages/catalogue.js';
import { celsius, moment, shortMoment } from '../messages/forms.js';
import type { Filler } from '../messages/say.js';
import type { Block } from '../paper.js';
import { heading, paragraph, rows, table } from './blocks.js';
import { bandText, millilitres, productText } from './cells.js';
import { made, type Desk, type Made } from './making.js';

const sheet = { kind: 'spear-draft', reader: 'registry', claim: 'reports', needs: [] } as const;

type DraftDesk = Desk<'registry', never>;

/** A draft for each deviation that is on record, in the order of WMDA's own questions as far as they are known (S53, S54). */
export function spearPapers(facts: PaperFacts): readonly Made[] {
  return facts.spears.map((draft) =>
    made(sheet, { facts, of: draft.deviation, country: null }, (desk) => paper(desk, draft)),
  );
}

function paper(desk: DraftDesk, draft: SpearDraft) {
  const { say } = desk;
  return {
    title: say('spear.title'),
    blocks: [
      { kind: 'notice', sentences: [say('spear.draft'), say('spear.check-words')] } as const,
      rows(desk, [...whatItIsOf(draft), ...whereItWas(desk, draft)]),
      heading(say('spear.bags')),
      bagsOf(desk, draft),
      heading(say('spear.course')),
      told(desk, draft.happened),
      heading(say('spear.actions')),
      told(desk, draft.actions),
      rows(desk, [
        ['spear.outcome', draft.outcome],
        ['spear.corrective', draft.correctiveAction],
      ]),
    ],
  };
}

function whatItIsOf({
  deviation,
  kind,
  seriousness,
  words,
  happenedAt,
  knownAt,
}: SpearDraft): Parameters<typeof rows>[1] {
  return [
    ['spear.deviation', deviation],
    ['spear.kind', ownWord(`spear.kind.${kind}`, kind)],
    ['spear.seriousness', ownWord(`spear.${seriousness ?? 'not-graded'}`, seriousness ?? '')],
    ['spear.words', words],
    ['spear.happened-at', moment(happenedAt)],
    ['spear.known-at', moment({ at: knownAt, zone: 'UTC' as Zone })],
  ];
}

function whereItWas({ facts }: DraftDesk, { from, to, product, temperature }: SpearDraft): Parameters<typeof rows>[1] {
  const { onOpeningCelsius } = temperature;
  return [
    ['spear.product', productText(product)],
    ['spear.from', from],
    ['spear.to', to],
    ['spear.ordered', bandText(facts.band)],
    ['spear.on-opening', onOpeningCelsius === null ? null : `${celsius(onOpeningCelsius)} °C`],
  ];
}

/** A kind that has a word of its own; one that has none stands as it is called. */
function ownWord(key: string, name: string): Filler {
  return (english as Readonly<Record<string, string>>)[key] ?? name.replaceAll('-', ' ');
}

function bagsOf(desk: DraftDesk, { bags }: SpearDraft): Block {
  return table(
    desk,
    ['label.donation', 'label.product-code', 'label.volume', 'spear.collected'],
    bags.map(({ din, productCode, volumeMl, collectionEndedAt }) => [
      ...[din, productCode, millilitres(volumeMl)],
      moment({ at: collectionEndedAt, zone: 'UTC' as Zone }),
    ]),
  );
}

function told(desk: DraftDesk, lines: readonly DraftLine[]): Block {
  const { say } = desk;
  if (lines.length === 0) return paragraph(say('spear.none'));
  return table(
    desk,
    ['spear.when', 'spear.what'],
    lines.map(({ at, zone, what }) => [`${shortMoment(at, zone)} ${zone}`, what]),
  );
}
