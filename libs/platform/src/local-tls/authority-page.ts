/** What the page that offers the authority tells. */
export interface AuthorityOffer {
  /** As the person at the terminal sees it too. */
  readonly fingerprint: string;
  /** Where the app is, once the authority is trusted. */
  readonly app: string;
}

/** Where the page, its style and the certificate lie: nothing else is there. */
export const authorityPaths = { page: '/', style: '/style.css', certificate: '/cellrelay-ca.crt' } as const;

interface System {
  readonly name: string;
  /** What its browsers call themselves. */
  readonly agent: RegExp;
  readonly steps: readonly string[];
}

/** How each system is told to trust an authority; HTML, since what is pressed there is set in bold. */
const systems: readonly System[] = [
  {
    name: 'iPhone and iPad',
    agent: /iPhone|iPad/,
    steps: [
      'Download the certificate in Safari and press <b>Allow</b>.',
      'Open <b>Settings</b>, <b>Profile Downloaded</b> (or <b>General</b>, <b>VPN &amp; Device Management</b>), choose <b>CellRelay local CA</b> and press <b>Install</b>.',
      'Open <b>Settings</b>, <b>General</b>, <b>About</b>, <b>Certificate Trust Settings</b> and switch <b>CellRelay local CA</b> on. Without this step nothing is trusted yet.',
    ],
  },
  {
    name: 'Android',
    agent: /Android/,
    steps: [
      'Download the certificate.',
      'Search the settings for <b>CA certificate</b> (on most phones under <b>Security</b>, <b>Encryption &amp; credentials</b>, <b>Install a certificate</b>), press it and then <b>Install anyway</b>.',
      'Choose <b>cellrelay-ca.crt</b> among the downloads. The phone says from then on that its network may be watched: it means this certificate.',
      'Chrome is ready then. For Firefox press its logo five times under <b>Settings</b>, <b>About Firefox</b>, and switch on <b>Use third party CA certificates</b> under <b>Secret Settings</b>.',
    ],
  },
  {
    name: 'Windows',
    agent: /Windows/,
    steps: [
      'Download the certificate, open it and press <b>Install Certificate…</b>, for the <b>Current User</b>.',
      'Choose <b>Place all certificates in the following store</b>, <b>Browse…</b>, <b>Trusted Root Certification Authorities</b>, then <b>Finish</b> and <b>Yes</b>.',
      'Start the browser anew.',
    ],
  },
  {
    name: 'macOS',
    agent: /Macintosh/,
    steps: [
      'Download the certificate and open it: <b>Keychain Access</b> takes it into <b>login</b>.',
      'Open <b>CellRelay local CA</b> there, then <b>Trust</b>, and choose <b>Always Trust</b> where it says <b>When using this certificate</b>.',
    ],
  },
  {
    name: 'Linux, and Firefox everywhere',
    agent: /Linux|Firefox/,
    steps: [
      'Download the certificate.',
      'Firefox: <b>Settings</b>, <b>Privacy &amp; Security</b>, <b>View Certificates…</b>, <b>Authorities</b>, <b>Import…</b>, and tick <b>Trust this CA to identify websites</b>.',
      'Chrome: open <code>chrome://certificate-manager</code>, <b>Custom</b>, <b>Installed by you</b>, and import it under <b>Trusted Certificates</b>.',
      'Programs: <code>sudo cp cellrelay-ca.crt /usr/local/share/ca-certificates/ &amp;&amp; sudo update-ca-certificates</code>',
    ],
  },
];

