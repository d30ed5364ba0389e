import './desk.js';
import './offline.css';
import './scanner.css';
import './keys.css';
import './courier.css';
import './order.css';
import './print.css';
