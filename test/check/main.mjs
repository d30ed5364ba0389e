/** `npm run check [-- part ...]`: everything about the sources that a tool can see, part by part. */
import { orExplain, prepare } from '../../apps/ops/bin/prepare.mjs';

await orExplain(async () => {
  const parts = process.argv.slice(2);
  // Only what is compared with generated files needs the compiled generators.
  const builds = parts.length === 0 || parts.includes('drift') ? ['servers'] : [];
  prepare({ builds, what: 'Before the checks' });
  const { check } = await import('./parts.mjs');
  process.exitCode = check(parts);
});
