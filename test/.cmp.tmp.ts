import { readFileSync } from 'node:fs';
import { dryRun } from './support/dry-world.ts';
import { scenarioIn } from './support/scenarios.ts';
const whole = JSON.parse(readFileSync('/tmp/whole.json','utf8'));
const core = await dryRun(scenarioIn(process.argv[2]));
whole.log.forEach((l,i)=>{ const c=core.log[i]; if(c?.hash!==l.hash){ console.log(i,'\nW',l.text,'\nC',c?.text); process.exit(); }});
console.log('same', whole.log.length, core.log.length);
