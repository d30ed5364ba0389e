import pg from 'pg';

/**
 * A client that is heard from its first moment to its last. A pool listens for what breaks a connection only while the connection is idle: one that the server ends
 * between being lent and being listened to, or between two statements, would end the process. Whoever holds it learns of it by the next statement, which fails.
 */
export class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
