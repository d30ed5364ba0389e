/** Why something was not done, in the server's words. */
export function Said({ error }: { readonly error: Error | null }) {
  if (error === null) return null;
  return (
    <p role="alert" className="said danger">
      {error.message}
    </p>
  );
}
