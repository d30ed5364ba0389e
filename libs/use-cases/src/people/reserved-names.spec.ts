import { isMachineryName, isReservedName } from './reserved-names.js';

describe('a reserved name', () => {
  it.each(['bell', 'ops', 'adopt-policy', 'rederive', 'example', 'system', 'Bell', 'Link:1'])(
    '%s is the machinery’s',
    (name) => {
      expect([isMachineryName(name), isReservedName(name)]).toEqual([true, true]);
    },
  );

  it.each(['administrator', 'replay', 'Replay'])('%s is the command line’s to make', (name) => {
    expect([isMachineryName(name), isReservedName(name)]).toEqual([false, true]);
  });

  it.each(['bella', 'bell.ringer', 'coordinator', 'link'])('%s is none', (name) => {
    expect([isMachineryName(name), isReservedName(name)]).toEqual([false, false]);
  });
});
