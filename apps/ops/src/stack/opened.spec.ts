import { Opened } from './opened.js';

describe('what has been opened', () => {
  it('is closed once, the last first, and what fails to close keeps nothing else open', async () => {
    const closed: string[] = [];
    const opened = new Opened();
    for (const name of ['server', 'stack', 'web']) {
      opened.add(() => {
        closed.push(name);
        return name === 'stack' ? Promise.reject(new Error('stuck')) : Promise.resolve();
      });
    }
    await expect(opened.end()).rejects.toThrow('not everything could be closed');
    await expect(opened.end()).rejects.toThrow();
    expect(closed).toEqual(['web', 'stack', 'server']);
  });
});
