import { openDatabase, verify } from '@cellrelay/adapter-postgres';
import { createLogger } from '@cellrelay/platform';
import { replayOn } from '../../apps/ops/src/replay/run/replay-on.js';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase } from '../support/database.js';
import { scenarioIn } from '../support/scenarios.js';

describe.each(['case-a-day-one-enough.yaml', 'corrected-facts.yaml'])(
  'a database in which %s was played through the whole stack',
  (name) => {
    it('holds what the log makes of it, and nothing else', async () => {
      const where = await throwAwayDatabase();
      const logger = createLogger({ level: 'error', form: 'json', write: (line) => process.stderr.write(line) });
      await replayOn(scenarioIn(name), { urls: where, logger, sweeps: true });
      const database = await openDatabase({ url: where.apiUrl, folding });
      const { shipments, differences } = await verify(database.pool, derivations);
      expect({ shipments, differences }).toEqual({ shipments: 1, differences: [] });
      await database.close();
      await where.drop();
    }, 120_000);
  },
);
