import { DeliveriesController } from './deliveries.controller.js';
import { EndpointsController } from './endpoints.controller.js';

/** What answers about what people and programs are told. */
export const deliveryControllers = [DeliveriesController, EndpointsController];
