import { ownerDataSource } from '../setup/data-source.js';

/**
 * What TypeORM would still change to make the tables agree with the row classes: nothing, when both tell the same. The queue's schema is not looked at.
 *
 * @returns the statements it would run; empty when there is no drift
 */
export async function driftOf(ownerUrl: string): Promise<readonly string[]> {
  const dataSource = ownerDataSource(ownerUrl);
  await dataSource.initialize();
  try {
    const log = await dataSource.driver.createSchemaBuilder().log();
    return log.upQueries.map((each) => each.query);
  } finally {
    await dataSource.destroy();
  }
}
