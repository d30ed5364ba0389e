import { createHash } from 'node:crypto';

/** What libs/platform/src/ids draws, drawn from a seed: two runs that begin anew draw the same, in the same order. */
export class SeededIds {
  private drawn = 0;

  /** Begins anew. */
  restart(): void {
    this.drawn = 0;
  }

  /** In the place of the module: every name that it exports. */
  readonly module = {
    newUuid: (): string => this.draw('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'),
    newToken: (): string => this.draw('base64url'),
    newKeyBytes: (): Buffer => Buffer.from(this.draw('hex'), 'hex'),
    newPassword: (): string => this.draw('hex').slice(0, 23),
    newRecoveryCode: (): string => this.draw('hex').slice(0, 19),
  };

  private draw(form: 'hex' | 'base64url'): string {
    return createHash('sha256')
      .update(`seed ${(this.drawn += 1)}`)
      .digest(form);
  }
}
