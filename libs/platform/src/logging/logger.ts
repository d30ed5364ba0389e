import { inspect } from 'node:util';
import { wallNow } from '../clock/wall-clock.js';
import { withoutIdentity, type LogFields } from './without-identity.js';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Writes one line per happening. `event` names it in kebab-case, so that it can be searched for. */
export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** A logger that adds these fields to every line: the part of the program, the request's id, the shipment's. */
  within(scope: LogFields): Logger;
}

export interface LogOptions {
  readonly level: LogLevel;
  readonly form: 'json' | 'pretty';
  readonly write: (line: string) => void;
}

/** A logger of JSON lines, or of lines for a person at a terminal. Fields that could identify a person or hold a secret are left out. */
export function createLogger(options: LogOptions, scope: LogFields = {}): Logger {
  const wanted = logLevels.slice(logLevels.indexOf(options.level));
  const line = options.form === 'json' ? jsonLine : prettyLine;
  const write = (level: LogLevel, event: string, fields: LogFields = {}): void => {
    if (wanted.includes(level)) options.write(`${line(level, event, withoutIdentity({ ...scope, ...fields }))}\n`);
  };
  return {
    debug: (event, fields) => write('debug', event, fields),
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
    within: (more) => createLogger(options, { ...scope, ...more }),
  };
}

function jsonLine(level: LogLevel, event: string, fields: LogFields): string {
  return JSON.stringify({ at: wallNow(), level, event, ...fields });
}

function prettyLine(level: LogLevel, event: string, fields: LogFields): string {
  const said = Object.entries(fields).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : inspect(value, { breakLength: Infinity })}`,
  );
  return [wallNow().slice(11, 19), level.padEnd(5), event, ...said].join(' ');
}
