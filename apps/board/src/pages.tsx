import { Link, Route, Switch } from 'wouter';
import * as desk from './desk-pages.js';
import { FirstPage } from './first-page.js';
import { Part } from './part.js';
import { orderPages } from './order/order-pages.js';
import { registers } from './registers.js';
import { Loading, Nothing } from './shell/states.js';
import { t } from './words/words.js';

/** What stands at each address. Pages come when they are gone to. */
export function Pages() {
  return (
    <Part waiting={<Loading what={t('the page')} lines={4} />}>
      <Addresses />
    </Part>
  );
}

function Addresses() {
  return (
    <Switch>
      <Route path="/" component={FirstPage} />
      <Route path="/alerts" component={desk.AlertsPage} />
      <Route path="/figures" component={desk.FiguresPage} />
      <Route path="/account" component={desk.AccountPage} />
      <Route path="/letters" component={desk.LettersPage} />
      {orderPages.map(([path, page]) => (
        <Route key={path} path={path} component={page} />
      ))}
      {registers.map(([path, page]) => (
        <Route key={path} path={path} component={page} />
      ))}
      <Route path="/audit" component={desk.AuditPage} />
      <Route path="/policies" component={desk.PoliciesPage} />
      <Route path="/policies/:version/new">
        {({ version }) => <desk.NewPolicyPage key={version} from={version} />}
      </Route>
      <Route path="/policies/:version">{({ version }) => <desk.PolicyPage key={version} version={version} />}</Route>
      <Route path="/shipments/:id/deviations/:deviation/spear">
        {({ id, deviation }) => <desk.SpearPage shipment={id} deviation={deviation} />}
      </Route>
      <Route path="/trips/:id">{({ id }) => <desk.TripPage key={id} id={id} />}</Route>
      <Route path="/shipments/:id/decision">{({ id }) => <desk.DecisionPage key={id} id={id} />}</Route>
      <Route path="/shipments/:id">{({ id }) => <desk.ShipmentPage key={id} id={id} />}</Route>
      <Route>
        <Nothing title={t('There is no such page')}>
          <Link href="/">{t('Go to the board')}</Link>
        </Nothing>
      </Route>
    </Switch>
  );
}
