import { onShipments, questionRights } from './questions.js';
import { commandRights } from './rights.js';
import { standings, type Standing } from './standings.js';

/** The table of who may do what, for people: a row a standing, in Markdown. */
export function rightsTable(): string {
  const board = Object.entries<readonly Standing[]>(questionRights).filter(([, who]) => who === onShipments);
  const everybody = Object.entries<readonly Standing[]>(questionRights).filter(
    ([, who]) => who.length === standings.length,
  );
  const said = `The board: ${quoted(board)}. Everybody who is signed in: ${quoted(everybody)}; what these answer is each one's own.`;
  const head = ['| who | may issue | may ask |', '| --- | --- | --- |'];
  const rows = standings.map((standing) => `| ${wordsOf(standing)} | ${issues(standing)} | ${asks(standing)} |`);
  return [said, '', ...head, ...rows].join('\n');
}

function quoted(rows: readonly (readonly [name: string, ...unknown[]])[]): string {
  return rows.map(([name]) => `\`${name}\``).join(', ');
}

/** "operator, coordinator" */
export function wordsOf(standing: Standing): string {
  return standing.replace('/', ', ').replaceAll('-', ' ');
}

function issues(standing: Standing): string {
  if (standing === 'operator/coordinator') return 'every command';
  return listed(commandRights, standing);
}

/** What everybody may ask is not told again in each row, nor each question of the board. */
function asks(standing: Standing): string {
  const all = Object.entries<readonly Standing[]>(questionRights);
  const told = all.filter(([, who]) => who !== onShipments && who.length < standings.length);
  const others = listed(Object.fromEntries(told), standing);
  if (!onShipments.includes(standing)) return others;
  return others === 'nothing' ? 'the board' : `the board, ${others}`;
}

function listed(table: Readonly<Record<string, readonly Standing[]>>, standing: Standing): string {
  const names = Object.entries(table).flatMap(([name, who]) => (who.includes(standing) ? [`\`${name}\``] : []));
  return names.length === 0 ? 'nothing' : names.join(', ');
}
