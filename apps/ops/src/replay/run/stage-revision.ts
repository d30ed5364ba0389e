import { stageCommanded } from '@cellrelay/use-cases';

/** The revision of the stage that a command moves, as its author would have read it; 0 for a name or a shipment that there is not. */
export function stageRevisionFor(
  said: { readonly command: string; readonly body: unknown },
  shipment: { readonly stageRevisions: Readonly<Record<string, number>> } | null,
): number {
  return shipment?.stageRevisions[stageCommanded(said.command, said.body)] ?? 0;
}
