import { lazy } from 'react';

/** What the first look does not need, each fetched when it is first opened. */
export const StepSheet = lazy(() => import('./step-sheet.js').then((made) => ({ default: made.StepSheet })));
export const TroubleSheet = lazy(() => import('./trouble-sheet.js').then((made) => ({ default: made.TroubleSheet })));
export const OfficerScreen = lazy(() =>
  import('./officer-screen.js').then((made) => ({ default: made.OfficerScreen })),
);
export const PocketSheet = lazy(() => import('./pocket-sheet.js').then((made) => ({ default: made.PocketSheet })));
export const ScanSheet = lazy(() => import('../scanner/scan-sheet.js').then((made) => ({ default: made.ScanSheet })));
