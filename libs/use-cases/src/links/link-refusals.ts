import { linkedCommands, type Refusal } from '@cellrelay/shipment';

/** The one answer for a link that is forged, altered, unknown, revoked, or for something else: nobody is told which. */
export const noSuchLink: Refusal = {
  code: 'no-such-link',
  sentence: 'This link is good for nothing. Ask whoever sent it to you for another.',
};

/** Said to whoever holds a good link, whose form does not ask for that: the link says it. */
export const heldByLink = (name: string, pinned: string | number): Refusal => ({
  code: 'held-by-link',
  sentence: `The field ${name} is not asked for: this link is for one ${name} alone. Leave it out.`,
  at: `/${name}`,
  allowed: [String(pinned)],
});

/** Said of a link of ours alone. */
export const linkExpired: Refusal = {
  code: 'link-expired',
  sentence: 'This link has run out. Ask whoever sent it to you for another.',
};

/** What was sent stands; a second word needs a second link. */
export const linkUsed: Refusal = {
  code: 'link-used',
  sentence:
    'This link was used already: what was sent by it is on record. To say more, ask whoever sent it to you for another.',
};

export const noLongerAsked: Refusal = {
  code: 'task-not-asked-for',
  sentence: 'As things stand this is not asked for. Whoever sent you the link can say why.',
};

export const notAskedFor: Refusal = {
  code: 'task-not-asked-for',
  sentence:
    'As the shipment stands, nobody without an account can be asked for this. A link is made of what can be done now.',
};

export const notByLink: Refusal = {
  code: 'not-by-link',
  sentence:
    'This does not go by a link: whoever has no account tells the coordination office, which records it on their word.',
  at: '/command',
  allowed: linkedCommands,
};

export const tooManyLinks: Refusal = {
  code: 'too-many-links',
  sentence: 'This shipment has 100 open links. Revoke some first.',
};

/** Exactly what is said of a shipment that there is not. */
export const shipmentNotThere: Refusal = {
  code: 'no-such-shipment',
  sentence: 'There is no shipment of this id.',
};
