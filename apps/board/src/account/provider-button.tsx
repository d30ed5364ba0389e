import { useMutation } from '@tanstack/react-query';
import { goSignIn, useProviderName } from './provider.js';
import { keepAddress } from './return-to.js';
import { t } from '../words/words.js';

/** The other way in, where the site has one: by its own provider. */
export function ProviderButton() {
  const name = useProviderName();
  const going = useMutation({
    mutationFn: () => {
      keepAddress();
      return goSignIn();
    },
  });
  if (name === null) return null;
  return (
    <div className="provider">
      <button
        type="button"
        className="button"
        aria-disabled={going.isPending}
        onClick={() => !going.isPending && going.mutate()}
      >
        {t('Sign in by {name}', { name })}
      </button>
      {going.error !== null && (
        <p role="alert" className="said danger">
          {going.error.message}
        </p>
      )}
    </div>
  );
}
