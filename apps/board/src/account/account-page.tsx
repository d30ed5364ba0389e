import { useTitle } from '../shell/use-title.js';
import { OidcSection } from './oidc-section.js';

/** What one does to one's own account. */
export function AccountPage() {
  useTitle('My account');
  return (
    <div className="register">
      <h1>My account</h1>
      <OidcSection />
    </div>
  );
}
