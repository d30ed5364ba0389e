/** Whether the process in this container is ready, asked at its own port for monitors: exit code 0 or 1. */
const { CELLRELAY_WATCH_HOST: host = '', CELLRELAY_WATCH_PORT: port = '9464' } = process.env;
const everywhere = ['', '0.0.0.0', '::'];
const where = everywhere.includes(host) ? '127.0.0.1' : host;

try {
  const answer = await fetch(`http://${where}:${port}/health/ready`, { signal: AbortSignal.timeout(4_000) });
  console.log(await answer.text());
  process.exitCode = answer.ok ? 0 : 1;
} catch (error) {
  console.log(String(error));
  process.exitCode = 1;
}
