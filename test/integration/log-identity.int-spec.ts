import { createLogger } from '@cellrelay/platform';
import { replayOn } from '../../apps/ops/src/replay/run/replay-on.js';
import { throwAwayDatabase } from '../support/database.js';
import { scenarioIn } from '../support/scenarios.js';
import { leakedIn, telltalesIn } from '../support/telltales.js';

/** Everything that a whole trip logs at its most talkative, and by what those who take part in it are known. */
async function ranAtDebug(name: string) {
  const own = await throwAwayDatabase();
  const lines: string[] = [];
  const logger = createLogger({ level: 'debug', form: 'json', write: (line) => lines.push(line) });
  try {
    const ran = await replayOn(scenarioIn(name), { urls: own, logger, sweeps: true });
    return { lines, logger, telltales: telltalesIn(ran.log.map((line) => JSON.parse(line.text) as unknown)) };
  } finally {
    await own.drop();
  }
}

describe('the log of a whole trip at its most talkative', () => {
  it.each([
    ['case-a-day-one-enough.yaml', ['9991EXAMPLE00041202', 'Courier One', 'Registry officer', '+1 555 010 0101']],
    ['case-b-twins.yaml', ['weightKg":']],
    // A bag passes its limit there: the key of that bell has the donation's number in it.
    ['bag-not-used-after-infusion.yaml', ['Z999124000413']],
  ])('names nobody (%s)', async (name, some) => {
    const { lines, logger, telltales } = await ranAtDebug(name);
    for (const each of some) expect(telltales.filter((told) => told.startsWith(each))).not.toEqual([]);
    const events = lines.map((line) => (JSON.parse(line) as { event: string }).event);
    expect(events).toEqual(expect.arrayContaining(['answered', 'command-accepted', 'bell-answered', 'desk-called']));
    expect(leakedIn(lines.join(''), telltales)).toEqual([]);
    // The same log with one line that says too much in a field that nothing filters.
    const who = telltales.find((each) => !/\d/.test(each))!;
    logger.info('leaked', { note: `spoke with ${who}` });
    expect(leakedIn(lines.join(''), telltales)).toContain(who);
  });
});
