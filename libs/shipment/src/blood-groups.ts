/** A blood group by ABO and Rh (D). */
export interface BloodGroup {
  readonly abo: 'A' | 'B' | 'AB' | 'O';
  readonly rh: '+' | '-';
}

/**
 * major: the recipient's plasma acts against the graft's red cells; minor: the graft's plasma acts against the recipient's;
 * bidirectional: both (cases.md E).
 */
export type AboMismatch = 'none' | 'minor' | 'major' | 'bidirectional';

const antigens: Readonly<Record<BloodGroup['abo'], readonly string[]>> = { A: ['A'], B: ['B'], AB: ['A', 'B'], O: [] };

/** How donor and recipient differ by ABO. Whoever lacks an antigen has the antibody against it. */
export function aboMismatch(donor: BloodGroup, recipient: BloodGroup): AboMismatch {
  const major = lacks(recipient, donor);
  const minor = lacks(donor, recipient);
  if (major) return minor ? 'bidirectional' : 'major';
  return minor ? 'minor' : 'none';
}

/** Whether the one lacks an antigen that the other has. */
function lacks({ abo: one }: BloodGroup, { abo: other }: BloodGroup): boolean {
  return antigens[other].some((antigen) => !antigens[one].includes(antigen));
}

/** How they differ by Rh: major where the graft is positive for a negative recipient, minor the other way round. */
export function rhMismatch(donor: BloodGroup, recipient: BloodGroup): 'none' | 'minor' | 'major' {
  if (donor.rh === recipient.rh) return 'none';
  return donor.rh === '+' ? 'major' : 'minor';
}

/** "A+", "O-": as a label prints it. */
export function bloodGroupText({ abo, rh }: BloodGroup): string {
  return `${abo}${rh}`;
}
