export * from './gateway/gateway-carrier.js';
export * from './mail/compose-mail.js';
export * from './mail/mail-carrier.js';
export * from './smtp-mailer.js';
export * from './webhook/endpoint-address.js';
export * from './webhook/webhook-carrier.js';
export { type SmtpOptions } from './smtp-server.js';
