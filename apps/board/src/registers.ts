import { CouriersPage } from './couriers/couriers-page.js';
import { DeliveriesPage } from './deliveries/deliveries-page.js';
import { LabelCodesPage } from './labels/label-codes-page.js';
import { LoggersPage } from './loggers/loggers-page.js';
import { OnCallPage } from './on-call/on-call-page.js';
import { PapersPage } from './papers/papers-page.js';
import { RulesPage } from './rules/rules-page.js';
import { PeoplePage } from './people/people-page.js';

/** Pages of what stands beside shipments: who and what takes part, and who was told. */
export const registers = [
  ['/couriers', CouriersPage],
  ['/loggers', LoggersPage],
  ['/on-call', OnCallPage],
  ['/deliveries', DeliveriesPage],
  ['/people', PeoplePage],
  ['/rules', RulesPage],
  ['/label-codes', LabelCodesPage],
  ['/papers', PapersPage],
] as const;
