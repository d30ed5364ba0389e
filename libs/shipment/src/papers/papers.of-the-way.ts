/** Papers that say who carries a box, or ask officers for something on its way, as paperwork calls them. Delivered, nobody has a use for them, and whoever shows one is not to be believed. */
export const kindsOfTheWay: readonly string[] = [
  ...['transport-plan', 'courier-authorisation', 'security-letter', 'airline-letter'],
  ...['emergency-card', 'visa-letter'],
];

export function isOfTheWay({ kind }: { readonly kind: string }): boolean {
  return kindsOfTheWay.includes(kind);
}
