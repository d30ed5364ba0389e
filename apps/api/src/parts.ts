import type { ClockDifference, Config, HealthChecks, Logger, Metrics, Passwords } from '@cellrelay/platform';
import type {
  AccountStore,
  AuditStore,
  Airports,
  CalendarFeeds,
  CalendarStore,
  BoardQuestions,
  BoardStore,
  BorderRules,
  ChangeStream,
  Clock,
  Mailer,
  OnCallStore,
  OwnAccounts,
  PaperFactsRegister,
  PaperIssuing,
  PaperPrinting,
  PaperQuestions,
  PeopleStore,
  Disclosures,
  DeliveryRecord,
  DowntimeStore,
  EndpointStore,
  Exports,
  FiguresStore,
  DecisionQuestion,
  ForecastQuestions,
  Identities,
  LabelCodes,
  LetterRuleChoice,
  ReadingFiles,
  ImportOrders,
  Letters,
  Links,
  LoggerRegister,
  SitePolicies,
  CourierPool,
  ShipmentLabels,
  ShipmentPocket,
  IdentityProvider,
  ProviderLinks,
  ReadingIntake,
  RequestMails,
  SavedViewStore,
  Scans,
  TakeCommand,
  TemperatureQuestion,
  WordsReader,
} from '@cellrelay/use-cases';
import type { AirportFound } from './routes/components.js';

/** What the board asks. Undefined: there is no such shipment. A cursor that is none is refused. */
export type Questions = Pick<BoardQuestions, keyof BoardQuestions>;

/** The site's policies. */
export type SitesPolicies = Pick<SitePolicies, keyof SitePolicies>;

/** The world's airports, searchable by code, city or name. */
export interface SearchableAirports extends Airports {
  search(text: string, limit: number): readonly AirportFound[];
}

/** Papers: asked about, issued, printed and sent, and what of them is carried in a phone. */
export interface PaperParts {
  readonly questions: Pick<PaperQuestions, keyof PaperQuestions>;
  readonly issuing: Pick<PaperIssuing, keyof PaperIssuing>;
  readonly printing: Pick<PaperPrinting, keyof PaperPrinting>;
  /** Sent with requests to customs and airport security. */
  readonly mails: Pick<RequestMails, keyof RequestMails>;
  readonly pocket: Pick<ShipmentPocket, keyof ShipmentPocket>;
}

/** A certificate of this machine's own, and the names that it vouches for now. */
export interface LocalTls {
  readonly certificate: { readonly cert: string; readonly key: string };
  /** Whether that Host header names one of them. */
  readonly serves: (hostHeader: string) => boolean;
}

/** Everything the API is made of. apps/ops supplies the real parts; specs supply small ones. */
export interface ApiParts {
  readonly takeCommand: Pick<TakeCommand, 'take'>;
  readonly questions: Questions;
  readonly forecasts: Pick<ForecastQuestions, 'forecast'>;
  readonly decisions: Pick<DecisionQuestion, 'decision'>;
  readonly policies: SitesPolicies;
  readonly rules: Pick<BorderRules, keyof BorderRules>;
  readonly labelCodes: Pick<LabelCodes, keyof LabelCodes>;
  readonly labels: Pick<ShipmentLabels, keyof ShipmentLabels>;
  readonly paperFacts: Pick<PaperFactsRegister, keyof PaperFactsRegister>;
  readonly papers: PaperParts;
  readonly figures: FiguresStore;
  readonly accounts: AccountStore;
  readonly ownAccounts: OwnAccounts;
  readonly people: PeopleStore;
  /** For parties that have no account. */
  readonly links: Pick<Links, keyof Links>;
  readonly calendars: Pick<CalendarStore, 'own' | 'make' | 'end'>;
  /** Each account's own views of the list. */
  readonly savedViews: SavedViewStore;
  readonly calendarFeeds: Pick<CalendarFeeds, 'of'>;
  /** What sends letters; unless given, none are sent. */
  readonly mailer?: Mailer;
  readonly passwords: Passwords;
  /** Rows for the live stream. */
  readonly board: Pick<BoardStore, 'rows' | 'own'>;
  readonly changes: ChangeStream;
  readonly airports: SearchableAirports;
  readonly couriers: CourierPool;
  readonly onCall: OnCallStore;
  readonly identities: Pick<Identities, keyof Identities>;
  readonly disclosures: Pick<Disclosures, keyof Disclosures>;
  readonly letters: Pick<Letters, keyof Letters>;
  readonly letterRules: Pick<LetterRuleChoice, keyof LetterRuleChoice>;
  /** Orders by file. */
  readonly orders: Pick<ImportOrders, 'preview' | 'import'>;
  readonly readingFiles: Pick<ReadingFiles, keyof ReadingFiles>;
  readonly scans: Pick<Scans, keyof Scans>;
  /** Tells sealed words to whoever may read them. Unless given, nobody may. */
  readonly words?: WordsReader;
  readonly loggers: LoggerRegister;
  readonly intake: ReadingIntake;
  readonly temperature: Pick<TemperatureQuestion, keyof TemperatureQuestion>;
  /** What people and programs are told. */
  readonly deliveryRecord: DeliveryRecord;
  readonly endpoints: EndpointStore;
  readonly downtimes: DowntimeStore;
  readonly audit: AuditStore;
  /** Whole chains, signed. */
  readonly exports: Pick<Exports, 'of'>;
  readonly clock: Clock;
  /** How the database's clock differed from this process's when that was looked at last; null before the first look. Unless given, nobody looks. */
  readonly clockDifference?: () => ClockDifference | null;
  readonly config: Config;
  readonly logger: Logger;
  /** What counts; unless given, nothing does. */
  readonly metrics?: Pick<Metrics, 'ask'>;
  /** What readiness asks: `database`, `migrations`, and `worker` where one runs. */
  readonly health: HealthChecks;
  /** Whether an error says that the database cannot be reached, rather than that we have a defect. Unless given, every error is a defect. */
  readonly outage?: (error: unknown) => boolean;
  /** The provider that people may sign in by, and who is linked to it. Unless given, there is none. */
  readonly oidc?: { readonly provider: IdentityProvider; readonly links: ProviderLinks };
  /** HTTPS by a certificate of this machine's own. Unless given, the server speaks HTTP, and TLS is for a proxy in front to end. */
  readonly localTls?: LocalTls;
  /** Folder of the built board, or null when it is not built. */
  readonly boardFolder: string | null;
}
