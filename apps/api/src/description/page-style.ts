/** The page's style: the board's grounds and inks, in a light and a dark form. */
export const pageStyle = `
:root { color-scheme: light dark; --ground: #fafaf7; --raised: #fff; --sunk: #f1f1ec; --line: #dcdcd5; --ink: #1b1d1f; --ink2: #4f5459; --accent: #1d5a86; --warn: #7d4b00; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #111315; --raised: #181b1e; --sunk: #0b0c0e; --line: #2b2f33; --ink: #e9e9e5; --ink2: #b0b4b8; --accent: #8fc1e8; --warn: #f0b85c; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/20px 'Source Sans 3', 'Noto Sans SC', system-ui, sans-serif; font-variant-numeric: tabular-nums lining-nums; }
header, main { max-width: 1100px; margin: 0 auto; padding: 16px 24px; }
h1 { font-size: 28px; line-height: 36px; font-weight: 600; margin: 8px 0; }
h1 small { font-size: 16px; font-weight: 400; color: var(--ink2); }
h2 { font-size: 20px; line-height: 24px; font-weight: 600; margin: 32px 0 8px; }
h3 { font-size: 12px; line-height: 16px; font-weight: 600; color: var(--ink2); margin: 16px 0 4px; }
p { margin: 8px 0; max-width: 75ch; }
a { color: var(--accent); }
nav { position: sticky; top: 0; background: var(--ground); border-bottom: 1px solid var(--line); padding: 8px max(24px, calc(50vw - 526px)); display: flex; flex-wrap: wrap; gap: 4px 16px; }
code { font: 13px/20px ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
details { border-top: 1px solid var(--line); }
details[open] { background: var(--raised); }
details > div { padding: 0 12px 12px 24px; scroll-margin-top: 96px; overflow-x: auto; }
section { scroll-margin-top: 48px; }
section > details:last-child { border-bottom: 1px solid var(--line); }
summary { padding: 8px 12px; cursor: pointer; }
summary:hover { background: var(--sunk); }
summary:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
summary span { color: var(--ink2); margin-left: 8px; }
td > code { overflow-wrap: normal; }
summary b { display: inline-block; min-width: 64px; font-weight: 600; color: var(--accent); }
summary b.post, summary b.delete { color: var(--warn); }
.may, .open { color: var(--ink2); font-size: 12px; }
.open { border: 1px solid var(--line); border-radius: 4px; padding: 0 4px; }
.grave { color: var(--warn); font-size: 12px; }
table { border-collapse: collapse; width: 100%; margin: 4px 0; }
th { text-align: left; font-size: 12px; color: var(--ink2); font-weight: 600; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td > table { margin: 4px 0; }
@media (max-width: 700px) { td, th { display: block; border: 0; padding-bottom: 0; } tr { display: block; border-bottom: 1px solid var(--line); padding: 4px 0; } }
`;
