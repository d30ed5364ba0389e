import { Controller, Header } from '@nestjs/common';
import { Route } from '../http/route.js';
import { routes } from '../routes/route-table.js';
import { openApiDocument } from './open-api-document.js';
import { descriptionPage } from './page.js';
import { pageStyle } from './page-style.js';

/** The description: for programs, and for people. */
@Controller()
export class DescriptionController {
  private made: { readonly document: Readonly<Record<string, unknown>>; readonly page: string } | undefined;

  @Route(routes.openApi)
  openApi(): unknown {
    return this.description().document;
  }

  @Route(routes.docs)
  @Header('Content-Type', 'text/html; charset=utf-8')
  docs(): string {
    return this.description().page;
  }

  @Route(routes.docsStyle)
  @Header('Content-Type', 'text/css; charset=utf-8')
  style(): string {
    return pageStyle;
  }

  /** Made when it is first asked for: most processes never are. */
  private description() {
    if (this.made === undefined) {
      const document = openApiDocument();
      this.made = { document, page: descriptionPage(document) };
    }
    return this.made;
  }
}
