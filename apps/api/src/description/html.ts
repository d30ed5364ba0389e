const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, in elements and in attributes. */
export function text(value: unknown): string {
  return String(value).replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');
}

/** Text in which `code` is set as code. */
export function prose(value: unknown): string {
  return text(value).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}
