import type { Refusal } from '@cellrelay/shipment';
import type { Asking } from '../identity-register.port.js';
import { stateOf, type DisclosureGrant } from './disclosure-grant.js';
import type { DisclosureWish, GrantsFound } from './disclosure-register.port.js';
import { disclosureRules } from './disclosure-rules.js';
import { fieldsOn, readerParts, readsAnyway } from './document-kinds.js';

/** So many of one person are enough for every paper; more are a mistake, or a mischief. */
export const mostOpenGrants = 10;

export const noSuchGrant: Refusal = {
  code: 'no-such-grant',
  sentence: 'There is no such disclosure of this person.',
};

export const notOnThisSide: Refusal = {
  code: 'not-on-this-side',
  sentence: 'Your organisation is not named on this side of the shipment any more: only those who are disclose.',
};

/** Why that cannot be asked, whoever is to read; undefined where it can. */
export function notAskable({ side }: Pick<Asking, 'side'>, wish: Omit<DisclosureWish, 'reader'>): Refusal | undefined {
  if (readsAnyway(wish.readerPart, side)) return ownSide(side);
  const room = fieldsOn(wish.document, side);
  if (room.length === 0 || wish.fields.some((field) => !room.includes(field))) return notOnThePaper(room);
  const rule = disclosureRules.find(({ id }) => id === wish.rule);
  if (wish.rule === null) return undefined;
  const fits = rule?.document === wish.document && rule.side === side && rule.basis === wish.basis;
  return fits && wish.fields.every((field) => rule.fields.includes(field)) ? undefined : notThatRule(wish, side);
}

function ownSide(side: Asking['side']): Refusal {
  const sentence = 'They are on this side themselves, and read it without any disclosure.';
  return {
    code: 'own-side-needs-no-grant',
    sentence,
    at: '/reader',
    allowed: readerParts.filter((part) => !readsAnyway(part, side)),
  };
}

/** For whoever stands on neither side for that part: nobody on record does. */
export function nobodyThere(part: string, named: readonly string[]): Refusal {
  const sentence = `No organisation on record is named as the ${part.replaceAll('-', ' ')} of this shipment.`;
  return { code: 'reader-stands-nowhere', sentence, at: '/reader', allowed: named };
}

function notOnThePaper(room: readonly string[]): Refusal {
  if (room.length > 0)
    return {
      code: 'field-not-on-paper',
      sentence: 'A paper of that kind has no room for it.',
      at: '/fields',
      allowed: room,
    };
  return { code: 'field-not-on-paper', sentence: 'A paper of that kind names nobody of this side.', at: '/document' };
}

function notThatRule({ document, basis }: Pick<DisclosureWish, 'document' | 'basis'>, side: Asking['side']): Refusal {
  const fitting = disclosureRules.filter(
    (each) => each.document === document && each.side === side && each.basis === basis,
  );
  const sentence = 'That rule does not speak of these fields of this person on such a paper.';
  return { code: 'rule-not-for-this', sentence, at: '/rule', allowed: fitting.map(({ id }) => id) };
}

/** Why it cannot be added to what there is; undefined where it can. */
export function notAddable({ open, now }: GrantsFound, wish: DisclosureWish): Refusal | undefined {
  const standing = open.filter((each) => ['asked', 'in-force'].includes(stateOf(each, now)));
  const same = standing.find((each) => each.document === wish.document && each.reader === wish.reader);
  if (same !== undefined) return grantedAlready(same);
  if (standing.length < mostOpenGrants) return undefined;
  const sentence = `There are ${mostOpenGrants} disclosures of this person that stand or are asked for: end one first.`;
  return { code: 'too-many-grants', sentence, allowed: [`at most ${mostOpenGrants}`] };
}

function grantedAlready({ approved, validUntil }: DisclosureGrant): Refusal {
  const stands = approved === null ? 'is asked for already' : `stands already, until ${validUntil}`;
  const sentence = `A disclosure to them for such a paper ${stands}. End it before you ask for another.`;
  return { code: 'granted-already', sentence };
}

/** Why this person does not approve it; undefined where they do. */
export function notApprovable(
  grant: DisclosureGrant,
  asking: Asking,
  now: DisclosureGrant['validUntil'],
): Refusal | undefined {
  const state = stateOf(grant, now);
  if (state !== 'asked') return notNow(state);
  if (grant.granter !== asking.organisation)
    return { code: 'not-the-holder', sentence: 'A second person of the organisation that asks for it approves it.' };
  if (grant.asked.account !== asking.account) return undefined;
  const sentence = 'You asked for it yourself: a second person of your organisation has to approve it.';
  return { code: 'own-request', sentence };
}

/** Why nobody ends it; undefined where anybody of that side does. */
export function notRevocable(grant: DisclosureGrant): Refusal | undefined {
  return grant.revoked === null ? undefined : notNow('revoked');
}

const words: Readonly<Record<ReturnType<typeof stateOf>, string>> = {
  asked: 'It is asked for.',
  'in-force': 'It is approved already.',
  expired: 'Its time is over: ask for another.',
  revoked: 'It was ended. Nobody takes it up again: ask for another.',
  lapsed: 'One of the two organisations is not named in the shipment any more.',
  erased: 'What was recorded of this person has been erased since.',
};

function notNow(state: ReturnType<typeof stateOf>): Refusal {
  return { code: 'grant-not-open', sentence: words[state] };
}
