import { lazy } from 'react';

const CouriersPage = lazy(() => import('./couriers/couriers-page.js').then((made) => ({ default: made.CouriersPage })));
const DeliveriesPage = lazy(() =>
  import('./deliveries/deliveries-page.js').then((made) => ({ default: made.DeliveriesPage })),
);
const LabelCodesPage = lazy(() =>
  import('./labels/label-codes-page.js').then((made) => ({ default: made.LabelCodesPage })),
);
const LoggersPage = lazy(() => import('./loggers/loggers-page.js').then((made) => ({ default: made.LoggersPage })));
const OnCallPage = lazy(() => import('./on-call/on-call-page.js').then((made) => ({ default: made.OnCallPage })));
const PapersPage = lazy(() => import('./papers/papers-page.js').then((made) => ({ default: made.PapersPage })));
const PeoplePage = lazy(() => import('./people/people-page.js').then((made) => ({ default: made.PeoplePage })));
const RulesPage = lazy(() => import('./rules/rules-page.js').then((made) => ({ default: made.RulesPage })));

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
