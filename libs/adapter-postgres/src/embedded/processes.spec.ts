import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { answersSignals, birthOf, makersOf, serversOf } from './processes.js';

it('tells a process by more than its number: the birth stays, and ends with it', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  expect(birthOf(pid)).toBe(birthOf(pid));
  expect(birthOf(pid)).not.toBe(birthOf(process.pid));
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(birthOf(pid)).toBeUndefined();
});

it('takes a dead process that nobody has collected for dead, though it answers signals', async () => {
  // The shell becomes a program that never asks after its child; only once that program answers may the child die, or the shell would collect it.
  const parent = spawn('sh', ['-c', 'sleep 1000 & echo $!; exec cat'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const pid = Number.parseInt(await heard(parent.stdout), 10);
  parent.stdin.write('there?');
  expect(await heard(parent.stdout)).toBe('there?');
  process.kill(pid, 'SIGKILL');
  while (birthOf(pid) !== undefined) await new Promise((resolve) => setImmediate(resolve));
  expect(answersSignals(pid)).toBe(true);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
});

it('takes a program for a server of a folder only when it is PostgreSQL and was told that folder', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)', '-D', '/somewhere/cluster'], {
    stdio: 'ignore',
  });
  const posing = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)', '/somewhere/cluster'], {
    stdio: 'ignore',
    argv0: '/opt/bin/postgres',
  });
  await Promise.all([once(other, 'spawn'), once(posing, 'spawn')]);
  expect(serversOf('/somewhere/cluster')).toEqual([posing.pid]);
  expect(makersOf('/somewhere/cluster')).toEqual([posing.pid]);
  expect(serversOf('/somewhere')).toEqual([]);
  for (const child of [other, posing]) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});

async function heard(from: Readable): Promise<string> {
  const [said] = (await once(from, 'data')) as [Buffer];
  return said.toString();
}
