import { openedAt } from './case-a.js';
import { MemoryPaperFacts } from './memory-paper-facts.js';
import { paperFactContract } from './paper-fact-contract.js';

paperFactContract('The store in memory', () => {
  const store = new MemoryPaperFacts(openedAt);
  const told = (about: string) => store.audited.filter((each) => each.about === about);
  return Promise.resolve({
    store,
    audited: (about) => Promise.resolve(told(about).map(({ fields }) => fields.join(', '))),
  });
});
