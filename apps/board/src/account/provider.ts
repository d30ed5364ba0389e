import { useQuery } from '@tanstack/react-query';
import { api, bodyOf, Failure } from '../api/client.js';
import { refusalOf } from '../api/refusal.js';

/** The provider that one may sign in by, as people call it; null where there is none. */
export function useProviderName(): string | null {
  const { data } = useQuery({
    queryKey: ['provider'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/session/oidc')).name,
    staleTime: Infinity,
  });
  return data ?? null;
}

/** Since when this account is linked to that provider. */
export function useProviderLink() {
  return useQuery({
    queryKey: ['provider-link'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/me/oidc')),
    staleTime: 0,
  });
}

/** Goes to the provider, to come back signed in. Throws a {@link Failure} where it cannot be gone to. */
export async function goSignIn(): Promise<void> {
  const { to } = bodyOf(await api.POST('/api/v1/session/oidc', { headers: { 'Content-Type': 'application/json' } }));
  window.location.assign(to);
}

/** Goes to the provider, to come back with this account linked to who one is there. */
export async function goLink(password: string): Promise<void> {
  const { to } = bodyOf(await api.POST('/api/v1/me/oidc', { body: { password } }));
  window.location.assign(to);
}

/** Undoes the link. */
export async function unlink(password: string): Promise<void> {
  const { response, error } = await api.POST('/api/v1/me/oidc/end', { body: { password } });
  if (!response.ok) throw new Failure(response.status, refusalOf(response.status, error));
}
