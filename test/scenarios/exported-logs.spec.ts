import type { ChainName } from '@cellrelay/use-cases';
import { exported, looked, memorySigner } from '../support/exported.js';
import { logFixtures } from '../support/log-fixtures.js';

const signer = memorySigner();

it.each(logFixtures().map((each) => [`${each.version}/${each.name}`, each.log] as const))(
  'the log %s is sound once exported, and not with one line less',
  async (_, log) => {
    const chain: ChainName = `shipment/${log[0]!.shipment}`;
    const text = await exported(log, signer, { chain });
    expect(await looked(text, signer.publicKey)).toMatchObject({ what: chain, statement: { count: log.length } });
    const lines = text.split('\n');
    const shorter = [...lines.slice(0, -3), ...lines.slice(-2)].join('\n');
    expect(await looked(shorter, signer.publicKey)).toHaveProperty('fault');
  },
);
