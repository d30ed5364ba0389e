import { text } from '../description/html.js';

/** What a person sees who came back from the provider and is not signed in: why, and the way on. Without script, as the content security policy wants it. */
export function cameBackPage(sentence: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>CellRelay: this did not succeed</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/api/docs/style.css">
</head>
<body>
<main>
<h1>This did not succeed</h1>
<p>${text(sentence)}</p>
<p><a href="/">Go to CellRelay</a></p>
</main>
</body>
</html>
`;
}
