export * from './mail/compose-mail.js';
export * from './mail/mail-carrier.js';
export * from './smtp-mailer.js';
export { type SmtpOptions } from './smtp-server.js';
