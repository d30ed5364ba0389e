import { Link, Route, Switch } from 'wouter';
import { AccountPage } from './account/account-page.js';
import { AuditPage } from './audit/audit-page.js';
import { AlertsPage } from './board/alerts-page.js';
import { FirstPage } from './first-page.js';
import { FiguresPage } from './figures/figures-page.js';
import { LettersPage } from './letters/letters-page.js';
import { orderPages } from './order/order-pages.js';
import { NewPolicyPage } from './policies/new-policy-page.js';
import { PoliciesPage } from './policies/policies-page.js';
import { PolicyPage } from './policies/policy-page.js';
import { registers } from './registers.js';
import { SpearPage } from './spear/spear-page.js';
import { ShipmentPage } from './shipment/shipment-page.js';
import { Nothing } from './shell/states.js';

/** What stands at each address. */
export function Pages() {
  return (
    <Switch>
      <Route path="/" component={FirstPage} />
      <Route path="/alerts" component={AlertsPage} />
      <Route path="/figures" component={FiguresPage} />
      <Route path="/account" component={AccountPage} />
      <Route path="/letters" component={LettersPage} />
      {orderPages.map(([path, page]) => (
        <Route key={path} path={path} component={page} />
      ))}
      {registers.map(([path, page]) => (
        <Route key={path} path={path} component={page} />
      ))}
      <Route path="/audit" component={AuditPage} />
      <Route path="/policies" component={PoliciesPage} />
      <Route path="/policies/:version/new">{({ version }) => <NewPolicyPage key={version} from={version} />}</Route>
      <Route path="/policies/:version">{({ version }) => <PolicyPage key={version} version={version} />}</Route>
      <Route path="/shipments/:id/deviations/:deviation/spear">
        {({ id, deviation }) => <SpearPage shipment={id} deviation={deviation} />}
      </Route>
      <Route path="/shipments/:id">{({ id }) => <ShipmentPage key={id} id={id} />}</Route>
      <Route>
        <Nothing title="There is no such page">
          <Link href="/">Go to the board</Link>
        </Nothing>
      </Route>
    </Switch>
  );
}
