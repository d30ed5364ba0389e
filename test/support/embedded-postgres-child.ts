/**
 * A process of its own around the packaged server, to be killed by tests: `embedded-postgres-child.ts FOLDER` says in one line of JSON what became of the start,
 * and stops on SIGINT.
 */
import { EmbeddedPostgresError, startEmbeddedPostgres } from '@cellrelay/adapter-postgres';

const [, , dataFolder = ''] = process.argv;
const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`);

try {
  const server = await startEmbeddedPostgres({ dataFolder, log: (line) => void process.stderr.write(`${line}\n`) });
  server.announce('http://localhost:3999');
  process.once('SIGINT', () => void server.stop().then(() => process.exit(0)));
  const { how, port, superuserUrl, ownerUrl, apiUrl, workerUrl } = server;
  say({ how, port, superuserUrl, ownerUrl, apiUrl, workerUrl });
} catch (error) {
  if (!(error instanceof EmbeddedPostgresError)) throw error;
  say({ code: error.code, message: error.message });
}
