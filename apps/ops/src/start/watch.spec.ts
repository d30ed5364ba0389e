import { configOf, createLogger } from '@cellrelay/platform';
import { Opened } from '../stack/opened.js';
import { openWatch } from './watch.js';

async function watched() {
  const lines: string[] = [];
  const logger = createLogger({ level: 'info', form: 'json', write: (line) => lines.push(line) });
  const opened = new Opened();
  let ending = false;
  const config = configOf({ CELLRELAY_WATCH_PORT: '0' });
  const watch = await openWatch({ config, logger }, opened, { ending: () => ending });
  const { url } = JSON.parse(lines[0]!) as { url: string };
  const ready = async () => {
    const answer = await fetch(`${url}/health/ready`);
    return [answer.status, ((await answer.json()) as { parts: unknown }).parts];
  };
  return { watch, opened, ready, end: () => (ending = true) };
}

describe('a watched process', () => {
  it('is not ready while it starts, then as its parts are, and not from when it is asked to end', async () => {
    const { watch, opened, ready, end } = await watched();
    expect(await ready()).toEqual([503, { process: { ok: false, says: 'is starting' } }]);
    watch.ask({ database: () => Promise.resolve({ ok: true, says: 'answers' }) });
    expect(await ready()).toEqual([200, { database: { ok: true, says: 'answers' } }]);
    end();
    expect(await ready()).toEqual([503, { process: { ok: false, says: 'is ending' } }]);
    await opened.end();
    await expect(ready()).rejects.toThrow();
  });

  it('opens nothing where no port is set', async () => {
    const lines: string[] = [];
    const logger = createLogger({ level: 'debug', form: 'json', write: (line) => lines.push(line) });
    await openWatch({ config: configOf({}), logger }, new Opened(), { ending: () => false });
    expect(lines).toEqual([]);
  });
});
