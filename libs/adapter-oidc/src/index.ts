export * from './openid-provider.js';
