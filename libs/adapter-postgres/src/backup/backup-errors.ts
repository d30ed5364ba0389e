export type BackupErrorCode =
  'file-exists' | 'not-the-owner' | 'not-a-backup' | 'damaged' | 'other-migrations' | 'not-empty';

/** Why a backup was not made or not restored; nothing has changed. */
export class BackupError extends Error {
  constructor(
    readonly code: BackupErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'BackupError';
  }
}
