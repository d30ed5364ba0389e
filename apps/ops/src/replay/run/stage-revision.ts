import { commandStages, type CommandName } from '@cellrelay/shipment';

/** The revision of the stage that a command belongs to, as its author would have read it; 0 for a name or a shipment that there is not. */
export function stageRevisionFor(
  command: string,
  shipment: { readonly stageRevisions: Readonly<Record<string, number>> } | null,
): number {
  if (shipment === null || !Object.hasOwn(commandStages, command)) return 0;
  return shipment.stageRevisions[commandStages[command as CommandName]] ?? 0;
}
