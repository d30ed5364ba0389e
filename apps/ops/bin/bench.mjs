/** `npm run bench [-- --smoke]`: the benchmarks of test/bench, compiled like the servers they measure. */
import { orExplain, prepare, runCompiled } from './prepare.mjs';

await orExplain(async () => {
  prepare({ builds: ['servers', 'board', 'bench'], what: 'Before the benchmarks' });
  await runCompiled('dist/test/bench/main.js', process.argv.slice(2));
});
