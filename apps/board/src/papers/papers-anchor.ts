/** What stands after # in the address of a shipment's papers. */
export const papersAnchor = 'papers';

/** Brings the papers of the shipment's page into sight, and the focus with them. */
export function showPapers(): void {
  const section = document.getElementById(papersAnchor);
  section?.scrollIntoView();
  section?.focus({ preventScroll: true });
}
