import { humanised } from '../act/form-model.js';

interface Named {
  readonly name: string;
  readonly title: string;
}

/** What is allowed instead, as a reader has it: commands by what their buttons say, keys as words, everything else as it stands. */
export function allowedText(allowed: readonly string[], commands: readonly Named[]): string {
  const said = allowed.map((one) => {
    const title = commands.find(({ name }) => name === one)?.title;
    if (title !== undefined) return `“${title}”`;
    return /^[a-z]+(-[a-z]+)+$/.test(one) ? humanised(one).toLowerCase() : one;
  });
  return said.join(', ');
}
