import { readFile } from './read-file.js';
import { fileLimits } from './reading-file.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const good = '2026-11-23T07:00Z;4,5\n2026-11-23T07:01Z;4,5\n';

describe('a file that is no logger’s', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'file-empty'],
    ['prose', bytesOf('Dear colleague,\nthe box was cold; all is well.\n'), 'file-without-table'],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'file-no-text'],
    ['a PDF', bytesOf('%PDF-1.7\n'), 'file-no-text'],
    ['noise', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256), 'file-without-table'],
    ['a table without temperatures', bytesOf('t;Humidity %\n2026-11-23T07:00Z;60\n'), 'file-without-temperatures'],
    ['commas that mean both', bytesOf('t,Temp °C\n2026-11-23T07:00Z,4,5\n'), 'decimal-comma-unclear'],
    ['commas that may mean both', bytesOf('2026-11-23T07:00Z,4,5\n2026-11-23T07:01Z,4,6\n'), 'decimal-comma-unclear'],
    ['too many bytes', new Uint8Array(fileLimits.bytes + 1), 'file-too-large'],
    ['a million lines', bytesOf('1;2;3\n'.repeat(1_000_000)), 'file-too-large'],
    ['a line too many', bytesOf('1;2;3\n'.repeat(fileLimits.lines + 1)), 'file-too-large'],
    ['one line without end', bytesOf('x'.repeat(500_000)), 'file-without-table'],
  ])('is refused: %s', (_, file, code) => expect(readFile(file)).toMatchObject({ error: { code } }));
});

describe('a line that gives no reading', () => {
  it.each([
    ['not a number', '2026-11-23T07:02Z;NaN', 'value-no-number'],
    ['nothing', '2026-11-23T07:02Z;', 'value-missing'],
    ['dashes', '2026-11-23T07:02Z;---', 'value-no-number'],
    ['an error', '2026-11-23T07:02Z;ERR', 'value-no-number'],
    ['the other decimal sign', '2026-11-23T07:02Z;4.5', 'decimal-sign-mixed'],
    ['grouped figures', '2026-11-23T07:02Z;1.234,5', 'value-no-number'],
    ['another unit', '2026-11-23T07:02Z;40,1 °F', 'unit-mixed'],
    ['no time', ';4,5', 'time-missing'],
    ['no such time', '2026-11-23T27:02Z;4,5', 'time-unreadable'],
    ['no such day', '2026-02-30T07:02Z;4,5', 'no-such-day'],
    ['no zone', '2026-11-23T07:02;4,5', 'zone-missing'],
    ['one cell', '2026-11-23T07:02Z', 'cells-missing'],
    ['more cells', '2026-11-23T07:02Z;4,5;6', 'cells-too-many'],
    ['the header again', 't;°C', 'time-unreadable'],
    ['a remark', 'end of data', 'cells-missing'],
  ])('is told, and the others are kept: %s', (_, line, code) => {
    const read = readFile(bytesOf(`t;°C\n${good}${line}\n2026-11-23T07:03Z;4,5\n`));
    expect(read).toMatchObject({
      value: { readings: [{ line: 2 }, { line: 3 }, { line: 5 }], problems: [{ line: 4, code }] },
    });
  });

  it('is told as lost to the end where a quote is not closed', () => {
    const row = (minute: number) => `"2026-11-23T07:0${minute}Z";"4,5"\n`;
    const file = `"t";"°C"\n${row(0)}${row(1)}"2026-11-23T07:02Z";"4,5\n2026-11-23T07:03Z;4,5\n`;
    expect(readFile(bytesOf(file))).toMatchObject({
      value: { readings: [{ line: 2 }, { line: 3 }], problems: [{ line: 4, code: 'rest-unreadable' }] },
    });
  });

  it('counts as cut off where it has no end, until somebody says that it is whole', () => {
    const file = bytesOf(`t;°C\n${good}2026-11-23T07:02Z;4,`);
    expect(readFile(file)).toMatchObject({ value: { problems: [{ line: 4, code: 'line-cut-off' }] } });
    const whole = bytesOf(`t;°C\n${good}2026-11-23T07:02Z;4,5`);
    expect(readFile(whole)).toMatchObject({
      value: {
        readings: [{ line: 2 }, { line: 3 }],
        questions: [{ name: 'lastLine', chosen: 'left-out' }],
      },
    });
    expect(readFile(whole, { lastLine: 'whole' })).toMatchObject({ value: { readings: [{}, {}, { line: 4 }] } });
  });

  it('keeps its number in the file, blank lines counted', () => {
    expect(readFile(bytesOf(`t;°C\r\n\r\n2026-11-23T07:00Z;4,5\r\n\r\n2026-11-23T07:01Z;x\r\n`))).toMatchObject({
      value: { readings: [{ line: 3 }], problems: [{ line: 5 }] },
    });
  });
});
