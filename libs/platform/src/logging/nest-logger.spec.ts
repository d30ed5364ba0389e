import { createLogger } from './logger.js';
import { nestLogger } from './nest-logger.js';

function levelsOf(log: (logger: ReturnType<typeof nestLogger>) => void) {
  const written: string[] = [];
  log(nestLogger(createLogger({ level: 'debug', form: 'json', write: (line) => written.push(line) })));
  return written.map((line) => (JSON.parse(line) as { level: string }).level);
}

describe('Nest’s own lines', () => {
  it('are errors where Nest says so', () => {
    expect(levelsOf((logger) => logger.error('Error: listen EACCES: permission denied 0.0.0.0:80'))).toEqual(['error']);
    expect(levelsOf((logger) => logger.error(new Error('broken')))).toEqual(['error']);
  });

  it('are none for a port that is taken, because the next one is tried', () => {
    const taken = 'Error: listen EADDRINUSE: address already in use 127.0.0.1:3000';
    expect(levelsOf((logger) => logger.error(taken))).toEqual(['debug']);
  });

  it('are for debugging at start', () => {
    expect(levelsOf((logger) => logger.log('Starting', 'NestFactory'))).toEqual(['debug']);
  });
});
