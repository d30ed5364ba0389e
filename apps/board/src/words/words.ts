/** The sentence in the reader's language, with its values: `{name}`, or `{count, plural, one {# code} other {# codes}}`. Asked while a page is drawn. */
export function t(message: string, values: Readonly<Record<string, string | number>> = {}): string {
  return message
    .replace(
      /\{(\w+), plural, one \{([^}]*)\} other \{([^}]*)\}\}/g,
      (_whole, name: string, one: string, other: string) =>
        (values[name] === 1 ? one : other).replaceAll('#', String(values[name])),
    )
    .replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name]));
}
