import type { Message } from '@cellrelay/use-cases';

/** A message as a page for mail programs: it loads nothing, names nobody who reads it, and is set in one column that a telephone shows. */
export function htmlOf(
  { subject, lines, links }: Message,
  footer: string,
  hrefOf: (path: string) => string | null,
): string {
  const sentences = lines.map((line) => `<p style="margin:0 0 12px">${escaped(line)}</p>`);
  const places = links.map(({ label, path }) => placeOf(label, path, hrefOf(path)));
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escaped(subject)}</title></head>`,
    '<body style="margin:0;padding:16px;background:#ffffff;color:#1a1a1a;font:16px/1.45 sans-serif">',
    '<div style="max-width:560px;margin:0 auto">',
    `<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">${escaped(subject)}</h1>`,
    ...sentences,
    ...places,
    `<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #cccccc;font-size:13px;color:#555555">${escaped(footer)}</p>`,
    '</div></body></html>',
    '',
  ].join('\n');
}

function placeOf(label: string, path: string, href: string | null): string {
  const style =
    'display:block;margin:0 0 12px;padding:12px 16px;border:1px solid #1f5a8a;border-radius:4px;color:#1f5a8a';
  return href === null
    ? `<p style="margin:0 0 12px">${escaped(`${label}, on the board: ${path}`)}</p>`
    : `<a style="${style}" href="${escaped(href)}">${escaped(label)}</a>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
