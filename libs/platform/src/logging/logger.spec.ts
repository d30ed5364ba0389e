import { createLogger, type LogLevel } from './logger.js';

function lines(level: LogLevel = 'info', form: 'json' | 'pretty' = 'json') {
  const written: string[] = [];
  return { written, logger: createLogger({ level, form, write: (line) => written.push(line) }) };
}

describe('the log', () => {
  it('writes one JSON line with the scope of whoever logs', () => {
    const { written, logger } = lines();
    logger.within({ part: 'api' }).within({ request: 'r1' }).info('request-answered', { status: 200 });
    expect(written).toHaveLength(1);
    expect(JSON.parse(written[0]!)).toMatchObject({
      level: 'info',
      event: 'request-answered',
      part: 'api',
      request: 'r1',
      status: 200,
    });
  });

  it('leaves out what is below its level', () => {
    const { written, logger } = lines('warn');
    logger.info('quiet');
    logger.error('loud');
    expect(written.map((line) => JSON.parse(line).event)).toEqual(['loud']);
  });

  it.each(['json', 'pretty'] as const)('never shows a secret or an identity (%s)', (form) => {
    const { written, logger } = lines('info', form);
    const leak = 'ZZ-TELLTALE';
    logger.info('a', { password: leak, sessionToken: leak, deep: { donorGrid: leak, list: [{ person: leak }] } });
    expect(written.join()).not.toContain(leak);
    expect(written.join()).toContain('[left out]');
  });

  it('tells an error without the statement parameters that a driver hangs on it', () => {
    const { written, logger } = lines();
    logger.error('failed', {
      error: Object.assign(new Error('broken'), { code: '23505', parameters: ['ZZ-TELLTALE'] }),
    });
    expect(JSON.parse(written[0]!).error).toMatchObject({ message: 'broken', code: '23505' });
    expect(written[0]).not.toContain('TELLTALE');
  });

  it.each(['json', 'pretty'] as const)(
    'masks the numbers of donations and donors, wherever they stand (%s)',
    (form) => {
      const { written, logger } = lines('info', form);
      logger.info('a', {
        key: 'bag-limit/Z999124000412/S1128V00',
        list: ['of 9991EXAMPLE00041202 too'],
        error: new Error('Unit G123424000006 is ordered by another.'),
        item: '1234567890123_1',
      });
      expect(written.join()).not.toMatch(/Z9991|9991EXAM|G1234/);
      expect(written.join()).toContain('bag-limit/[donation]/S1128V00');
      expect(written.join()).toContain('of [donor] too');
      expect(written.join()).toContain('1234567890123_1');
    },
  );
});
