/** What every page is made of, and the pages of the desk, in this order. */
import './tokens.css';
import './base.css';
import './shell.css';
import './board.css';
import './shipment.css';
import './map.css';
import './time-chart.css';
import './decision.css';
import './papers.css';
import './form.css';
import './figures.css';
import './figure-charts.css';
import './register.css';
import './account.css';
import './letters.css';
