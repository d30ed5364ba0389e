import { dryRun } from '../../../../../test/support/dry-world.js';
import { scenarioIn } from '../../../../../test/support/scenarios.js';
import { judge } from '../expect/expectations.js';
import { reportJson, reportText } from './report.js';

const scenario = scenarioIn('across-a-clock-change.yaml');

async function reported() {
  const ran = await dryRun(scenario);
  return { scenario, ran, judged: judge(scenario, ran) };
}

describe('the report of a replay', () => {
  it('tells each moment in three clocks, with offsets that tell a repeated hour apart', async () => {
    const text = reportText(await reported());
    const delivered = text.split('\n').find((line) => line.includes('DeliveredToCentre'));
    const received = text.split('\n').find((line) => line.includes('ProductReceived'));
    expect(delivered).toContain('2024-11-03 14:56+08:00  2024-11-03 01:56-05:00  2024-11-03 06:56');
    expect(received).toContain('2024-11-03 15:10+08:00  2024-11-03 01:10-06:00  2024-11-03 07:10');
  });

  it('shows what was refused where it was tried', async () => {
    const lines = reportText(await reported()).split('\n');
    const refused = lines.findIndex((line) => line.includes('refused as local-time-repeated'));
    expect(lines[refused]).toContain('DeliverToCentre');
    expect(lines[refused + 1]).toContain('DeliveredToCentre');
  });

  it('says how many expectations are met, and names those that are missed', async () => {
    const all = await reported();
    expect(reportText(all)).toMatch(/All \d+ expectations are met\.$/);
    const one = { ...all, judged: { looked: 7, missed: ['order is open, expected closed'] } };
    expect(reportText(one)).toMatch(/1 of 7 expectations are missed\.\n {2}missed: order is open, expected closed$/);
  });

  it('is the same as data', async () => {
    const data = JSON.parse(reportJson(await reported())) as {
      met: boolean;
      timeline: { refused: string | null }[];
      log: unknown[];
    };
    expect(data.met).toBe(true);
    expect(data.timeline.filter((line) => line.refused !== null)).toHaveLength(1);
    expect(data.log.length).toBeGreaterThan(50);
  });
});
