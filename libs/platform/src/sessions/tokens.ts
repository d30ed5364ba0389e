import { newToken } from '../ids/ids.js';

/** By which a leaked token is known for what it is, by people and by scanners of published code. */
const mark = 'crt_';

/** A new token for a program. */
export function newApiToken(): string {
  return `${mark}${newToken()}`;
}

/** What an Authorization header brings: a program's token; `faulty` where it means to and does not; null: something else, or nothing. */
export function bearerIn(header: string | undefined): { readonly token: string } | 'faulty' | null {
  if (header === undefined || !/^bearer(\s|$)/i.test(header)) return null;
  const token = /^bearer +(crt_[\w-]{43})$/i.exec(header)?.[1];
  return token === undefined ? 'faulty' : { token };
}

/** The same of a device that sends readings. */
const loggerMark = 'crl_';

/** A new token for a device that sends readings. */
export function newLoggerToken(): string {
  return `${loggerMark}${newToken()}`;
}

/** The token of a device that an Authorization header brings; undefined where it brings none. */
export function loggerTokenIn(header: string | undefined): string | undefined {
  return /^bearer +(crl_[\w-]{43})$/i.exec(header ?? '')?.[1];
}
