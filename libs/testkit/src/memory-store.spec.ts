import { openedAt } from './case-a.js';
import { FakeClock, MemoryStore } from './memory-store.js';
import { storeContract } from './store-contract.js';

storeContract('the store in memory', () => {
  const clock = new FakeClock(openedAt);
  const store = new MemoryStore(clock);
  return Promise.resolve({
    shipments: store,
    agenda: store,
    setClock: (at) => Promise.resolve(void (clock.at = at)),
    now: () => Promise.resolve(clock.at),
  });
});
