import { useOwnAccount } from '../api/people.js';
import { Asked } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { CalendarSection } from './calendar-section.js';
import { KeysSection } from './keys-section.js';
import { OidcSection } from './oidc-section.js';
import { PasswordSection } from './password-section.js';
import { SecondFactorSection } from './second-factor-section.js';
import { SessionsSection } from './sessions-section.js';
import { TellingSection } from './telling-section.js';
import { TokensSection } from './tokens-section.js';
import { Whose } from './whose-account.js';
import { t } from '../words/words.js';

/** One's own account: password, second factor, sessions, programs and calendar. */
export function AccountPage() {
  const account = useOwnAccount();
  useTitle(t('My account'));
  return (
    <section className="register account" aria-labelledby="account-title">
      <div className="bar">
        <h1 id="account-title">{t('My account')}</h1>
      </div>
      <Asked what={t('your account')} lines={4} query={account}>
        {(own) => (
          <>
            <Whose account={own} />
            <div className="account-parts">
              <div>
                <SecondFactorSection factor={own.secondFactor} />
                <TellingSection />
                <PasswordSection />
              </div>
              <div>
                <OidcSection />
                <SessionsSection />
                <TokensSection />
                <CalendarSection />
                <KeysSection />
              </div>
            </div>
          </>
        )}
      </Asked>
    </section>
  );
}
