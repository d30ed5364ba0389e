/** What an HTTP gateway is asked to say, and to whom. */
export interface Said {
  readonly to: string;
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** How a text is written within each kind of body, so that nothing in it ends the place that it was put into. */
const writings: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/^application\/(.+\+)?json\b/i, (text) => JSON.stringify(text).slice(1, -1)],
  [/^application\/x-www-form-urlencoded\b/i, encodeURIComponent],
  [/^(application|text)\/(.+\+)?xml\b/i, (text) => text.replace(/[&<>"']/g, (each) => entities[each]!)],
  [/^text\/plain\b/i, (text) => text],
];

/** A template's `{to}` and `{text}` filled, once: what is filled in is looked through for nothing. */
export function filled(template: string, said: Said, contentType: string): string {
  const [, write] = writings.find(([form]) => form.test(contentType)) ?? [];
  if (write === undefined) throw new Error(`bodies of ${contentType} cannot be filled`);
  return template.replace(/\{(to|text)\}/g, (_, name: keyof Said) => write(said[name]));
}
