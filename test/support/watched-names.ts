/** Every question in PromQL that rules or a dashboard ask. */
export function questionsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === 'expr' && typeof each === 'string' ? [each] : questionsIn(each),
  );
}

const selector = /\b((?:cellrelay|process|nodejs)_\w+)(?:\{([^}]*)\})?/g;

/** Metrics and labels of a question that the text of a process does not have. What whoever asks adds by itself, job and instance, is known. */
export function unknownIn(question: string, exposed: string): readonly string[] {
  return [...question.matchAll(selector)].flatMap(([, name = '', labels = '']) => {
    const series = exposed.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
    if (series.length === 0) return [name];
    return [...labels.matchAll(/(\w+)\s*[=!]~?"/g)]
      .map(([, label = '']) => label)
      .filter((label) => label !== 'job' && !series.some((line) => new RegExp(`[{,]${label}="`).test(line)))
      .map((label) => `${name}{${label}}`);
  });
}
