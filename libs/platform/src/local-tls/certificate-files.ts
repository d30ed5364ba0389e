import { link, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Instant } from '@cellrelay/kernel';
import { newUuid } from '../ids/ids.js';
import { folderToDisk, writtenToDisk } from '../keys/written-to-disk.js';
import {
  authorityFault,
  halvesOf,
  makeAuthority,
  makeServerCertificate,
  serverFacts,
  type Certificate,
} from './certificates.js';
import { whyRenew, type RenewalReason } from './renewal.js';
import type { ServedNames } from './served-names.js';

/** Why this machine cannot serve HTTPS by a certificate of its own, for whoever started it. */
export class CannotServeTls extends Error {
  override readonly name = 'CannotServeTls';
}

/** The server's certificate, and why it was made anew; null where it was there. */
export interface ServerCertificate extends Certificate {
  readonly made: RenewalReason | 'first' | null;
}

/**
 * The authority and the server's certificate of this machine. Each lies with its key in one file, which appears when it is whole and on the disk: whoever dies while making one leaves the file of
 * before, or none.
 */
export class CertificateFiles {
  constructor(
    private readonly folder: string,
    private readonly now: () => Instant,
  ) {}

  /** The authority that phones trust: made once, and never again while its file is there. Throws CannotServeTls where the file is not one to sign by. */
  async authority(hostName: string): Promise<Certificate> {
    const found = await textOf(this.authorityFile);
    if (found !== undefined) return this.checked(found);
    // The server's certificate is made after it, so that one without the other is a loss.
    if ((await textOf(this.serverFile)) !== undefined) this.refused('is missing');
    const { cert, key } = await makeAuthority(hostName, this.now());
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.appear(this.authorityFile, cert + key, (partial) =>
      link(partial, this.authorityFile).catch(unlessThere),
    );
    return this.checked((await textOf(this.authorityFile)) ?? '');
  }

  /** The server's certificate for these names: the one that is there, or where it does not serve, a new one by the same authority. */
  async server(authority: Certificate, names: ServedNames): Promise<ServerCertificate> {
    const text = await textOf(this.serverFile);
    const facts = text === undefined ? undefined : serverFacts(text, authority);
    const why = facts === undefined ? 'first' : whyRenew(facts, names, this.now());
    if (why === null) return { ...halvesOf(text ?? ''), made: null };
    const made = await makeServerCertificate(authority, names, this.now());
    await this.appear(this.serverFile, made.cert + made.key, (partial) => rename(partial, this.serverFile));
    return { ...made, made: why };
  }

  private async checked(text: string): Promise<Certificate> {
    const fault = (await this.openToOthers()) ?? authorityFault(text, this.now());
    return fault === null ? halvesOf(text) : this.refused(fault);
  }

  private refused(fault: string): never {
    throw new CannotServeTls(
      `${this.authorityFile} ${fault}. Bring back the file that phones trust, or take ${this.folder} away: the next start makes another authority, which every phone has to be given anew.`,
    );
  }

  private async openToOthers(): Promise<string | null> {
    const { mode } = await stat(this.authorityFile);
    const open = process.platform !== 'win32' && (mode & 0o077) !== 0;
    return open
      ? 'may be read by others, who could pose as any site to the phones that trust it (if none has: chmod 600)'
      : null;
  }

  private async appear(file: string, text: string, named: (partial: string) => Promise<void>): Promise<void> {
    const partial = `${file}.${newUuid()}.partial`;
    try {
      await writtenToDisk(partial, text);
      await named(partial);
      await folderToDisk(this.folder);
    } finally {
      await rm(partial, { force: true });
    }
  }

  private get authorityFile(): string {
    return path.join(this.folder, 'authority.pem');
  }

  private get serverFile(): string {
    return path.join(this.folder, 'server.pem');
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new CannotServeTls(`${file} cannot be read: ${message}.`);
  }
}

/** Another process has made one in the meantime: that one counts. */
function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
