import { standingTexts, type Language } from '@cellrelay/paperwork';
import type { PaperStanding } from '@cellrelay/use-cases';
import { text } from '../description/html.js';

/** What a phone shows that has read a paper's code: how the paper stands, in each language that was read over, English first. Without script, as the content security policy wants it. */
export function standingPage(standing: PaperStanding): string {
  const { en = '', ...others } = standingTexts(standing);
  const lines = (Object.entries(others) as [Language, string][]).map(
    ([language, said]) => `<p lang="${language}">${text(said)}</p>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${text(en)}</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/api/docs/style.css">
</head>
<body>
<main>
<h1>${text(en)}</h1>
${lines.join('\n')}
</main>
</body>
</html>
`;
}
