import { joinEmbeddedPostgres } from '@cellrelay/adapter-postgres';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  clusterIn,
  EmbeddedPostgresProcesses,
  end,
  mainProcessIn,
  query,
  type Said,
  type Started,
} from '../support/embedded-postgres-process.js';

const processes = new EmbeddedPostgresProcesses();
afterAll(() => processes.clear());

const BACK_WITHIN_TRIES = 150;

/** A server with one committed row, and the start that holds it. */
async function withOneRow(): Promise<{ folder: string; first: Started; said: Said }> {
  const folder = processes.folder();
  const first = processes.start(folder);
  const said = await first.said;
  await query(said.ownerUrl, 'create table kept (what text); insert into kept values ($$this$$)');
  return { folder, first, said };
}

/** Starts once more on the folder, reads the row, and stops. */
async function findsTheRow(folder: string): Promise<Said> {
  const again = processes.start(folder);
  const said = await again.said;
  expect(await query(said.ownerUrl, 'select what from kept')).toEqual([['this']]);
  expect(await end(again.child, 'SIGINT')).toBe(0);
  return said;
}

/** Waits for something that the operating system tells nobody of. */
async function comesTrue(what: () => boolean): Promise<void> {
  for (let left = 4_000; !what(); left -= 1) {
    if (left === 0) throw new Error(`did not come true: ${String(what)}`);
    await pause(5);
  }
}

describe('an ordinary life', () => {
  it('keeps what was committed over stop and start, on the same port, and leaves nothing running', async () => {
    const { folder, first, said } = await withOneRow();
    expect(said.how).toBe('made');
    expect(await end(first.child, 'SIGINT')).toBe(0);
    await expect(query(said.superuserUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(existsSync(path.join(clusterIn(folder), 'postmaster.pid'))).toBe(false);
    expect(await findsTheRow(folder)).toMatchObject({ how: 'started', port: said.port });
  });

  it('listens on 127.0.0.1 alone, asks everybody for a password, puts commits on the disk, and gives no role too much', async () => {
    const { folder, first, said } = await withOneRow();
    const shown = (name: string) => query(said.superuserUrl, `show ${name}`).then((rows) => rows[0]?.[0]);
    expect(await shown('listen_addresses')).toBe('127.0.0.1');
    expect(await shown('unix_socket_directories')).toBe('');
    expect([await shown('fsync'), await shown('synchronous_commit'), await shown('timezone')]).toEqual([
      'on',
      'on',
      'UTC',
    ]);
    const methods = await query(said.superuserUrl, 'select distinct auth_method from pg_hba_file_rules');
    expect(methods).toEqual([['scram-sha-256']]);
    const guess = said.superuserUrl.replace(/:[0-9a-f]{48}@/, ':guess@');
    await expect(query(guess, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(path.join(folder, 'database-passwords.json')).mode & 0o777).toBe(0o600);
    const sql = `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('cellrelay_owner', 'cellrelay_api', 'cellrelay_worker') order by 1`;
    const none = [false, false, false, false];
    const roles = ['cellrelay_api', 'cellrelay_owner', 'cellrelay_worker'].map((role) => [role, ...none]);
    expect(await query(said.superuserUrl, sql)).toEqual(roles);
    await end(first.child, 'SIGINT');
  });
});

describe('two starts on one folder', () => {
  it('refuses the second and says who holds it and where its board is', async () => {
    const { folder, first } = await withOneRow();
    const second = await processes.start(folder).said;
    expect(second.code).toBe('data-folder-in-use');
    expect(second.message).toContain(`process ${first.child.pid} `);
    expect(second.message).toContain('http://localhost:3999');
    expect(second.message).toMatch(/since \d{4}-\d\d-\d\dT/);
    await end(first.child, 'SIGINT');
  });

  it('lets exactly one of three starts at once through, on a folder that is empty', async () => {
    const folder = processes.folder();
    const said = await Promise.all([1, 2, 3].map(() => processes.start(folder).said));
    expect(said.filter((one) => one.how === 'made')).toHaveLength(1);
    expect(said.filter((one) => one.code === 'data-folder-in-use')).toHaveLength(2);
  });

  it('does not take another program that got the number of a dead holder for the holder', async () => {
    const { folder, first } = await withOneRow();
    await end(first.child, 'SIGKILL');
    const [name = ''] = readdirSync(folder).filter((each) => each.startsWith('holder-'));
    const file = path.join(folder, name);
    const claim = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...claim, pid: process.pid }));
    expect(await findsTheRow(folder)).toMatchObject({ how: 'adopted' });
  });
});

