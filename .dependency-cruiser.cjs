/**
 * Who may import whom (the table is in README.md). Every pattern is anchored: an unanchored one matches by accident.
 * test/check/planted-imports.mjs plants a breach of each rule and asks for it by name.
 */
const { readdirSync } = require('node:fs');

/** The folders of libs/shipment/src are the stages: read, not listed, so that a new one is under the rule at once. */
const stages = readdirSync(`${process.cwd()}/libs/shipment/src`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const STAGE = `(${stages.join('|')})`;
const PURE = '^libs/(kernel|identifiers|viability|itinerary|shipment|paperwork)/';
const SPEC = '\\.(int-|e2e-|fault-)?spec\\.tsx?$';
const OURS = ['local', 'aliased', 'aliased-tsconfig', 'aliased-tsconfig-paths'];
const pkg = (...names) => names.map((name) => `^node_modules/(@types/)?${name}(/|$)`);
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-circular', 'A ring of files cannot be read from anywhere', {}, { circular: true }),
    rule(
      'no-unresolvable',
      'An import that leads nowhere hides every other breach',
      {},
      // The address of a package's file, which the board's builder knows what to do with.
      { couldNotResolve: true, pathNot: '^zxing-wasm/reader/zxing_reader\\.wasm\\?url$' },
    ),
    rule(
      'front-door-only',
      'Another lib is entered by its index',
      { path: '^(apps|libs|test)/([^/]+)/' },
      { path: '^libs/[^/]+/src/(?!index\\.ts$)', pathNot: '^$1/$2/' },
    ),
    rule(
      'kernel-stands-alone',
      'kernel imports nothing of ours',
      { path: '^libs/kernel/', pathNot: SPEC },
      { path: '^(apps|test|libs/(?!kernel/))' },
    ),
    rule(
      'low-libs-see-kernel',
      'identifiers, viability and itinerary know the kernel and not each other',
      { path: '^libs/(identifiers|viability|itinerary)/', pathNot: SPEC },
      { path: '^libs/', pathNot: '^libs/(kernel|$1)/' },
    ),
    rule(
      'shipment-sees-no-paperwork',
      'What a document says follows from the shipment, never the other way',
      { path: '^libs/shipment/', pathNot: SPEC },
      { path: '^libs/paperwork/' },
    ),
    rule(
      'pure-sees-nothing-outside',
      'The core knows no world',
      { path: PURE, pathNot: SPEC },
      { path: '^(apps|test|libs/(use-cases|adapter-[^/]+|platform|testkit))/' },
    ),
    rule(
      'pure-uses-only-luxon',
      'No package and no part of Node in the core',
      { path: PURE, pathNot: SPEC },
      { couldNotResolve: false, dependencyTypesNot: OURS, pathNot: [...pkg('luxon'), '^libs/'] },
    ),
    rule(
      'stages-do-not-see-each-other',
      'A stage gets what it needs of another through process.ts',
      { path: `^libs/shipment/src/${STAGE}/`, pathNot: SPEC },
      // What parts and roles there are is a vocabulary, and no stage.
      {
        path: `^libs/shipment/src/${STAGE}/`,
        pathNot: ['^libs/shipment/src/$1/', '^libs/shipment/src/rights/(parties|standing)\\.ts$'],
      },
    ),
    rule(
      'use-cases-see-no-machinery',
      'A use case knows ports, not who serves them',
      { path: '^libs/use-cases/', pathNot: SPEC },
      { path: '^(apps|test|libs/(adapter-[^/]+|platform|testkit))/' },
    ),
    rule(
      'use-cases-use-few-packages',
      'Only luxon, zod, canonicalize, csv-parse and node:crypto',
      { path: '^libs/use-cases/', pathNot: SPEC },
      {
        couldNotResolve: false,
        dependencyTypesNot: OURS,
        pathNot: [...pkg('luxon', 'zod', 'canonicalize', 'csv-parse'), '^(node:)?crypto$', '^libs/'],
      },
    ),
    rule(
      'adapters-see-ports-only',
      'An adapter knows no other adapter and not the platform',
      { path: '^libs/(adapter-[^/]+)/', pathNot: SPEC },
      { path: '^libs/(adapter-[^/]+|platform)/', pathNot: '^libs/$1/' },
    ),
    rule(
      'platform-sees-ports-only',
      'platform knows the use cases and the kernel',
      { path: '^libs/platform/', pathNot: SPEC },
      { path: '^libs/', pathNot: '^libs/(platform|use-cases|kernel)/' },
    ),
    rule('libs-see-no-app', 'A lib serves whoever starts it', { path: '^libs/' }, { path: '^apps/' }),
    rule(
      'apps-do-not-see-each-other',
      'They speak through the database and HTTP',
      { path: '^apps/(api|worker|board)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    rule(
      'ops-starts-api-and-worker',
      'ops may start those two, and nothing of the board',
      { path: '^apps/ops/' },
      { path: '^apps/', pathNot: '^apps/(ops|api|worker)/' },
    ),
    rule(
      'typeorm-in-one-lib',
      'Rows and SQL live in adapter-postgres',
      { pathNot: ['^libs/adapter-postgres/', '^test/', '^node_modules/'] },
      { path: pkg('typeorm', '@nestjs/typeorm') },
    ),
    rule(
      'pg-in-two-libs',
      'The driver belongs to the store, and to the bells that ring in the same database',
      { pathNot: ['^libs/adapter-(postgres|bullmq)/', '^test/', '^node_modules/'] },
      { path: pkg('pg', 'pg-copy-streams') },
    ),
    rule(
      'bullmq-in-one-lib',
      'A job is a bell, and nobody else rings it',
      { pathNot: ['^libs/adapter-bullmq/', '^test/', '^node_modules/'] },
      { path: pkg('bullmq', '@nestjs/bullmq', 'ioredis') },
    ),
    rule(
      'nodemailer-in-one-lib',
      'Letters leave by one door',
      { pathNot: ['^libs/adapter-channels/', '^test/', '^node_modules/'] },
      { path: pkg('nodemailer') },
    ),
    rule(
      'openid-client-in-one-lib',
      'Tokens are looked at in one place, and leave it no more',
      { pathNot: ['^libs/adapter-oidc/', '^test/', '^node_modules/'] },
      { path: pkg('openid-client', 'oauth4webapi', 'jose') },
    ),
    rule(
      'testkit-only-in-tests',
      'A fake clock has no place in a server',
      { pathNot: ['^libs/testkit/', '^test/', SPEC] },
      { path: '^libs/testkit/' },
    ),
    rule(
      'testkit-sees-no-machinery',
      'Its ports are in memory; a real one is handed to it',
      { path: '^libs/testkit/' },
      { path: '^libs/(adapter-[^/]+|platform)/' },
    ),
    rule('nothing-sees-tests', 'Only tests import test/', { path: '^(apps|libs)/', pathNot: SPEC }, { path: '^test/' }),
    rule('board-speaks-http-only', 'The board knows nothing of ours', { path: '^apps/board/' }, { path: '^libs/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    // The planted copy of the tree reaches the packages by a link, and must see them under this name.
    preserveSymlinks: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