/** The page that offers the authority, with the steps of the reader's own system open. Without script. */
export function authorityPage({ fingerprint, app }: AuthorityOffer, userAgent: string): string {
  const own = systems.find(({ agent }) => agent.test(userAgent));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>CellRelay: trust this computer</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${authorityPaths.style}">
</head>
<body>
<main>
<h1>Trust this computer</h1>
<p>CellRelay runs on a computer of your own network. A phone takes its camera and works without a network only over HTTPS, and for that it has to trust the certificate of this computer. Once for each phone.</p>
<section aria-labelledby="compare">
<h2 id="compare">1. Compare</h2>
<p>This page itself came without protection. Its fingerprint must be the one in the window where CellRelay was started, digit for digit; compare it once more where your phone shows the certificate, before you trust it.</p>
<p class="label" id="print">Fingerprint, SHA-256</p>
<p class="print" aria-labelledby="print">${grouped(fingerprint)}</p>
</section>
<section aria-labelledby="install">
<h2 id="install">2. Install</h2>
<p><a class="button" href="${authorityPaths.certificate}" download>Download the certificate</a></p>
${systems.map((system) => stepsOf(system, system === own)).join('\n')}
</section>
<section aria-labelledby="open">
<h2 id="open">3. Open CellRelay</h2>
<p><a href="${app}">${app}</a></p>
</section>
<section aria-labelledby="after">
<h2 id="after">When you are done</h2>
<p>Whoever holds the key of this certificate, which lies in the data folder of that computer, could pose as any site to a phone that trusts it. Take it off the phone when you need it no more: where you have installed it, it can be removed.</p>
</section>
</main>
</body>
</html>
`;
}

function stepsOf({ name, steps }: System, open: boolean): string {
  const items = steps.map((step) => `<li>${step}</li>`).join('\n');
  return `<details${open ? ' open' : ''}>\n<summary>${name}</summary>\n<ol>\n${items}\n</ol>\n</details>`;
}

/** Four pairs of digits at a time, so that an eye finds its place again. */
function grouped(fingerprint: string): string {
  const pairs = fingerprint.split(':');
  const groups = pairs.flatMap((_, at) => (at % 4 === 0 ? [pairs.slice(at, at + 4).join(':')] : []));
  return groups.map((group) => `<span>${group}</span>`).join(' ');
}

/** The page's style: the board's grounds and inks, in a light and a dark form. */
export const authorityStyle = `
:root { color-scheme: light dark; --ground: #fafaf7; --raised: #fff; --line: #dcdcd5; --ink: #1b1d1f; --ink2: #4f5459; --accent: #1d5a86; --on-accent: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #111315; --raised: #181b1e; --line: #2b2f33; --ink: #e9e9e5; --ink2: #b0b4b8; --accent: #8fc1e8; --on-accent: #111315; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/24px 'Source Sans 3', 'Noto Sans SC', system-ui, sans-serif; font-variant-numeric: tabular-nums lining-nums; }
main { max-width: 720px; margin: 0 auto; padding: 24px 16px 48px; }
h1 { font-size: 28px; line-height: 36px; font-weight: 600; margin: 0 0 8px; }
h2 { font-size: 20px; line-height: 24px; font-weight: 600; margin: 32px 0 8px; }
p { margin: 8px 0; max-width: 65ch; }
a { color: var(--accent); overflow-wrap: anywhere; }
section p > a { display: inline-block; padding: 10px 0; }
section p > a.button { padding: 10px 16px; border-radius: 4px; background: var(--accent); color: var(--on-accent); font-weight: 600; text-decoration: none; }
.label { color: var(--ink2); font-size: 12px; line-height: 16px; margin: 16px 0 4px; }
.print { display: grid; grid-template-columns: repeat(auto-fill, minmax(12ch, max-content)); gap: 0 16px; margin-top: 0; font: 600 16px/28px ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace; }
code { font: 14px/20px ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
details { border-top: 1px solid var(--line); }
details:last-child { border-bottom: 1px solid var(--line); }
summary { padding: 10px 0; min-height: 44px; cursor: pointer; font-weight: 600; }
ol { margin: 0 0 16px; padding-left: 24px; }
li { margin: 8px 0; padding-left: 4px; }
b { font-weight: 600; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