describe('a command run beside the application', () => {
  it('joins its server, and leaves it running when the command is done', async () => {
    const { folder, first, said } = await withOneRow();
    const joined = await joinEmbeddedPostgres({ dataFolder: folder, log: () => undefined });
    expect(joined).toMatchObject({ how: 'joined', port: said.port });
    await joined.stop();
    expect(await query(joined.apiUrl, 'select 1')).toEqual([[1]]);
    expect(await end(first.child, 'SIGINT')).toBe(0);
  });

  it('starts the server itself when nobody else has it, and ends it', async () => {
    const { folder, first } = await withOneRow();
    await end(first.child, 'SIGINT');
    const own = await joinEmbeddedPostgres({ dataFolder: folder, log: () => undefined });
    expect(await query(own.ownerUrl, 'select what from kept')).toEqual([['this']]);
    await own.stop();
    await expect(query(own.ownerUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('after a kill', () => {
  it('adopts the server that the killed process group left running', async () => {
    const { folder, first, said } = await withOneRow();
    const main = mainProcessIn(folder);
    await end(first.child, 'SIGKILL');
    const again = processes.start(folder);
    expect(await again.said).toMatchObject({ how: 'adopted', port: said.port });
    expect(mainProcessIn(folder)).toBe(main);
    expect(await query(said.ownerUrl, 'select what from kept')).toEqual([['this']]);
    expect(await end(again.child, 'SIGINT')).toBe(0);
    await expect(query(said.superuserUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('starts anew when server and starter were killed at once, with every committed row', async () => {
    const { folder, first } = await withOneRow();
    process.kill(mainProcessIn(folder), 'SIGKILL');
    await end(first.child, 'SIGKILL');
    expect(await findsTheRow(folder)).toMatchObject({ how: 'started' });
  });

  it('brings a killed server back on the same port under the process that lives on', async () => {
    const { folder, first, said } = await withOneRow();
    const main = mainProcessIn(folder);
    process.kill(main, 'SIGKILL');
    expect(await query(said.ownerUrl, 'select what from kept', BACK_WITHIN_TRIES)).toEqual([['this']]);
    expect(mainProcessIn(folder)).not.toBe(main);
    expect(await end(first.child, 'SIGINT')).toBe(0);
  });

  it('ends a server that hears nothing any more, and starts anew', async () => {
    const { folder, first } = await withOneRow();
    process.kill(mainProcessIn(folder), 'SIGSTOP');
    await end(first.child, 'SIGKILL');
    expect(await findsTheRow(folder)).toMatchObject({ how: 'started' });
  });

  it('leaves a stranger alone that carries the number of the dead server, and starts', async () => {
    const { folder, first } = await withOneRow();
    process.kill(mainProcessIn(folder), 'SIGKILL');
    await end(first.child, 'SIGKILL');
    const file = path.join(clusterIn(folder), 'postmaster.pid');
    const stranger = processes.stranger();
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(stranger.pid)));
    expect(await findsTheRow(folder)).toMatchObject({ how: 'started' });
    expect(stranger.exitCode).toBeNull();
  });

  it.each([0, 250])('makes the cluster anew when killed %i ms into making it', async (ms) => {
    const folder = processes.folder();
    const first = processes.start(folder);
    first.said.catch(() => undefined);
    await comesTrue(() => halfMade(folder).length > 0);
    await pause(ms);
    await end(first.child, 'SIGKILL');
    const whole = existsSync(path.join(folder, 'postgres', 'cluster'));
    const again = processes.start(folder);
    expect((await again.said).how).toMatch(whole ? /started|adopted/ : /made/);
    expect(halfMade(folder)).toEqual([]);
    await query((await again.said).ownerUrl, 'create table kept (what text)');
    expect(await end(again.child, 'SIGINT')).toBe(0);
  });
});

describe('what is found in the way', () => {
  it('goes to another port when its own was taken by somebody else', async () => {
    const { folder, first, said } = await withOneRow();
    await end(first.child, 'SIGINT');
    const other = net.createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => other.listen(said.port, '127.0.0.1', resolve));
    try {
      expect((await findsTheRow(folder)).port).not.toBe(said.port);
    } finally {
      other.close();
    }
  });

  it('refuses data of another major version and leaves it as it is', async () => {
    const { folder, first } = await withOneRow();
    await end(first.child, 'SIGINT');
    const version = path.join(clusterIn(folder), 'PG_VERSION');
    const was = readFileSync(version, 'utf8');
    writeFileSync(version, '17\n');
    expect(await processes.start(folder).said).toMatchObject({ code: 'data-of-another-version' });
    expect(readFileSync(version, 'utf8')).toBe('17\n');
    writeFileSync(version, was);
    await findsTheRow(folder);
  });

  it('does not begin an empty database where the old one is gone', async () => {
    const { folder, first } = await withOneRow();
    await end(first.child, 'SIGINT');
    rmSync(clusterIn(folder), { recursive: true });
    expect(await processes.start(folder).said).toMatchObject({ code: 'data-gone' });
  });

  it('gives the database new passwords when the file with them was lost', async () => {
    const { folder, first } = await withOneRow();
    await end(first.child, 'SIGINT');
    rmSync(path.join(folder, 'database-passwords.json'));
    await findsTheRow(folder);
  });

  it('says so when the data folder is a file', async () => {
    const file = path.join(processes.folder(), 'file');
    writeFileSync(file, '');
    expect(await processes.start(file).said).toMatchObject({ code: 'data-folder-unusable' });
  });
});

function halfMade(folder: string): string[] {
  const postgres = path.join(folder, 'postgres');
  return existsSync(postgres) ? readdirSync(postgres).filter((each) => each.startsWith('making-')) : [];
}
