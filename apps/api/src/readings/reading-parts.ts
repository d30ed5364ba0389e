import { LoggersController } from './loggers.controller.js';
import { ReadingsController } from './readings.controller.js';
import { TemperatureController } from './temperature.controller.js';

/** What takes readings, and answers about them and the devices that send them. */
export const readingControllers = [ReadingsController, LoggersController, TemperatureController];
