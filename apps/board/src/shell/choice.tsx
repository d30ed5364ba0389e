interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly all: string;
  readonly value: Value | '';
  readonly words: Readonly<Record<Value, string>>;
  readonly choose: (value: Value | '') => void;
}

/** A filter of a list: one of the values, or all of them. */
export function Choice<Value extends string>({ label, all, value, words, choose }: ChoiceProps<Value>) {
  return (
    <select aria-label={label} value={value} onChange={(event) => choose(event.target.value as Value | '')}>
      <option value="">{all}</option>
      {Object.entries<string>(words).map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </select>
  );
}
