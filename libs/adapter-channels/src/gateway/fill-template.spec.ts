import { filled } from './fill-template.js';

const said = { to: '+49 30', text: '"}, {to} <b> & 安 {text}' };

describe('a template', () => {
  it('keeps what is filled in within its place, in JSON', () => {
    const body = filled('{"to": "{to}", "text": "{text}"}', said, 'application/json; charset=utf-8');
    expect(JSON.parse(body)).toEqual(said);
  });

  it('does so in a form', () => {
    const body = filled('to={to}&text={text}&x=1', said, 'application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({ ...said, x: '1' });
  });

  it('does so in XML', () => {
    expect(filled('<t a="{text}"/>', said, 'application/soap+xml')).toBe(
      '<t a="&quot;}, {to} &lt;b&gt; &amp; 安 {text}"/>',
    );
  });

  it('is plain where its body is', () => {
    expect(filled('{to}: {text}', said, 'text/plain')).toBe(`${said.to}: ${said.text}`);
  });

  it('of another type is none', () => {
    expect(() => filled('{to}', said, 'application/octet-stream')).toThrow('cannot be filled');
  });
});
