import { isMachineryName, isReservedName } from './reserved-names.js';

describe('a reserved name', () => {
  it.each(['bell', 'ops', 'adopt-policy', 'rederive', 'example', 'system', 'Bell'])('%s is the machinery’s', (name) => {
    expect([isMachineryName(name), isReservedName(name)]).toEqual([true, true]);
  });

  it.each(['administrator', 'replay', 'Replay'])('%s is the command line’s to make', (name) => {
    expect([isMachineryName(name), isReservedName(name)]).toEqual([false, true]);
  });

  it.each(['bella', 'bell.ringer', 'coordinator'])('%s is none', (name) => {
    expect([isMachineryName(name), isReservedName(name)]).toEqual([false, false]);
  });
});
