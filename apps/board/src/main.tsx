import '@fontsource-variable/source-sans-3/wght.css';
import './styles/styles.js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { keepToOneAccount } from './shell/one-account.js';
import { startLanguage } from './words/language.js';

const client = new QueryClient({
  // What the live line says is stale is asked anew at once; between its messages answers keep for half a minute.
  defaultOptions: {
    queries: { staleTime: 30_000, retry: 1, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

keepToOneAccount(client);

const root = document.getElementById('root');
if (root !== null) {
  const board = createRoot(root);
  void startLanguage().then(() =>
    board.render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <App />
        </QueryClientProvider>
      </StrictMode>,
    ),
  );
}
