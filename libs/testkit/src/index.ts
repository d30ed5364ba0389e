export * from './acting.js';
export * from './bell-contract.js';
export * from './case-a.js';
export * from './issuing.js';
export * from './memory-policies.js';
export * from './memory-store.js';
export * from './memory-words.js';
export * from './store-contract.js';
