import { organisationOf, signedInAs } from '../support/example-people.js';
import { loggerGround, type LoggerGround } from '../support/logger-ground.js';

/** A logger whose number nobody registered lies in a box as any other, and whoever binds it or looks is told that it will not be heard. */

let ground: LoggerGround;
beforeAll(async () => void (ground = await loggerGround()), 120_000);
afterAll(() => ground.close());

const notice = (logger: string) =>
  `Logger ${logger} is not registered: nothing will be heard from it unless its file is read in.`;

async function registeredOnBoard(logger: string): Promise<boolean | undefined> {
  const { api, shipment } = ground;
  const { body } = await api.http.get(`/api/v1/shipments/${shipment}/temperature`).set(api.signedIn).expect(200);
  const { loggers } = body as {
    readonly loggers: readonly { readonly logger: string; readonly registered: boolean }[];
  };
  return loggers.find((each) => each.logger === logger)?.registered;
}

describe('a logger that is bound', () => {
  it('is said not to be registered, in the answer and on the page, where it is to send by itself', async () => {
    expect(await ground.bind('NOBODYS-1')).toEqual([notice('NOBODYS-1')]);
    expect(await registeredOnBoard('NOBODYS-1')).toBe(false);
    // Its file can be read in: nothing is missing there.
    expect(await ground.bind('BY-FILE-1', 'by-file')).toEqual([]);
  });

  it('is not, where the operator or who stands in the shipment has registered it', async () => {
    await ground.register('OURS-1');
    expect(await ground.bind('OURS-1')).toEqual([]);
    expect(await registeredOnBoard('OURS-1')).toBe(true);
    await ground.register('NOBODYS-1');
    expect(await registeredOnBoard('NOBODYS-1')).toBe(true);
  });

  it('is, where it is a stranger’s: its readings would not be taken', async () => {
    const { api } = ground;
    const stranger = await organisationOf(api.database, 'EXAMPLE stranger', 'courier-company');
    const sten = await signedInAs(api.database, api.url, { name: 'sten', role: 'coordinator', organisation: stranger });
    await api.http.post('/api/v1/loggers').set(sten).send({ id: 'THEIRS-1' }).expect(201);
    expect(await ground.bind('THEIRS-1')).toEqual([notice('THEIRS-1')]);
    expect(await registeredOnBoard('THEIRS-1')).toBe(false);
  });
});
