export * from './bell-workers.js';
export * from './bullmq-bell.js';
export * from './connection.js';
export * from './migrate-queue.js';
export * from './on-postgres.js';
export * from './on-redis.js';
export * from './ticker.js';
