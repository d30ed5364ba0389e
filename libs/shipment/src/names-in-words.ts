/**
 * A name of ours as a person reads it, in small letters: of a command, a field, a state, a role or a stage. `RecordCourierFit` is "record courier fit", `xray-exemption` "X-ray
 * exemption". Programs go by the names themselves, which a refusal has in its code, its pointer and what it allows.
 */
export function nameInWords(name: string): string {
  return name
    .replaceAll('-', ' ')
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .replaceAll(/\bxray\b/g, 'X-ray');
}
