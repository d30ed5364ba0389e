import { csvLine } from './csv-line.js';

describe('a line of CSV', () => {
  it.each([
    [['a', 1, null, 'b'], 'a,1,,b\r\n'],
    [['a,b', 'say "so"', 'two\nlines', 'a;b'], '"a,b","say ""so""","two\nlines","a;b"\r\n'],
    [[-5, '-5'], "-5,'-5\r\n"],
    [['=1+1', '@SUM(A1)', '+1', ' =1', '＝1'], "'=1+1,'@SUM(A1),'+1,' =1,'＝1\r\n"],
    [['\t=1', '\r=1', '\n=1'], '"\'\t=1","\'\r=1","\'\n=1"\r\n'],
    [['=HYPERLINK("x","y")'], '"\'=HYPERLINK(""x"",""y"")"\r\n'],
  ] as const)('of %j is %j', (cells, line) => expect(csvLine(cells)).toBe(line));
});
