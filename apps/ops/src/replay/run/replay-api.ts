import { configOf, createPasswords, newPassword, type Logger, type Passwords } from '@cellrelay/platform';
import { createApi } from '../../../../api/src/create-api.js';
import { standardLimits } from '../../../../api/src/limits/limits.js';
import { servedBy, type ApiStack } from '../../stack/open-stack.js';
import { replayAccount } from './step-ids.js';

/** A replay's API, listening on the loopback, with the one account that may sign in. */
export interface ReplayApi {
  readonly url: string;
  readonly account: { readonly name: string; readonly password: string };
  close(): Promise<void>;
}

/** Nobody but the replay signs in: the password lives as long as the process. */
const hashCost = { memoryKiB: 1_024, passes: 1 } as const;
const muchOf = { burst: 10_000, perSecond: 10_000 } as const;

/** Serves the stack over HTTP on any free port. */
export async function openReplayApi(stack: Omit<ApiStack, 'bell' | 'close'>, logger: Logger): Promise<ReplayApi> {
  const passwords = createPasswords(hashCost);
  const app = await createApi(
    {
      ...servedBy(stack),
      passwords,
      config: configOf({}),
      logger,
      health: {},
      boardFolder: null,
    },
    { ...standardLimits, perAddress: muchOf, perSession: muchOf, perLogger: muchOf },
  );
  await app.listen(0, '127.0.0.1');
  return { url: await app.getUrl(), account: await accountIn(stack, passwords), close: () => app.close() };
}

async function accountIn({ api }: Pick<ApiStack, 'api'>, passwords: Passwords): Promise<ReplayApi['account']> {
  const password = newPassword();
  const hash = await passwords.hash(password);
  const made = await api.accounts.create(replayAccount, hash);
  if (made === null) await api.accounts.setPassword(replayAccount, hash);
  return { name: replayAccount, password };
}
