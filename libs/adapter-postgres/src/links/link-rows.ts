import type { LinkState, SignedLink } from '@cellrelay/use-cases';
import { instantOfRow, instantOrNull } from '../instants.js';

export interface LinkRead extends Pick<
  SignedLink,
  'id' | 'command' | 'task' | 'addressee' | 'organisation' | 'mail' | 'mailed'
> {
  readonly made_by: string;
  readonly made_for: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly ended_at: Date | null;
  readonly state: LinkState;
}

export function linkOf({
  id,
  command,
  task,
  addressee,
  organisation,
  mail,
  mailed,
  state,
  ...row
}: LinkRead): SignedLink {
  return {
    ...{ id, command, task, addressee, organisation, mail, mailed, state },
    madeBy: row.made_by,
    madeAt: instantOfRow(row.created_at),
    expiresAt: instantOfRow(row.expires_at),
    endedAt: instantOrNull(row.ended_at),
  };
}
