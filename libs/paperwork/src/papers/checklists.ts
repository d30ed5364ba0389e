import { checksOf, type CheckPlace } from '@cellrelay/shipment';
import { english, type MessageKey } from '../messages/catalogue.js';
import type { Say } from '../messages/say.js';
import type { Block, Said } from '../paper.js';
import { plain, type PlainKey } from './blocks.js';

/** The checks of a hand-over, with what law asks for besides, to be ticked by hand. Of a site's own check the words stand as the site wrote them, in every language. */
export function handoverChecks(
  { say, lawChecks }: { readonly say: Say; readonly lawChecks: readonly Said[] },
  place: Exclude<CheckPlace, 'relay'>,
): Block {
  const own = checksOf(place).map((check) => checkSaid(say, `check.${place}.${check}`, check));
  return { kind: 'checks', items: [...own, ...lawChecks] };
}

/** The checks of the receipt. One that a site words otherwise than it is known by its id reads as the site has it. */
export function receiptChecks(say: Say, checks: readonly { readonly id: string; readonly text: string }[]): Block {
  return {
    kind: 'checks',
    items: checks.map(({ id, text }) => {
      const key = `check.receipt.${id}`;
      return isPlain(key) && english[key] === text ? plain(say, key) : say('check.own', { words: text });
    }),
  };
}

function checkSaid(say: Say, key: string, words: string): Said {
  return isPlain(key) ? plain(say, key) : say('check.own', { words });
}

function isPlain(key: string): key is PlainKey & MessageKey {
  return key in english && key !== 'check.own';
}
