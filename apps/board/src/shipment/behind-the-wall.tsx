import { DisclosedPanel } from '../identity/disclosed-panel.js';
import { IdentityPanel } from '../identity/identity-panel.js';
import { LetterPanel } from '../letters/letter-panel.js';

/** What is the reader's own side's alone: who its people are, what is disclosed to it of others, and its letters. Empty for whoever stands on none. */
export function BehindTheWall({ shipment }: { readonly shipment: string }) {
  return (
    <>
      <IdentityPanel shipment={shipment} />
      <DisclosedPanel shipment={shipment} />
      <LetterPanel shipment={shipment} />
    </>
  );
}
