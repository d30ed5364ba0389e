import { Inject, Injectable } from '@nestjs/common';
import { refuse, tokenHash, type Passwords } from '@cellrelay/platform';
import { isReservedName, type Account, type AccountStore, type Invited, type PeopleStore } from '@cellrelay/use-cases';
import { refusePassword } from '../session/chosen-password.js';
import { part } from '../tokens.js';
import { doneOr, notFound } from './administering.js';

const taken = { code: 'name-taken', sentence: 'Somebody has this name. Choose another.', at: '/name' };

/** Taking up an invitation. Whatever is wrong with a link, the answer is one. */
@Injectable()
export class Joining {
  constructor(
    @Inject(part('people')) private readonly people: PeopleStore,
    @Inject(part('accounts')) private readonly accounts: AccountStore,
    @Inject(part('passwords')) private readonly passwords: Passwords,
  ) {}

  async invited(token: string): Promise<Invited> {
    return (await this.people.invited(tokenHash(token))) ?? notFound('invitation');
  }

  async join(token: string, name: string, password: string): Promise<Account> {
    // Before the costly hash: who has no link makes nobody wait.
    const { person, organisation } = await this.invited(token);
    await refusePassword(password, [name, person, organisation.name], '/password');
    if (isReservedName(name)) return refuse(taken);
    const hash = await this.passwords.hash(password);
    doneOr(await this.people.join(tokenHash(token), name, hash), 'invitation', taken);
    return (await this.accounts.find(name)) ?? notFound('invitation');
  }
}
