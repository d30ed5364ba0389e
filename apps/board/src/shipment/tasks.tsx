import type { Shipment } from '../api/types.js';
import { LinksPanel } from '../links/links-panel.js';
import { FilesPanel } from '../readings/files-panel.js';
import { ActionsPanel } from './actions-panel.js';
import { AgendaTable } from './agenda-table.js';

/** What is owed, and what can be done, here or by others. */
export function Tasks({ shipment }: { readonly shipment: Shipment }) {
  return (
    <>
      <AgendaTable id={shipment.id} />
      <ActionsPanel shipment={shipment} />
      <LinksPanel shipment={shipment.id} />
      <FilesPanel shipment={shipment.id} />
    </>
  );
}
