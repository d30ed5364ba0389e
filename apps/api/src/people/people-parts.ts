import type { Provider } from '@nestjs/common';
import { AccountController } from '../account/account.controller.js';
import { SecondFactorController } from '../account/second-factor.controller.js';
import { TokensController } from '../account/tokens.controller.js';
import { OnCallController } from '../on-call/on-call.controller.js';
import type { ApiParts } from '../parts.js';
import { KnownPasswords } from '../session/known-passwords.js';
import { SecondFactors, secondFactorsOver } from '../session/second-factors.js';
import { InvitationsController } from './invitations.controller.js';
import { Inviting } from './inviting.js';
import { JoinController } from './join.controller.js';
import { Joining } from './joining.js';
import { PeopleController } from './people.controller.js';

/** What answers about people, and to them about their own accounts. */
export const peopleControllers = [
  ...[JoinController, PeopleController, InvitationsController],
  ...[AccountController, SecondFactorController, TokensController, OnCallController],
];

/** What those work by. */
export function peopleProviders(parts: ApiParts): readonly Provider[] {
  return [
    ...[Inviting, Joining, KnownPasswords],
    { provide: SecondFactors, useFactory: () => secondFactorsOver(parts) },
  ];
}
