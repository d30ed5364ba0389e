import { driftOf, dumpSchema, migrate } from '@cellrelay/adapter-postgres';
import { writeOrCheck } from './generated.js';
import { withThrowAwayServer } from './throw-away-server.js';

/** Writes the schema that all migrations make, and fails when the rows' classes would make another one. */
export function schemaCommand(args: readonly string[]): Promise<number> {
  return withThrowAwayServer(async ({ ownerUrl }) => {
    await migrate(ownerUrl);
    const drift = await driftOf(ownerUrl);
    drift.forEach((statement) => console.log(`the rows' classes want: ${statement}`));
    const code = writeOrCheck('libs/adapter-postgres/schema.sql', await dumpSchema(ownerUrl), args);
    return drift.length > 0 ? 1 : code;
  });
}
