import { QueryClient } from '@tanstack/react-query';
import { keepToOneAccount } from './one-account.js';
import { ExampleStorage } from './storage.examples.js';

const FORM = 'cellrelay.form.plan';

/** A tab in which that account has asked for a list and typed into a form, and whose session has ended since. */
function tabOf(name: string, watched = true) {
  Object.defineProperty(globalThis, 'sessionStorage', { value: new ExampleStorage(), configurable: true });
  const client = new QueryClient();
  const stop = watched ? keepToOneAccount(client) : undefined;
  client.setQueryData(['me'], { name });
  client.setQueryData(['list', 'all', ''], 'rows');
  sessionStorage.setItem(FORM, 'typed');
  client.setQueryData(['me'], null);
  return { client, stop, left: () => [client.getQueryData(['list', 'all', '']), sessionStorage.getItem(FORM)] };
}

describe('what one account asked and typed', () => {
  it('is gone when another signs in', () => {
    const { client, left } = tabOf('ana');
    client.setQueryData(['me'], { name: 'ben' });
    expect([client.getQueryData(['me']), left()]).toEqual([{ name: 'ben' }, [undefined, null]]);
    client.clear();
  });

  it('stays when the same one signs in again', () => {
    const { client, left } = tabOf('ana');
    client.setQueryData(['me'], { name: 'ana' });
    expect(left()).toEqual(['rows', 'typed']);
    client.clear();
  });

  it('is gone when another comes back from a provider, on a page that is new', () => {
    const { client, stop, left } = tabOf('ana');
    stop?.();
    client.clear();
    const anew = new QueryClient();
    keepToOneAccount(anew);
    anew.setQueryData(['me'], { name: 'ben' });
    expect(left()[1]).toBeNull();
    anew.clear();
  });

  it('would be shown to the next one, were nobody watching (control)', () => {
    const { client, left } = tabOf('ana', false);
    client.setQueryData(['me'], { name: 'ben' });
    expect(left()).toEqual(['rows', 'typed']);
    client.clear();
  });
});
