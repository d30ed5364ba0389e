import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process of the command line, on its own. */
export interface OpsProcess {
  /** Resolves with the whole output when it matches; rejects when the process ends before. */
  said(what: RegExp): Promise<RegExpExecArray>;
  output(): string;
  /** Asks it to end, as a deployment does. Resolves with its exit code. */
  end(): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

/** Starts `ops NAME` with these settings and no others. */
export function opsProcess(
  name: string,
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): OpsProcess {
  const { PATH, HOME } = process.env;
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--import', './test/support/typescript.mjs', 'apps/ops/src/main.ts', name, ...args],
    { env: { PATH, HOME, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const looks = new Set<() => void>();
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      looks.forEach((look) => look());
    });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const said = (what: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = what.exec(output);
        if (found !== null) resolve(found);
      };
      looks.add(look);
      look();
      void ended.then(() => reject(new Error(`${name} ended, and said: ${output}`)));
    });
  return {
    said,
    output: () => output,
    ended,
    end: () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      return ended;
    },
  };
}
