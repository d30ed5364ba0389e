import { Controller, Header } from '@nestjs/common';
import { Route } from '../http/route.js';
import { routes } from '../routes/route-table.js';
import { openApiDocument } from './open-api-document.js';
import { descriptionPage } from './page.js';
import { pageStyle } from './page-style.js';

/** The description: for programs, and for people. */
@Controller()
export class DescriptionController {
  private readonly document = openApiDocument();
  private readonly page = descriptionPage(this.document);

  @Route(routes.openApi)
  openApi(): unknown {
    return this.document;
  }

  @Route(routes.docs)
  @Header('Content-Type', 'text/html; charset=utf-8')
  docs(): string {
    return this.page;
  }

  @Route(routes.docsStyle)
  @Header('Content-Type', 'text/css; charset=utf-8')
  style(): string {
    return pageStyle;
  }
}
