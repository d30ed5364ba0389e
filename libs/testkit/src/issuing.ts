import { commandIdOf, type CommandId, type ShipmentId } from '@cellrelay/kernel';
import type { ShipmentCommand, StatedBy } from '@cellrelay/shipment';
import type { CommandOutcome, IssueCommand } from '@cellrelay/use-cases';

/** Whoever speaks in specs. */
export const coordinator: StatedBy = { person: 'Coordinator', organisation: 'EXAMPLE Office', how: 'account' };

/** A command id for specs. */
export function commandId(text: string): CommandId {
  const id = commandIdOf(text);
  if (id === undefined) throw new Error(`"${text}" is no command id`);
  return id;
}

/** Issues commands one after the other, each decided on whatever stands; throws when one is refused. Ids are `<prefix>/<number>`. */
export async function issueAll(
  issue: IssueCommand,
  shipment: ShipmentId,
  commands: readonly ShipmentCommand[],
  prefix = 'given',
): Promise<void> {
  for (const [number, command] of commands.entries()) {
    const outcome = await issueOne(issue, shipment, command, `${prefix}/${shipment}/${number}`);
    if (outcome.kind === 'refused') throw new Error(`${command.name} was refused: ${outcome.refusal.sentence}`);
  }
}

/** Issues one command as a person; its `ifMatch` is not looked at unless given. */
export function issueOne(
  issue: IssueCommand,
  shipment: ShipmentId,
  command: ShipmentCommand,
  how: string | { readonly id: string; readonly ifMatch: number },
): Promise<CommandOutcome> {
  const { id, ifMatch } = typeof how === 'string' ? { id: how, ifMatch: null } : how;
  return issue.execute({
    shipment,
    id: commandId(id),
    command,
    statedBy: coordinator,
    recordedBy: 'coordinator',
    ifMatch,
  });
}
