import { open, readFile, rm } from 'node:fs/promises';
import type pg from 'pg';
import { wordsSides } from '@cellrelay/shipment';
import { fingerprint } from '@cellrelay/use-cases';
import { z } from 'zod';
import { appendAudit } from '../audit/append-audit.js';
import { BackupError } from '../backup/backup-errors.js';
import { parsed } from '../backup/format.js';
import { inTransaction, withClient } from '../client.js';
import { textOf } from '../error-text.js';
import { seeingAll } from './behind-the-wall.js';

const keptKey = z.strictObject({
  id: z.uuid(),
  shipment: z.uuid(),
  side: z.enum(['donor', 'patient']),
  subject: z.string(),
  wrappedBy: z.string(),
  wrapped: z.base64(),
  at: z.string(),
});
const keptWordsKey = keptKey.omit({ subject: true }).extend({ side: z.enum(wordsSides) });
const firstKeysFile = z.strictObject({
  format: z.literal('cellrelay-identity-keys'),
  version: z.literal(1),
  madeAt: z.string(),
  sha256: z.string().meta({ description: 'Over the canonical JSON of keys' }),
  keys: z.array(keptKey),
});
const keysFile = firstKeysFile.extend({
  version: z.literal(2),
  sha256: z.string().meta({ description: 'Over the canonical JSON of keys and words' }),
  words: z.array(keptWordsKey),
});
type Keys = Pick<z.infer<typeof keysFile>, 'keys' | 'words'>;

const readKeys = `
select id, shipment, side, subject, wrapped_by as "wrappedBy", translate(encode(wrapped, 'base64'), E'\\n', '') as wrapped, at::text as at
from cellrelay.identity_key order by at, id`;

const readWordsKeys = `
select id, shipment, side, wrapped_by as "wrappedBy", translate(encode(wrapped, 'base64'), E'\\n', '') as wrapped, at::text as at
from cellrelay.words_key order by at, id`;

const bringWordsBack = `
insert into cellrelay.words_key (id, shipment, side, wrapped_by, wrapped, at)
select k.id, k.shipment, k.side, k."wrappedBy", decode(k.wrapped, 'base64'), k.at
from json_to_recordset($1) as k (id uuid, shipment uuid, side text, "wrappedBy" text, wrapped text, at timestamptz)
where (exists (select from cellrelay.words w where w.key = k.id and w.shipment = k.shipment and w.side = k.side)
    or k.side = 'operator' and exists (select from cellrelay.scan s where s.key = k.id and s.shipment = k.shipment))
on conflict do nothing`;

/** A key whose data were erased, or whose shipment is gone, stays away. */
const bringBack = `
insert into cellrelay.identity_key (id, shipment, side, subject, wrapped_by, wrapped, at)
select k.id, k.shipment, k.side, k.subject, k."wrappedBy", decode(k.wrapped, 'base64'), k.at
from json_to_recordset($1) as k (id uuid, shipment uuid, side text, subject text, "wrappedBy" text, wrapped text, at timestamptz)
where exists (select from cellrelay.identity i where i.key = k.id and i.shipment = k.shipment and i.side = k.side and i.subject = k.subject)
  or exists (select from cellrelay.letter_text t where t.key = k.id and t.shipment = k.shipment and t.side = k.side)
  or exists (select from cellrelay.letter_received r where r.key = k.id and r.shipment = k.shipment and r.side = k.side)
on conflict do nothing`;

/**
 * Writes the wrapped keys of all identities, and of what was written, into a file of their own, which only its owner may read. Alone it opens nothing: that takes the data, and the keys that lie in
 * the folder of keys.
 *
 * @returns how many
 * @throws BackupError `file-exists`, `not-the-owner`
 */
export async function backupKeys(ownerUrl: string, file: string): Promise<number> {
  return withClient(ownerUrl, (client) =>
    inTransaction(client, 'begin isolation level repeatable read', async () => {
      await seeingAll(client);
      const keys = z.array(keptKey).parse((await client.query(readKeys)).rows);
      const [now] = (await client.query<{ at: Date }>('select cellrelay.wall_clock() as at')).rows;
      const words = z.array(keptWordsKey).parse((await client.query(readWordsKeys)).rows);
      const head = { format: 'cellrelay-identity-keys', version: 2, madeAt: now!.at.toISOString() } as const;
      const sha256 = fingerprint({ keys, words });
      await written(file, JSON.stringify({ ...head, sha256, keys, words } satisfies z.infer<typeof keysFile>));
      await note(client, 'identity-keys-kept', keys.length + words.length);
      return keys.length + words.length;
    }),
  );
}

/**
 * Brings wrapped keys back, of data that are there and not erased; those that are there stay as they are.
 *
 * @returns how many came back, and how many the file has
 * @throws BackupError `not-a-backup`, `damaged`, `not-the-owner`
 */
export async function restoreKeys(
  ownerUrl: string,
  file: string,
): Promise<{ readonly restored: number; readonly had: number }> {
  const { keys, words } = await keysIn(file);
  return withClient(ownerUrl, (client) =>
    inTransaction(client, 'begin', async () => {
      await seeingAll(client);
      const persons = await client.query(bringBack, [JSON.stringify(keys)]);
      const written = await client.query(bringWordsBack, [JSON.stringify(words)]);
      const back = (persons.rowCount ?? 0) + (written.rowCount ?? 0);
      await note(client, 'identity-keys-restored', back);
      return { restored: back, had: keys.length + words.length };
    }),
  );
}

async function keysIn(file: string): Promise<Keys> {
  const read = z
    .discriminatedUnion('version', [firstKeysFile, keysFile])
    .safeParse(parsed(await readFile(file, 'utf8')));
  if (!read.success)
    throw new BackupError('not-a-backup', `${file} is no backup of keys that this version reads. Nothing was changed.`);
  const { data } = read;
  const kept = data.version === 1 ? data.keys : { keys: data.keys, words: data.words };
  if (data.sha256 !== fingerprint(kept))
    throw new BackupError(
      'damaged',
      `${file} is damaged: its keys are not those that were written. Nothing was changed.`,
    );
  return { keys: data.keys, words: data.version === 1 ? [] : data.words };
}

async function written(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    if (textOf(error, 'code') !== 'EEXIST') throw error;
    throw new BackupError('file-exists', `${file} exists already. Nothing was written: name another file.`);
  });
  try {
    await handle.writeFile(text);
    await handle.sync();
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

function note(client: pg.ClientBase, kind: string, keys: number): Promise<void> {
  return appendAudit(client, { kind, by: null, about: 'identity-keys', data: { keys } });
}
