import type { paths } from './types.gen.js';

/** The API's answers under the names that the board uses. All are taken from the API's own description. */
type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

/** Which part of the list is shown. */
export type View = NonNullable<NonNullable<paths['/api/v1/shipments']['get']['parameters']['query']>['view']>;

export type Me = Answer<'/api/v1/me'>;
export type RowPage = Answer<'/api/v1/shipments'>;
export type Row = RowPage['items'][number];
export type SavedView = Answer<'/api/v1/account/saved-views'>['items'][number];
export type Task = Answer<'/api/v1/tasks'>['items'][number];
export type AlertInFull = Answer<'/api/v1/alerts'>['items'][number];
export type Shipment = Answer<'/api/v1/shipments/{id}'>;
export type Forecast = Answer<'/api/v1/shipments/{id}/forecast'>;
export type CountDecision = Answer<'/api/v1/shipments/{id}/decision'>;
export type DecisionOption = CountDecision['options'][number];
export type FactToCorrect = Answer<'/api/v1/shipments/{id}/log/{line}/correction'>;
export type LogLine = Answer<'/api/v1/shipments/{id}/log'>['items'][number];
export type Command = Answer<'/api/v1/commands'>['items'][number];
export type Action = Answer<'/api/v1/shipments/{id}/actions'>['actions'][number];
export type NotNow = Answer<'/api/v1/shipments/{id}/actions'>['notNow'][number];
export type Figures = Answer<'/api/v1/figures'>;
export type FiguresLine = Figures['items'][number];
export type Courier = Answer<'/api/v1/couriers'>['items'][number];
export type Temperature = Answer<'/api/v1/shipments/{id}/temperature'>;
export type Logger = Answer<'/api/v1/loggers'>['items'][number];
export type Subject = Answer<'/api/v1/shipments/{id}/identities'>['items'][number];
export type Identity = Answer<'/api/v1/shipments/{id}/identities/{subject}'>;
export type Grants = Answer<'/api/v1/shipments/{id}/identities/{subject}/disclosures'>;
export type Grant = Grants['items'][number];
export type DisclosureWish =
  paths['/api/v1/shipments/{id}/identities/{subject}/disclosures']['post']['requestBody']['content']['application/json'];
export type Disclosed = Answer<'/api/v1/shipments/{id}/disclosed'>['items'][number];
export type DisclosureRead = Answer<'/api/v1/shipments/{id}/disclosed/{subject}/{document}'>;
export type LettersOfShipment = Answer<'/api/v1/shipments/{id}/letters'>;
export type WrittenLetter = LettersOfShipment['written'][number];
export type ReceivedLetter = LettersOfShipment['received'][number];
export type QueuedLetter = Answer<'/api/v1/letters'>['items'][number];
export type LetterInFull = Answer<'/api/v1/letters/{id}'>;
export type LetterMark = LetterInFull['marks'][number];
export type Move = WrittenLetter['moves'][number];
export type ReturnReason = NonNullable<WrittenLetter['returnedFor']>;
export type LetterRuleListed = Answer<'/api/v1/letter-rules'>['items'][number];
export type LetterRuleName = NonNullable<
  NonNullable<
    paths['/api/v1/organisations/{id}/letter-rule']['put']['requestBody']
  >['content']['application/json']['rule']
>;
export type PolicyInFull = Answer<'/api/v1/policies/{version}'>;
export type PolicyFigure = PolicyInFull['figures'][number];
export type SpearDraft = Answer<'/api/v1/shipments/{id}/deviations/{deviation}/spear-draft'>;
export type PolicyListed = Answer<'/api/v1/policies'>['items'][number];
export type BorderRule = Answer<'/api/v1/rules'>['items'][number];
export type TripRules = Answer<'/api/v1/shipments/{id}/rules'>;
export type TripRule = TripRules['items'][number];
export type ShipmentPapers = Answer<'/api/v1/shipments/{id}/papers'>;
export type PlanPapers = ShipmentPapers['plans'][number];
export type PaperOfPlan = PlanPapers['papers'][number];
export type EarlierPaper = ShipmentPapers['earlier'][number];
export type PapersIssued =
  paths['/api/v1/shipments/{id}/papers']['post']['responses'][200]['content']['application/json'];
export type Pocket = Answer<'/api/v1/shipments/{id}/pocket'>;
export type ExpectedCode = Pocket['codes'][number];
export type OfficerLanguage = Pocket['officer'][number];
export type PaperFacts = Answer<'/api/v1/shipments/{id}/paper-facts'>;
export type Label = Answer<'/api/v1/shipments/{id}/labels'>['items'][number];
export type PrintQuery = NonNullable<paths['/api/v1/shipments/{id}/labels/pdf']['get']['parameters']['query']>;
export type LabelCode = Answer<'/api/v1/label-codes'>['items'][number];
export type LabelCodesImported =
  paths['/api/v1/label-codes/products/import']['post']['responses'][200]['content']['application/json'];
export type DeliveryLine = Answer<'/api/v1/deliveries'>['items'][number];
export type DeliveryInFull = Answer<'/api/v1/deliveries/{id}'>;
export type Endpoint = Answer<'/api/v1/endpoints'>['items'][number];
export type Bells = Answer<'/api/v1/bells'>;
export type Downtime = Answer<'/api/v1/downtimes'>['items'][number];
export type DowntimeOwner = Downtime['owners'][number];
export type DowntimeItem = DowntimeOwner['items'][number];
export type Organisation = Answer<'/api/v1/organisations'>['items'][number];
export type PeoplePage = Answer<'/api/v1/people'>;
export type Person = PeoplePage['items'][number];
export type Role = Person['role'];
export type Invitation = Answer<'/api/v1/invitations'>['items'][number];
export type OwnAccount = Answer<'/api/v1/account'>;
export type OwnSession = Answer<'/api/v1/account/sessions'>['items'][number];
export type OwnToken = Answer<'/api/v1/account/tokens'>['items'][number];
export type OwnCalendar = NonNullable<Answer<'/api/v1/account/calendar'>['calendar']>;
export type LinkPage = Answer<'/api/v1/shipments/{id}/links'>;
export type SignedLink = LinkPage['items'][number];
export type LinkTask = paths['/api/v1/by-link/look']['post']['responses'][200]['content']['application/json'];
export type AuditLine = Answer<'/api/v1/audit'>['items'][number];
export type Airport = Answer<'/api/v1/airports'>['items'][number];

export type StripMark = Row['strip'][number];
export type Mark = StripMark['mark'];
export type BagClock = NonNullable<Row['oldestBag']>;
export type Severity = AlertInFull['severity'];
export type Owner = Task['owner'];
export type Offer = Task['offers'][number];
export type Plan = Shipment['plans'][number];
export type Course = Shipment['courses'][number];
export type Milestone = Course['milestones'][number];
export type TimelineEntry = Shipment['timeline'][number];
export type Place = Row['from'];
export type OnCall = Answer<'/api/v1/on-call'>;
export type OnCallSpan = OnCall['spans'][number];
export type RosterBody = paths['/api/v1/on-call']['put']['requestBody']['content']['application/json'];
export type Telling = Answer<'/api/v1/account/telling'>;
