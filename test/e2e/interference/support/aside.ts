/** What is set aside before bytes are compared: nobody can seed it, and it tells of no shipment. Where it stands, and that it does, is compared. */
export const aside = [
  {
    ...{ of: 'header', what: /^(Date): .*$/gim },
    because: 'the clock of this machine, which Node writes into every answer',
  },
  {
    ...{ of: 'event', what: /^(id): [\d.]+$/gm },
    because: 'an event of the live stream is known by the transaction, which the whole server counts',
  },
  {
    ...{ of: 'letter', what: /^(Message-ID): .*$/gm },
    because: 'drawn by the mail library for each letter',
  },
  { ...{ of: 'letter', what: /^(Date): .*$/gm }, because: 'the clock of this machine, which the mail library writes' },
] as const;

/** The text without what is set aside in that kind of text. */
export function compared(of: (typeof aside)[number]['of'], text: string): string {
  return aside
    .filter((each) => each.of === of)
    .reduce((left, { what }) => left.replaceAll(what, '$1: (set aside)'), text);
}
