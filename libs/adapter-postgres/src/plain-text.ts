/** PostgreSQL's text holds every character but NUL, which JSON escapes and people do not type. Without it the text can be stored or looked for. */
export function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}
