import { Bringing } from './bringing.js';
import { ByLinkController } from './by-link.controller.js';
import { LinksController } from './links.controller.js';

/** What answers about links, and to those who hold one. */
export const linkControllers = [LinksController, ByLinkController];

/** What those work by. */
export const linkProviders = [Bringing];
