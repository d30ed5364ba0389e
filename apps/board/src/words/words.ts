/** The sentence in the reader's language, its placeholders filled: `{name}`, and `{count, plural, one {# paper} other {# papers}}`. */
export function t(message: string, values: Readonly<Record<string, string | number>> = {}): string {
  const counted = message.replace(
    /\{(\w+), plural, one \{([^{}]*)\} other \{([^{}]*)\}\}/g,
    (_, name: string, one: string, other: string) =>
      (values[name] === 1 ? one : other).replaceAll('#', String(values[name] ?? '')),
  );
  return counted.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
