import { removeExamples } from '@cellrelay/adapter-postgres';
import {
  administratorName,
  createPasswords,
  firstAccountName,
  newUuid,
  operatorsAdministrator,
  renewPassword,
  type ShownPassword,
} from '@cellrelay/platform';
import { commandIdOf, type Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import { IssueCommand, noRelay, type BoardStore, type OpenItem, type PageOf } from '@cellrelay/use-cases';
import { migrateAll } from '../stack/migrate-all.js';
import { listHeld, released } from './release-invitation.js';
import { withDatabase, withServer } from './with-server.js';

/** Brings the database to this version. */
export function migrateCommand(): Promise<number> {
  return withServer(async ({ ownerUrl }) => {
    const ran = await migrateAll(ownerUrl);
    console.log(ran.length === 0 ? 'The database is current.' : `Ran ${ran.join(', ')}.`);
    return 0;
  });
}

/** By which somebody who lost password, authenticator and recovery codes is let in again. */
export const withoutSecondFactor = '--without-second-factor';

function shownText({ name, password }: ShownPassword): string {
  return `Account   ${name}\nPassword  ${password}   (shown this once; all sessions, programs’ tokens and links to a provider of this account have ended)`;
}

/** Gives an account a new password, shown once; every other way in ends. Its second factor stays, unless it is said to go. */
export function passwordCommand(args: readonly string[]): Promise<number> {
  const name = args.find((arg) => arg !== withoutSecondFactor) ?? firstAccountName;
  return withDatabase('apiUrl', async ({ accounts, ownAccounts }) => {
    const account = args.includes(withoutSecondFactor) ? await accounts.find(name) : null;
    if (account !== null) await ownAccounts.removeSecondFactor({ account: account.id, by: null });
    const renewed = await renewPassword(accounts, createPasswords(), name);
    if (renewed === null) console.error(`There is no account "${name}".`);
    else console.log(shownText(renewed));
    return renewed === null ? 1 : 0;
  });
}

/** Makes the operator's administrator, who invites the others, or gives them a new password, shown once. */
export function administratorCommand(): Promise<number> {
  return withDatabase('apiUrl', async ({ people }) => {
    const shown = await operatorsAdministrator(people, createPasswords());
    if (shown === null)
      console.error(
        `The name "${administratorName}" belongs to an account that has ended, or is not the operator’s administrator’s.`,
      );
    else console.log(shownText(shown));
    return shown === null ? 1 : 0;
  });
}

/** Releases an invitation that the operator's administrator made into another organisation, and prints its link, once; without one, lists those that are held. */
export function releaseInvitationCommand([id]: readonly string[]): Promise<number> {
  return withDatabase('ownerUrl', ({ people }) => (id === undefined ? listHeld(people) : released(people, id)));
}

/** Removes every example shipment with its log, and leaves a line in the maintenance table. Real shipments cannot be reached this way. */
export function removeExamplesCommand(): Promise<number> {
  return withDatabase('apiUrl', async ({ pool }) => {
    const removed = await removeExamples(pool, 'ops');
    console.log(`${removed.length} examples removed.`);
    return 0;
  });
}

/** Lets parked items be tried again: all of them, or those of one shipment. */
export function redriveCommand([shipment]: readonly string[]): Promise<number> {
  return withDatabase('workerUrl', async (database) => {
    const parked = (await parkedItems(database.board)).filter(
      (item) => shipment === undefined || item.shipment === shipment,
    );
    const issue = new IssueCommand(database.shipments, noRelay);
    for (const item of parked) await redrive(issue, database.agenda, item);
    console.log(`${parked.length} items are tried again.`);
    return 0;
  });
}

async function parkedItems(board: Pick<BoardStore, 'openItems'>): Promise<readonly OpenItem[]> {
  const parked: OpenItem[] = [];
  let cursor: string | null = null;
  do {
    const page: Result<PageOf<OpenItem>, Refusal> = await board.openItems({ tasks: true }, { cursor, limit: 1_000 });
    if (!page.ok) throw new Error(page.error.sentence);
    parked.push(...page.value.items.filter((item) => item.parked !== null));
    cursor = page.value.next;
  } while (cursor !== null);
  return parked;
}

/** The command frees the row itself. Where the log knows of no parking, the row is freed alone. */
async function redrive(
  issue: IssueCommand,
  agenda: { unpark(id: string): Promise<unknown> },
  item: OpenItem,
): Promise<void> {
  const id = commandIdOf(`ops/redrive/${newUuid()}`);
  if (id === undefined) throw new Error('a command id could not be made');
  const statedBy = { person: 'operator', organisation: 'operations', how: 'account' } as const;
  const outcome = await issue.execute({
    shipment: item.shipment,
    id,
    command: { name: 'RedriveItem', data: { key: item.obligation.key } },
    statedBy,
    recordedBy: 'ops',
    ifMatch: null,
  });
  if (outcome.kind === 'refused') await agenda.unpark(item.id);
}
