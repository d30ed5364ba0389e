import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AuditController } from './audit/audit.controller.js';
import { ExportsController } from './audit/exports.controller.js';
import { BellsController } from './bells/bells.controller.js';
import { CalendarFeedController } from './calendar/calendar-feed.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CommandsController } from './commands/commands.controller.js';
import { CouriersController } from './couriers/couriers.controller.js';
import { deliveryControllers } from './deliveries/delivery-controllers.js';
import { DescriptionController } from './description/description.controller.js';
import { FiguresController } from './figures/figures.controller.js';
import { ForecastController } from './forecast/forecast.controller.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem-filter.js';
import { TimeLimit } from './http/time-limit.js';
import { identityControllers } from './identities/identity-controllers.js';
import { LabelCodesController } from './labels/label-codes.controller.js';
import { LabelsController } from './labels/labels.controller.js';
import { LettersController } from './letters/letters.controller.js';
import { Limits } from './limits/limits.js';
import { linkControllers, linkProviders } from './links/link-parts.js';
import { LiveController } from './live/live.controller.js';
import { LiveStreams } from './live/live-streams.js';
import { SharedChanges } from './live/shared-changes.js';
import type { ApiParts } from './parts.js';
import { OidcLinkController } from './oidc/oidc-link.controller.js';
import { OidcController } from './oidc/oidc.controller.js';
import { ProviderSignIn } from './oidc/provider-sign-in.js';
import { OrdersController } from './orders/orders.controller.js';
import { paperControllers } from './papers/paper-controllers.js';
import { peopleControllers, peopleProviders } from './people/people-parts.js';
import { PoliciesController } from './policies/policies.controller.js';
import { readingControllers } from './readings/reading-parts.js';
import { QuestionsController } from './questions/questions.controller.js';
import { ReadingFilesController } from './readings/reading-files.controller.js';
import { RulesController } from './rules/rules.controller.js';
import { SavedViewsController } from './saved-views/saved-views.controller.js';
import { ScansController } from './scans/scans.controller.js';
import { SessionController } from './session/session.controller.js';
import { SessionGuard } from './session/session-guard.js';
import { Sessions } from './session/sessions.js';
import { SignIn } from './session/sign-in.js';
import { part } from './tokens.js';
import { TellWords } from './words/tell-words.js';

/** What each request passes, and each answer, the last of these first. */
const passedByAll: readonly Provider[] = [
  { provide: APP_GUARD, useClass: SessionGuard },
  { provide: APP_FILTER, useClass: ProblemFilter },
  { provide: APP_INTERCEPTOR, useClass: TimeLimit },
  { provide: APP_INTERCEPTOR, useClass: TellWords },
];

/** HTTP in, over parts that somebody else made. */
@Module({})
export class ApiModule {
  static over(parts: ApiParts, limits: Limits): DynamicModule {
    const given = (Object.keys(parts) as (keyof ApiParts)[]).map((name): Provider => ({
      provide: part(name),
      useValue: parts[name],
    }));
    return {
      module: ApiModule,
      controllers: [
        CommandsController,
        ...[QuestionsController, ForecastController],
        PoliciesController,
        FiguresController,
        ...[CouriersController, RulesController, ...paperControllers],
        ...[LabelCodesController, LabelsController],
        ...[...identityControllers, LettersController, ReadingFilesController, ScansController],
        ...[OrdersController, BellsController],
        ...[AuditController, ExportsController],
        LiveController,
        SessionController,
        ...peopleControllers,
        ...linkControllers,
        ...deliveryControllers,
        ...readingControllers,
        ...[OidcController, OidcLinkController],
        ...[CalendarController, CalendarFeedController, SavedViewsController],
        ...[HealthController, DescriptionController],
      ],
      providers: [
        ...given,
        { provide: Limits, useValue: limits },
        { provide: SharedChanges, useFactory: () => new SharedChanges(parts.changes, parts.board, parts.words) },
        LiveStreams,
        ...[Sessions, SignIn],
        ...peopleProviders(parts),
        ...linkProviders,
        ProviderSignIn,
        ...passedByAll,
      ],
    };
  }
}
