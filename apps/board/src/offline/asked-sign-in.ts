import { createContext, useContext } from 'react';

/** How whoever has lost their session comes to the sign-in. */
export const AskedSignIn = createContext<() => void>(() => undefined);

/** The way to the sign-in, for whoever shows it. */
export const useAskedSignIn = () => useContext(AskedSignIn);
