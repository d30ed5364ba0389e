import { withThrowAwayServer } from '../apps/ops/src/commands/throw-away-server.ts';
import { migrateAll } from '../apps/ops/src/stack/migrate-all.ts';
import { replayOn } from '../apps/ops/src/replay/run/replay-on.ts';
import { StackWorld } from '../apps/ops/src/replay/run/stack-world.ts';
import { createLogger } from '@cellrelay/platform';
import { scenarioIn } from './support/scenarios.ts';
const t: Record<string,[number,number]> = {};
for (const m of ['take','ring','bells','setClock','settled','now'] as const) { const o=(StackWorld.prototype as any)[m]; (StackWorld.prototype as any)[m]=async function(...a:any[]){const s=performance.now(); try{return await o.apply(this,a);} finally{ const e=t[m]??=[0,0]; e[0]++; e[1]+=performance.now()-s; }}; }
const logger = createLogger({ level: 'warn', form: 'pretty', write: (l) => process.stderr.write(l) });
let s=performance.now();
await withThrowAwayServer(async (server) => { console.log('server', performance.now()-s); s=performance.now(); await migrateAll(server.ownerUrl); console.log('migrate', performance.now()-s); s=performance.now();
 await replayOn(scenarioIn('case-a-day-one-enough.yaml'), {urls: server, logger, sweeps: true}); console.log('replay', performance.now()-s); s=performance.now(); });
console.log('stop', performance.now()-s); console.log(t);
