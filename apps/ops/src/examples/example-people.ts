import { makeExamplePeople, type Database, type ExamplePerson } from '@cellrelay/adapter-postgres';
import { newPassword, type Passwords } from '@cellrelay/platform';

/** Makes the example people, where there are example organisations, and says who they are: lines to be shown once, with their one password. */
export async function introducedExamples(
  { pool }: Pick<Database, 'pool'>,
  passwords: Pick<Passwords, 'hash'>,
): Promise<readonly string[]> {
  const password = newPassword();
  const people = await makeExamplePeople(pool, await passwords.hash(password));
  if (people.length === 0) return [];
  return [`Examples     ${password}   (for each of these, shown this once)`, ...linesOf(people)];
}

/** A line for each organisation. */
function linesOf(people: readonly ExamplePerson[]): readonly string[] {
  const parts = [...new Set(people.map(({ part }) => part))];
  return parts.map(
    (part) =>
      `  ${people
        .filter((each) => each.part === part)
        .map(({ name }) => name)
        .join('  ')}`,
  );
}
