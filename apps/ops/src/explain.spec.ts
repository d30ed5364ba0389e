import { readFile, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { BackupError, SchemaNewer } from '@cellrelay/adapter-postgres';
import { CannotWatch } from '@cellrelay/platform';
import { explained } from './explain.js';
import { CannotListen } from './start/listen.js';

const thrown = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('what the terminal is told of an error', () => {
  it.each([
    [new BackupError('file-exists', 'It exists.'), 'It exists.'],
    [new CannotListen('Not there.'), 'Not there.'],
    [new SchemaNewer(['X1']), new SchemaNewer(['X1']).message],
    [new CannotWatch('Nor there.'), 'Nor there.'],
  ])('is its sentence, where it has one', (error, sentence) => expect(explained(error)).toBe(sentence));

  it('is the file and why, where a file cannot be used', async () => {
    expect(explained(await thrown(readFile('/not/there')))).toBe(
      "/not/there cannot be used: ENOENT: no such file or directory, open '/not/there'.",
    );
    expect(explained(await thrown(writeFile('/', 'x')))).toMatch(/^\/ cannot be used: EISDIR/);
  });

  it('is that the database cannot be reached, where nobody answers or it lets nobody in', async () => {
    const refused = await new Promise((resolve) => createConnection(9, '127.0.0.1').once('error', resolve));
    expect(explained(refused)).toMatch(
      /^The database cannot be reached: connect ECONNREFUSED 127\.0\.0\.1:9\. Is DATABASE_URL/,
    );
    const several = Object.assign(new AggregateError([refused, refused], ''), { code: 'ECONNREFUSED' });
    expect(explained(several)).toMatch(/ECONNREFUSED 127\.0\.0\.1:9; connect/);
    const password = Object.assign(new Error('password authentication failed for user "u"'), {
      code: '28P01',
      routine: 'auth_failed',
    });
    expect(explained(password)).toMatch(/^The database cannot be reached: password authentication failed/);
  });

  it('is that the database was not migrated, where a table of ours is missing', () => {
    const missing = Object.assign(new Error('relation "cellrelay.event" does not exist'), { code: '42P01' });
    expect(explained(missing)).toMatch(/npm run ops -- migrate/);
    const another = Object.assign(new Error('relation "x" does not exist'), { code: '42P01' });
    expect(explained(another)).toBe(another);
  });

  it('is that the server speaks no TLS, where the address asks for it', () => {
    expect(explained(new Error('The server does not support SSL connections'))).toMatch(/sslmode/);
  });

  it('is the whole of what is a defect', () => {
    const defect = new TypeError('x is not a function');
    expect([explained(defect), explained('thrown text'), explained(undefined)]).toEqual([
      defect,
      'thrown text',
      undefined,
    ]);
  });
});
