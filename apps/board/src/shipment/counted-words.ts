const countries = new Intl.DisplayNames('en', { type: 'region' });

/** What a day was counted by, apart from the calendars that say so; countries by their names: "2 working days of South Korea before …". */
export function countedSaid(basis: string): { readonly said: string; readonly calendar: string } {
  const at = basis.indexOf('Calendar: ');
  const said = at === -1 ? basis : basis.slice(0, at);
  const named = said.replace(
    /\bof ([A-Z]{2})\b/g,
    (_, code: string) => `of ${(countries.of(code) ?? code).replace(/^United /, 'the United ')}`,
  );
  return { said: named.trim(), calendar: at === -1 ? '' : basis.slice(at) };
}
