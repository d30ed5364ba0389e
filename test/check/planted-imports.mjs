/**
 * The check of the dependency check: a breach of each rule, planted in a copy of the tree, must be reported by that
 * rule's name. (That lawful imports are not reported is what the check of the tree itself shows.)
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise } from './cruise.mjs';
import { inPlantedCopy, root } from './tree.mjs';

const from = (specifier) => `import * as planted from '${specifier}';\nexport const seen = planted;\n`;

/** By rule: the files that break it, together; one of them must be reported. */
const BREACHES = {
  'no-circular': {
    'libs/kernel/src/planted-ring.ts': from('./planted-ring-back.js'),
    'libs/kernel/src/planted-ring-back.ts': from('./planted-ring.js'),
  },
  'no-unresolvable': { 'libs/kernel/src/planted-nowhere.ts': from('./planted-not-there.js') },
  'front-door-only': { 'apps/api/src/planted-back-door.ts': from('../../../libs/kernel/src/instant.js') },
  'kernel-stands-alone': { 'libs/kernel/src/planted-upward.ts': from('@cellrelay/itinerary') },
  'low-libs-see-kernel': { 'libs/viability/src/planted-sideways.ts': from('@cellrelay/identifiers') },
  'shipment-sees-no-paperwork': { 'libs/shipment/src/planted-paper.ts': from('@cellrelay/paperwork') },
  'pure-sees-nothing-outside': { 'libs/itinerary/src/planted-outside.ts': from('@cellrelay/use-cases') },
  'pure-uses-only-luxon': { 'libs/identifiers/src/planted-node.ts': from('node:crypto') },
  'stages-do-not-see-each-other': { 'libs/shipment/src/courier/planted-stage.ts': from('../receipt/receipt.js') },
  'use-cases-see-no-machinery': { 'libs/use-cases/src/planted-machinery.ts': from('@cellrelay/platform') },
  'use-cases-use-few-packages': { 'libs/use-cases/src/planted-package.ts': from('@nestjs/common') },
  'adapters-see-ports-only': { 'libs/adapter-desks/src/planted-adapter.ts': from('@cellrelay/adapter-postgres') },
  'platform-sees-ports-only': { 'libs/platform/src/planted-adapter.ts': from('@cellrelay/adapter-bullmq') },
  'libs-see-no-app': { 'libs/platform/src/planted-app.ts': from('../../../apps/worker/src/planted-target.js') },
  'apps-do-not-see-each-other': { 'apps/api/src/planted-app.ts': from('../../worker/src/planted-target.js') },
  'ops-starts-api-and-worker': { 'apps/ops/src/planted-board.ts': from('../../board/src/planted-target.js') },
  'typeorm-in-one-lib': { 'apps/worker/src/planted-typeorm.ts': from('typeorm') },
  'pg-in-two-libs': { 'apps/worker/src/planted-pg.ts': from('pg') },
  'bullmq-in-one-lib': { 'apps/worker/src/planted-bullmq.ts': from('bullmq') },
  'nodemailer-in-one-lib': { 'apps/worker/src/planted-mail.ts': from('nodemailer') },
  'openid-client-in-one-lib': { 'apps/api/src/planted-openid.ts': from('openid-client') },
  'testkit-only-in-tests': { 'apps/worker/src/planted-testkit.ts': from('@cellrelay/testkit') },
  'testkit-sees-no-machinery': { 'libs/testkit/src/planted-machinery.ts': from('@cellrelay/platform') },
  'nothing-sees-tests': { 'apps/worker/src/planted-test.ts': from('../../../test/planted-target.js') },
  'board-speaks-http-only': { 'apps/board/src/planted-lib.ts': from('@cellrelay/kernel') },
};

/** What the breaches point at, where the tree does not have it (yet). */
const TARGETS = [
  ...['paperwork', 'platform', 'testkit', 'adapter-postgres', 'adapter-bullmq', 'adapter-desks'].map(
    (lib) => `libs/${lib}/src/index.ts`,
  ),
  ...['apps/worker/src/planted-target.ts', 'apps/board/src/planted-target.ts', 'test/planted-target.ts'],
];

/** One line per rule that let its breach through, or that has none planted; empty when all hold. */
export function plantedImports() {
  const rules = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')).forbidden.map(
    (one) => one.name,
  );
  const violations = inPlantedCopy(plants(), (folder) => cruise(folder).summary.violations);
  const problems = [
    ...rules.filter((name) => !Object.hasOwn(BREACHES, name)).map((name) => `rule ${name} has no planted breach`),
    ...Object.keys(BREACHES)
      .filter((name) => !caught(name, violations))
      .map((name) => `rule ${name} let its planted breach through`),
  ];
  return { count: rules.length, problems };
}

function caught(name, violations) {
  return violations.some((one) => one.rule.name === name && Object.hasOwn(BREACHES[name], one.from));
}

function plants() {
  const missing = TARGETS.filter((file) => !existsSync(path.join(root, file)));
  const stubs = missing.map((file) => [file, 'export const target = true;\n']);
  return Object.fromEntries([...stubs, ...Object.values(BREACHES).flatMap((files) => Object.entries(files))]);
}
