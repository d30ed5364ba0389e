/** What a browser keeps, in the form that its storage has. */
export class ExampleStorage {
  getItem(name: string): string | null {
    return (this as unknown as Record<string, string>)[name] ?? null;
  }
  setItem(name: string, text: string): void {
    (this as unknown as Record<string, string>)[name] = text;
  }
  removeItem(name: string): void {
    Reflect.deleteProperty(this, name);
  }
}
