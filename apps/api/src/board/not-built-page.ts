/** Shown at `/` when the board's files are not there. Without style: the content security policy allows none inline. */
export const notBuiltPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>CellRelay: the board is not built</title>
<h1>The board is not built</h1>
<p>The program runs and answers at <a href="/api/docs">/api/docs</a>, but the board's files are missing.</p>
<p>Stop it, run <code>npm run build</code>, and start it again.</p>
</html>
`;
