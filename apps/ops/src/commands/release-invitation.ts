import { uuidForm } from '@cellrelay/kernel';
import { newToken, readConfig, tokenHash } from '@cellrelay/platform';
import type { HeldInvitation, Invited, PeopleStore } from '@cellrelay/use-cases';

const lastsMs = 7 * 24 * 3_600_000;

/** Prints the invitations that are held, a line each. */
export async function listHeld(people: Pick<PeopleStore, 'heldInvitations'>): Promise<number> {
  const held = await people.heldInvitations();
  for (const each of held) console.log(lineOf(each));
  if (held.length === 0) console.log('No invitation is held.');
  return 0;
}

function lineOf({ id, organisation, person, mail }: HeldInvitation): string {
  return [id, organisation, person, mail ?? ''].join('  ').trimEnd();
}

/** Releases one and prints its link, once. */
export async function released(people: Pick<PeopleStore, 'releaseInvitation'>, id: string): Promise<number> {
  const token = newToken();
  const link = { tokenHash: tokenHash(token), lastsMs };
  const done = uuidForm.test(id) ? await people.releaseInvitation(id, link) : null;
  if (done?.kind === 'done') console.log(shown(done.value, token));
  else
    console.error(
      `No invitation "${id}" waits for this, or its organisation has an administrator by now. Without an id the command lists those that are held.`,
    );
  return done?.kind === 'done' ? 0 : 1;
}

function shown({ person, organisation, expiresAt }: Invited, token: string): string {
  const origin = readConfig().web.origin ?? 'ADDRESS OF THE BOARD';
  return [
    `${person} may join ${organisation.name} as its first administrator, and let others in there.`,
    'Give the link to that person yourself, once you know that they act for that organisation:',
    `${origin}/join#${token}`,
    `It is shown this once, and good until ${expiresAt.slice(0, 16).replace('T', ' ')} UTC.`,
  ].join('\n');
}
