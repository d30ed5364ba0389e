import { lazy } from 'react';

/** The pages of the desk, each fetched when it is first gone to: a courier's phone has none of them to begin with. */
export const AccountPage = lazy(() =>
  import('./account/account-page.js').then((made) => ({ default: made.AccountPage })),
);
export const AlertsPage = lazy(() => import('./board/alerts-page.js').then((made) => ({ default: made.AlertsPage })));
export const AuditPage = lazy(() => import('./audit/audit-page.js').then((made) => ({ default: made.AuditPage })));
export const DecisionPage = lazy(() =>
  import('./decision/decision-page.js').then((made) => ({ default: made.DecisionPage })),
);
export const FiguresPage = lazy(() =>
  import('./figures/figures-page.js').then((made) => ({ default: made.FiguresPage })),
);
export const LettersPage = lazy(() =>
  import('./letters/letters-page.js').then((made) => ({ default: made.LettersPage })),
);
export const NewPolicyPage = lazy(() =>
  import('./policies/new-policy-page.js').then((made) => ({ default: made.NewPolicyPage })),
);
export const PoliciesPage = lazy(() =>
  import('./policies/policies-page.js').then((made) => ({ default: made.PoliciesPage })),
);
export const PolicyPage = lazy(() =>
  import('./policies/policy-page.js').then((made) => ({ default: made.PolicyPage })),
);
export const ShipmentPage = lazy(() =>
  import('./shipment/shipment-page.js').then((made) => ({ default: made.ShipmentPage })),
);
export const SpearPage = lazy(() => import('./spear/spear-page.js').then((made) => ({ default: made.SpearPage })));
export const TripPage = lazy(() => import('./courier/trip-page.js').then((made) => ({ default: made.TripPage })));
