-- The schema as the migrations leave it. Generated from the catalogue of a migrated database: do not edit.

create table cellrelay.account (
  id uuid not null default gen_random_uuid(),
  name text not null,
  password_hash text not null,
  created_at timestamp with time zone not null default cellrelay.wall_clock(),
  organisation uuid not null,
  person text not null,
  role text not null,
  courier text,
  ended_at timestamp with time zone,
  example boolean not null default false,
  constraint account_name_key UNIQUE (name),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_of_organisation FOREIGN KEY (organisation) REFERENCES cellrelay.organisation(id),
  constraint account_role CHECK ((role = ANY (ARRAY['coordinator'::text, 'physician'::text, 'laboratory'::text, 'courier'::text, 'screener'::text, 'auditor'::text, 'administrator'::text])))
);

create table cellrelay.account_oidc (
  issuer text not null,
  subject text not null,
  account uuid not null,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint account_oidc_once UNIQUE (account, issuer),
  constraint account_oidc_pkey PRIMARY KEY (issuer, subject),
  constraint account_oidc_of_account FOREIGN KEY (account) REFERENCES cellrelay.account(id) ON DELETE CASCADE
);

create table cellrelay.agenda_item (
  id bigint not null default nextval('cellrelay.agenda_item_id_seq'::regclass),
  shipment uuid not null,
  key text not null,
  revision integer not null default 1,
  due_at timestamp with time zone not null,
  stage text not null,
  kind text not null,
  does text not null,
  owner text not null,
  offered boolean not null,
  obligation json not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  attempts integer not null default 0,
  lease_until timestamp with time zone,
  lease_token uuid,
  try_after timestamp with time zone,
  parked_at timestamp with time zone,
  last_error text,
  constraint agenda_item_pkey PRIMARY KEY (id),
  constraint agenda_item_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id)
);

create table cellrelay.alert_notice (
  id bigint not null default nextval('cellrelay.alert_notice_id_seq'::regclass),
  key text not null,
  shipment uuid not null,
  alert text not null,
  account uuid not null,
  channel text not null,
  severity text not null,
  ends boolean not null,
  notice json not null,
  not_before timestamp with time zone,
  noted_at timestamp with time zone not null default cellrelay.wall_clock(),
  delivery text,
  settled_at timestamp with time zone,
  looked_at timestamp with time zone not null default cellrelay.wall_clock(),
  ended_at timestamp with time zone,
  constraint alert_notice_key_key UNIQUE (key),
  constraint alert_notice_pkey PRIMARY KEY (id),
  constraint alert_notice_of_account FOREIGN KEY (account) REFERENCES cellrelay.account(id) ON DELETE CASCADE,
  constraint alert_notice_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE,
  constraint alert_notice_channel CHECK ((channel = ANY (ARRAY['mail'::text, 'sms'::text, 'voice'::text])))
);

create table cellrelay.api_token (
  id uuid not null default gen_random_uuid(),
  account uuid not null,
  name text not null,
  scope text not null,
  token_hash text not null,
  created_at timestamp with time zone not null default cellrelay.wall_clock(),
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint api_token_token_hash_key UNIQUE (token_hash),
  constraint api_token_pkey PRIMARY KEY (id),
  constraint api_token_of_account FOREIGN KEY (account) REFERENCES cellrelay.account(id),
  constraint api_token_scope CHECK ((scope = ANY (ARRAY['read'::text, 'command'::text])))
);

create table cellrelay.audit_entry (
  seq bigint not null,
  at timestamp with time zone not null,
  text text not null,
  hash text not null,
  kind text not null,
  about text not null,
  constraint audit_entry_pkey PRIMARY KEY (seq)
);

create table cellrelay.bell_beat (
  what text not null default 'bells'::text,
  beat_at timestamp with time zone not null default cellrelay.wall_clock(),
  well_at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint bell_beat_pkey PRIMARY KEY (what)
);

create table cellrelay.border_rule (
  rule text not null,
  version integer not null,
  body json not null,
  person text not null,
  reason text not null,
  by text not null,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint border_rule_pkey PRIMARY KEY (rule, version)
);

create table cellrelay.calendar (
  account uuid not null,
  token_hash text,
  scope text not null,
  made_at timestamp with time zone not null default cellrelay.wall_clock(),
  last_used_at timestamp with time zone,
  revision integer not null,
  told_at timestamp with time zone,
  told_as text not null,
  told json not null,
  constraint calendar_token_hash_key UNIQUE (token_hash),
  constraint calendar_pkey PRIMARY KEY (account),
  constraint calendar_of_account FOREIGN KEY (account) REFERENCES cellrelay.account(id) ON DELETE CASCADE,
  constraint calendar_scope CHECK ((scope = ANY (ARRAY['all'::text, 'tasks'::text])))
);

create table cellrelay.command_answer (
  id text not null,
  shipment uuid not null,
  body_hash text not null,
  answer json not null,
  at timestamp with time zone not null,
  constraint command_answer_pkey PRIMARY KEY (id),
  constraint command_answer_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id)
);

create table cellrelay.courier (
  id text not null,
  name text not null,
  record json not null,
  search_text text not null,
  changed_at timestamp with time zone not null default cellrelay.wall_clock(),
  revision integer not null default 1,
  constraint courier_pkey PRIMARY KEY (id)
);

create table cellrelay.delivery (
  id bigint not null default nextval('cellrelay.delivery_id_seq'::regclass),
  key text not null,
  channel text not null,
  destination text not null,
  organisation uuid not null,
  account uuid,
  endpoint uuid,
  shipment uuid,
  urgency integer not null,
  series text,
  body json not null,
  status text not null default 'waiting'::text,
  created_at timestamp with time zone not null default cellrelay.wall_clock(),
  asked_at timestamp with time zone not null default cellrelay.wall_clock(),
  tried_before integer not null default 0,
  next_at timestamp with time zone not null default cellrelay.wall_clock(),
  attempts integer not null default 0,
  lease_until timestamp with time zone,
  lease_token uuid,
  ended_at timestamp with time zone,
  settled_at timestamp with time zone,
  constraint delivery_key_key UNIQUE (key),
  constraint delivery_pkey PRIMARY KEY (id),
  constraint delivery_of_account FOREIGN KEY (account) REFERENCES cellrelay.account(id) ON DELETE CASCADE,
  constraint delivery_of_organisation FOREIGN KEY (organisation) REFERENCES cellrelay.organisation(id) ON DELETE CASCADE,
  constraint delivery_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE,
  constraint delivery_channel CHECK ((channel = ANY (ARRAY['mail'::text, 'sms'::text, 'voice'::text, 'desk'::text, 'webhook'::text]))),
  constraint delivery_status CHECK ((status = ANY (ARRAY['waiting'::text, 'sent'::text, 'kept'::text, 'failed'::text, 'withdrawn'::text, 'unknown'::text]))),
  constraint delivery_to CHECK ((num_nonnulls(account, endpoint) =
CASE channel
    WHEN 'desk'::text THEN 0
    ELSE 1
END))
);

create table cellrelay.delivery_attempt (
  delivery bigint not null,
  number integer not null,
  token uuid not null,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  ended_at timestamp with time zone,
  outcome text,
  says text,
  code text,
  constraint delivery_attempt_pkey PRIMARY KEY (delivery, number),
  constraint delivery_attempt_of_delivery FOREIGN KEY (delivery) REFERENCES cellrelay.delivery(id) ON DELETE CASCADE,
  constraint delivery_attempt_outcome CHECK ((outcome = ANY (ARRAY['sent'::text, 'kept'::text, 'refused'::text, 'later'::text, 'unknown'::text, 'ended'::text])))
);

create table cellrelay.disclosure_grant (
  id uuid not null default gen_random_uuid(),
  shipment uuid not null,
  side text not null,
  subject text not null,
  key uuid not null,
  document text not null,
  fields text[] not null,
  granter uuid not null,
  reader uuid not null,
  reader_part text not null,
  basis text not null,
  citation text not null,
  rule text,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  valid_until timestamp with time zone not null,
  asked_by text not null,
  asked json not null,
  approved_by text,
  approved json,
  revoked json,
  last_read_at timestamp with time zone,
  constraint disclosure_grant_pkey PRIMARY KEY (id),
  constraint disclosure_grant_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE,
  constraint disclosure_grant_approved CHECK (((approved_by IS NULL) = (approved IS NULL))),
  constraint disclosure_grant_basis CHECK ((basis = ANY (ARRAY['law'::text, 'registry-rule'::text, 'consent'::text]))),
  constraint disclosure_grant_fields CHECK ((cardinality(fields) > 0)),
  constraint disclosure_grant_side CHECK ((side = ANY (ARRAY['donor'::text, 'patient'::text]))),
  constraint disclosure_grant_to_another CHECK ((reader <> granter)),
  constraint disclosure_grant_two_people CHECK ((approved_by <> asked_by))
);

create table cellrelay.downtime (
  id bigint not null default nextval('cellrelay.downtime_id_seq'::regclass),
  from_at timestamp with time zone not null,
  noticed_at timestamp with time zone not null default cellrelay.wall_clock(),
  to_at timestamp with time zone,
  constraint downtime_pkey PRIMARY KEY (id)
);

create table cellrelay.downtime_dismissal (
  downtime bigint not null,
  account uuid not null,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint downtime_dismissal_pkey PRIMARY KEY (downtime, account),
  constraint downtime_dismissal_of_account FOREIGN KEY (account) REFERENCES cellrelay.account(id) ON DELETE CASCADE,
  constraint downtime_dismissal_of_downtime FOREIGN KEY (downtime) REFERENCES cellrelay.downtime(id)
);

create table cellrelay.downtime_item (
  downtime bigint not null,
  item bigint not null,
  revision integer not null,
  shipment uuid not null,
  key text not null,
  due_at timestamp with time zone not null,
  owner text not null,
  obligation json not null,
  constraint downtime_item_pkey PRIMARY KEY (downtime, item, revision),
  constraint downtime_item_of_downtime FOREIGN KEY (downtime) REFERENCES cellrelay.downtime(id),
  constraint downtime_item_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE
);

create table cellrelay.event (
  shipment uuid not null,
  seq integer not null,
  text text not null,
  hash text not null,
  position bigint not null default nextval('cellrelay.event_position_seq'::regclass),
  tx bigint not null default cellrelay.this_transaction(),
  constraint event_pkey PRIMARY KEY (shipment, seq),
  constraint event_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id)
);

create table cellrelay.figure (
  shipment uuid not null,
  example boolean not null,
  year integer not null,
  country text,
  region text,
  domestic boolean,
  product text not null,
  outcome text not null,
  reason text,
  ages_minutes integer[] not null,
  doses double precision[] not null,
  bags_ended integer not null,
  bags_in_target integer not null,
  bags_in_limit integer not null,
  door_minutes integer[] not null default '{}'::integer[],
  excursions integer,
  slack_eater text,
  constraint figure_pkey PRIMARY KEY (shipment),
  constraint figure_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE
);

create table cellrelay.identity (
  id uuid not null default gen_random_uuid(),
  shipment uuid not null,
  side text not null,
  subject text not null,
  holder uuid not null,
  key uuid,
  sealed bytea,
  revision integer not null default 1,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  erased_at timestamp with time zone,
  erasure_asked json,
  last_look json,
  last_change json,
  constraint identity_subject UNIQUE (shipment, side, subject),
  constraint identity_pkey PRIMARY KEY (id),
  constraint identity_of_holder FOREIGN KEY (holder) REFERENCES cellrelay.organisation(id),
  constraint identity_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE,
  constraint identity_key_and_sealed CHECK (((key IS NULL) = (sealed IS NULL))),
  constraint identity_side CHECK ((side = ANY (ARRAY['donor'::text, 'patient'::text])))
);

create table cellrelay.identity_key (
  id uuid not null,
  shipment uuid not null,
  side text not null,
  subject text not null,
  wrapped_by text not null,
  wrapped bytea not null,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint identity_key_pkey PRIMARY KEY (id),
  constraint identity_key_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE,
  constraint identity_key_side CHECK ((side = ANY (ARRAY['donor'::text, 'patient'::text])))
);

create table cellrelay.invitation (
  id uuid not null default gen_random_uuid(),
  organisation uuid not null,
  person text not null,
  role text not null,
  courier text,
  mail text,
  mailed text,
  token_hash text not null,
  created_at timestamp with time zone not null default cellrelay.wall_clock(),
  expires_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  outside boolean not null default false,
  released_at timestamp with time zone,
  constraint invitation_token_hash_key UNIQUE (token_hash),
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_of_organisation FOREIGN KEY (organisation) REFERENCES cellrelay.organisation(id),
  constraint invitation_mailed CHECK ((mailed = ANY (ARRAY['sent'::text, 'failed'::text]))),
  constraint invitation_role CHECK ((role = ANY (ARRAY['coordinator'::text, 'physician'::text, 'laboratory'::text, 'courier'::text, 'screener'::text, 'auditor'::text, 'administrator'::text])))
);

create table cellrelay.label_code (
  list text not null,
  key text not null,
  version integer not null,
  body json,
  source text,
  as_of date,
  reason text,
  person text not null,
  by text not null,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint label_code_pkey PRIMARY KEY (list, key, version),
  constraint label_code_ended CHECK ((num_nulls(body, source, as_of) =
CASE
    WHEN (reason IS NULL) THEN 0
    ELSE 3
END)),
  constraint label_code_list CHECK ((list = ANY (ARRAY['products'::text, 'blood-groups'::text])))
);

create table cellrelay.letter (
  id uuid not null default gen_random_uuid(),
  shipment uuid not null,
  side text not null,
  subject text not null,
  organisation uuid not null,
  state text not null,
  revision integer not null default 1,
  returned_for text,
  received uuid default gen_random_uuid(),
  at timestamp with time zone not null default cellrelay.wall_clock(),
  moved_at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint letter_pkey PRIMARY KEY (id),
  constraint letter_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE,
  constraint letter_side CHECK ((side = ANY (ARRAY['donor'::text, 'patient'::text]))),
  constraint letter_state CHECK ((state = ANY (ARRAY['written'::text, 'screening'::text, 'across'::text, 'returned'::text, 'withdrawn'::text])))
);

create table cellrelay.letter_received (
  id uuid not null,
  shipment uuid not null,
  side text not null,
  state text not null,
  revision integer not null default 1,
  returned_for text,
  key uuid,
  sealed bytea,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  read_at timestamp with time zone,
  constraint letter_received_pkey PRIMARY KEY (id),
  constraint letter_received_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE,
  constraint letter_received_key_and_sealed CHECK (((key IS NULL) = (sealed IS NULL))),
  constraint letter_received_key_while_read CHECK (((state = ANY (ARRAY['across'::text, 'released'::text])) OR (key IS NULL))),
  constraint letter_received_side CHECK ((side = ANY (ARRAY['donor'::text, 'patient'::text]))),
  constraint letter_received_state CHECK ((state = ANY (ARRAY['across'::text, 'sent-back'::text, 'withdrawn'::text, 'released'::text])))
);

create table cellrelay.letter_text (
  letter uuid not null,
  version integer not null,
  shipment uuid not null,
  side text not null,
  kind text not null,
  person text not null,
  key uuid,
  sealed bytea,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint letter_text_pkey PRIMARY KEY (letter, version),
  constraint letter_text_of_letter FOREIGN KEY (letter) REFERENCES cellrelay.letter(id) ON DELETE CASCADE,
  constraint letter_text_key_and_sealed CHECK (((key IS NULL) = (sealed IS NULL))),
  constraint letter_text_kind CHECK ((kind = ANY (ARRAY['text'::text, 'note'::text])))
);

create table cellrelay.link (
  id uuid not null,
  shipment uuid not null,
  command text not null,
  task text not null,
  addressee text not null,
  organisation text not null,
  mail text,
  mailed text,
  token_hash text not null,
  made_by text not null,
  made_for uuid not null,
  created_at timestamp with time zone not null default cellrelay.wall_clock(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint link_token_hash_key UNIQUE (token_hash),
  constraint link_pkey PRIMARY KEY (id),
  constraint link_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE,
  constraint link_ended_once CHECK (((used_at IS NULL) OR (revoked_at IS NULL))),
  constraint link_mailed CHECK ((mailed = ANY (ARRAY['sent'::text, 'failed'::text])))
);

create table cellrelay.logger (
  id text not null,
  organisation uuid not null,
  token_hash text,
  made_at timestamp with time zone not null default cellrelay.wall_clock(),
  last_heard_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint logger_token_hash_key UNIQUE (token_hash),
  constraint logger_pkey PRIMARY KEY (id),
  constraint logger_of_organisation FOREIGN KEY (organisation) REFERENCES cellrelay.organisation(id) ON DELETE CASCADE
);

create table cellrelay.logger_reading (
  shipment uuid not null,
  logger text not null,
  at timestamp with time zone not null,
  celsius double precision not null,
  received_at timestamp with time zone not null,
  constraint logger_reading_pkey PRIMARY KEY (shipment, logger, at)
);

create table cellrelay.maintenance (
  position bigint not null default nextval('cellrelay.event_position_seq'::regclass),
  tx bigint not null default cellrelay.this_transaction(),
  what text not null,
  shipment uuid not null,
  by text not null,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint maintenance_pkey PRIMARY KEY ("position")
);

create table cellrelay.migration (
  id integer not null default nextval('cellrelay.migration_id_seq'::regclass),
  timestamp bigint not null,
  name character varying not null,
  constraint PK_3043fc6b8af7c99b8b98830094f PRIMARY KEY (id)
);

create table cellrelay.oidc_pending (
  token_hash text not null,
  session text,
  expires_at timestamp with time zone not null,
  constraint oidc_pending_pkey PRIMARY KEY (token_hash),
  constraint oidc_pending_of_session FOREIGN KEY (session) REFERENCES cellrelay.session(token_hash) ON DELETE CASCADE
);

create table cellrelay.on_call_roster (
  organisation uuid not null,
  roster json not null,
  revision integer not null default 1,
  changed_at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint on_call_roster_pkey PRIMARY KEY (organisation),
  constraint on_call_roster_of_organisation FOREIGN KEY (organisation) REFERENCES cellrelay.organisation(id) ON DELETE CASCADE
);

create table cellrelay.organisation (
  id uuid not null default gen_random_uuid(),
  name text not null,
  kind text not null,
  example boolean not null default false,
  created_at timestamp with time zone not null default cellrelay.wall_clock(),
  letter_rule text,
  constraint organisation_name_key UNIQUE (name),
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_kind CHECK ((kind = ANY (ARRAY['operator'::text, 'registry'::text, 'collection-centre'::text, 'transplant-centre'::text, 'courier-company'::text])))
);

create table cellrelay.paper_document (
  document text not null,
  shipment uuid not null,
  plan integer not null,
  kind text not null,
  of text,
  reference text not null,
  content text not null,
  sha256 text not null,
  facts json not null,
  made_at timestamp with time zone not null,
  code text,
  command text not null,
  by text not null,
  kept_at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint paper_document_pkey PRIMARY KEY (document),
  constraint paper_document_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE
);

create table cellrelay.paper_fact (
  kind text not null,
  about text not null,
  revision integer not null,
  shipment uuid,
  organisation uuid,
  body json not null,
  by text not null,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint paper_fact_pkey PRIMARY KEY (kind, about, revision),
  constraint paper_fact_of_organisation FOREIGN KEY (organisation) REFERENCES cellrelay.organisation(id) ON DELETE CASCADE,
  constraint paper_fact_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE,
  constraint paper_fact_kind CHECK ((kind = ANY (ARRAY['site'::text, 'postal'::text, 'passport'::text, 'markers'::text, 'value'::text, 'party'::text]))),
  constraint paper_fact_revision CHECK ((revision > 0))
);

create table cellrelay.paper_mark (
  shipment uuid not null,
  revision uuid not null,
  marked_at timestamp with time zone not null,
  tries integer not null default 0,
  try_after timestamp with time zone,
  constraint paper_mark_pkey PRIMARY KEY (shipment),
  constraint paper_mark_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE
);

create table cellrelay.paper_spread (
  what text not null,
  after uuid,
  constraint paper_spread_pkey PRIMARY KEY (what)
);

create table cellrelay.past_total (
  id bigint not null default nextval('cellrelay.past_total_id_seq'::regclass),
  year integer not null,
  country text,
  region text,
  product text not null,
  count integer,
  source text not null,
  reason text not null,
  by text not null,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint past_total_pkey PRIMARY KEY (id)
);

create table cellrelay.policy (
  version text not null,
  position bigint not null default nextval('cellrelay.policy_position_seq'::regclass),
  body json not null,
  owner text not null,
  approver text not null,
  source text not null,
  by text not null,
  created_at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint policy_pkey PRIMARY KEY (version)
);

create table cellrelay.reading_mark (
  shipment uuid not null,
  revision uuid not null,
  marked_at timestamp with time zone not null,
  tries integer not null default 0,
  try_after timestamp with time zone,
  constraint reading_mark_pkey PRIMARY KEY (shipment)
);

create table cellrelay.reading_month (
  month text not null,
  constraint reading_month_pkey PRIMARY KEY (month),
  constraint reading_month_form CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text))
);

create table cellrelay.recovery_code (
  account uuid not null,
  hash text not null,
  constraint recovery_code_pkey PRIMARY KEY (account, hash),
  constraint recovery_code_of_account FOREIGN KEY (account) REFERENCES cellrelay.account(id)
);

create table cellrelay.rule_confirmation (
  id uuid not null default gen_random_uuid(),
  rule text not null,
  version integer not null,
  person text not null,
  source text not null,
  confirmed_on date not null,
  until date,
  example boolean not null,
  by text not null,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawn_for text,
  constraint rule_confirmation_pkey PRIMARY KEY (id),
  constraint rule_confirmation_withdrawn CHECK ((num_nulls(withdrawn_at, withdrawn_by, withdrawn_for) = ANY (ARRAY[0, 3])))
);

create table cellrelay.saved_view (
  account uuid not null,
  id uuid not null,
  name text not null,
  view text not null,
  q text not null,
  saved_at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint saved_view_pkey PRIMARY KEY (account, id),
  constraint saved_view_of_account FOREIGN KEY (account) REFERENCES cellrelay.account(id) ON DELETE CASCADE,
  constraint saved_view_name CHECK (((char_length(name) >= 1) AND (char_length(name) <= 60))),
  constraint saved_view_view CHECK ((view = ANY (ARRAY['all'::text, 'urgent'::text, 'mine'::text, 'air'::text, 'decisions'::text])))
);

create table cellrelay.scan (
  shipment uuid not null,
  scan text not null,
  key uuid not null,
  sealed bytea not null,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint scan_pkey PRIMARY KEY (shipment, scan),
  constraint scan_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE
);

create table cellrelay.second_factor (
  account uuid not null,
  sealed text not null,
  set_at timestamp with time zone,
  last_step bigint,
  constraint second_factor_pkey PRIMARY KEY (account),
  constraint second_factor_of_account FOREIGN KEY (account) REFERENCES cellrelay.account(id)
);

create table cellrelay.session (
  token_hash text not null,
  account uuid not null,
  created_at timestamp with time zone not null default cellrelay.wall_clock(),
  expires_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null default cellrelay.wall_clock(),
  id uuid not null default gen_random_uuid(),
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_of_account FOREIGN KEY (account) REFERENCES cellrelay.account(id) ON DELETE CASCADE
);

create table cellrelay.shipment (
  id uuid not null,
  revision integer not null,
  last_hash text not null,
  fold_version integer not null,
  state json not null,
  live boolean not null,
  example boolean not null,
  reference text not null,
  severity smallint not null,
  next_due_at timestamp with time zone,
  search_text text not null,
  view json not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  unit text,
  shared_view json,
  shared_search text,
  constraint shipment_pkey PRIMARY KEY (id)
);

create table cellrelay.shipment_part (
  shipment uuid not null,
  part text not null,
  holder text not null,
  constraint shipment_part_pkey PRIMARY KEY (shipment, part, holder),
  constraint part_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE
);

create table cellrelay.signing_key (
  id text not null,
  public_key text not null,
  from_at timestamp with time zone not null default cellrelay.wall_clock(),
  retired_at timestamp with time zone,
  constraint signing_key_pkey PRIMARY KEY (id)
);

create table cellrelay.telling_wish (
  account uuid not null,
  wish json not null,
  changed_at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint telling_wish_pkey PRIMARY KEY (account),
  constraint telling_wish_of_account FOREIGN KEY (account) REFERENCES cellrelay.account(id) ON DELETE CASCADE
);

create table cellrelay.webhook_endpoint (
  id uuid not null,
  organisation uuid not null,
  url text not null,
  examples boolean not null,
  secret text not null,
  former text,
  former_until timestamp with time zone,
  cursor text not null,
  made_by text not null,
  created_at timestamp with time zone not null default cellrelay.wall_clock(),
  ended_at timestamp with time zone,
  ended_why text,
  constraint webhook_endpoint_pkey PRIMARY KEY (id),
  constraint webhook_endpoint_of_organisation FOREIGN KEY (organisation) REFERENCES cellrelay.organisation(id) ON DELETE CASCADE
);

create table cellrelay.words (
  shipment uuid not null,
  commitment text not null,
  organisation text not null,
  side text not null,
  key uuid,
  sealed bytea,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint words_pkey PRIMARY KEY (shipment, commitment, organisation),
  constraint words_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE,
  constraint words_key_and_sealed CHECK (((key IS NULL) = (sealed IS NULL))),
  constraint words_side CHECK ((side = ANY (ARRAY['donor'::text, 'patient'::text, 'operator'::text])))
);

create table cellrelay.words_key (
  id uuid not null,
  shipment uuid not null,
  side text not null,
  wrapped_by text not null,
  wrapped bytea not null,
  at timestamp with time zone not null default cellrelay.wall_clock(),
  constraint words_key_pkey PRIMARY KEY (id),
  constraint words_key_of_shipment FOREIGN KEY (shipment) REFERENCES cellrelay.shipment(id) ON DELETE CASCADE,
  constraint words_key_side CHECK ((side = ANY (ARRAY['donor'::text, 'patient'::text, 'operator'::text])))
);

-- Indexes
CREATE UNIQUE INDEX "PK_3043fc6b8af7c99b8b98830094f" ON cellrelay.migration USING btree (id);
CREATE UNIQUE INDEX account_courier ON cellrelay.account USING btree (courier) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX account_name_key ON cellrelay.account USING btree (name);
CREATE UNIQUE INDEX account_oidc_once ON cellrelay.account_oidc USING btree (account, issuer);
CREATE UNIQUE INDEX account_oidc_pkey ON cellrelay.account_oidc USING btree (issuer, subject);
CREATE INDEX account_organisation ON cellrelay.account USING btree (organisation);
CREATE UNIQUE INDEX account_pkey ON cellrelay.account USING btree (id);
CREATE INDEX agenda_item_due ON cellrelay.agenda_item USING btree (due_at, key) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX agenda_item_key ON cellrelay.agenda_item USING btree (shipment, key);
CREATE INDEX agenda_item_parked ON cellrelay.agenda_item USING btree (id) WHERE ((closed_at IS NULL) AND (parked_at IS NOT NULL));
CREATE UNIQUE INDEX agenda_item_pkey ON cellrelay.agenda_item USING btree (id);
CREATE INDEX agenda_item_rings ON cellrelay.agenda_item USING btree (due_at, key) WHERE ((closed_at IS NULL) AND (parked_at IS NULL) AND (does <> 'stand'::text));
CREATE INDEX alert_notice_account ON cellrelay.alert_notice USING btree (account);
CREATE INDEX alert_notice_delivery ON cellrelay.alert_notice USING btree (delivery);
CREATE UNIQUE INDEX alert_notice_key_key ON cellrelay.alert_notice USING btree (key);
CREATE UNIQUE INDEX alert_notice_pkey ON cellrelay.alert_notice USING btree (id);
CREATE INDEX alert_notice_shipment ON cellrelay.alert_notice USING btree (shipment, alert);
CREATE INDEX alert_notice_standing ON cellrelay.alert_notice USING btree (looked_at) WHERE ((ended_at IS NULL) AND (NOT ends));
CREATE INDEX alert_notice_unsettled ON cellrelay.alert_notice USING btree (delivery) WHERE ((settled_at IS NULL) AND (ended_at IS NULL) AND (NOT ends));
CREATE INDEX alert_notice_waiting ON cellrelay.alert_notice USING btree (id) WHERE ((delivery IS NULL) AND (ended_at IS NULL));
CREATE INDEX api_token_account ON cellrelay.api_token USING btree (account);
CREATE UNIQUE INDEX api_token_pkey ON cellrelay.api_token USING btree (id);
CREATE UNIQUE INDEX api_token_token_hash_key ON cellrelay.api_token USING btree (token_hash);
CREATE INDEX audit_entry_about ON cellrelay.audit_entry USING btree (about, seq);
CREATE INDEX audit_entry_at ON cellrelay.audit_entry USING btree (at, seq);
CREATE INDEX audit_entry_kind ON cellrelay.audit_entry USING btree (kind, seq);
CREATE UNIQUE INDEX audit_entry_pkey ON cellrelay.audit_entry USING btree (seq);
CREATE UNIQUE INDEX bell_beat_pkey ON cellrelay.bell_beat USING btree (what);
CREATE UNIQUE INDEX border_rule_pkey ON cellrelay.border_rule USING btree (rule, version);
CREATE UNIQUE INDEX calendar_pkey ON cellrelay.calendar USING btree (account);
CREATE UNIQUE INDEX calendar_token_hash_key ON cellrelay.calendar USING btree (token_hash);
CREATE UNIQUE INDEX command_answer_pkey ON cellrelay.command_answer USING btree (id);
CREATE INDEX command_answer_shipment ON cellrelay.command_answer USING btree (shipment);
CREATE UNIQUE INDEX courier_pkey ON cellrelay.courier USING btree (id);
CREATE INDEX delivery_account ON cellrelay.delivery USING btree (account);
CREATE UNIQUE INDEX delivery_attempt_pkey ON cellrelay.delivery_attempt USING btree (delivery, number);
CREATE INDEX delivery_ended ON cellrelay.delivery USING btree (ended_at);
CREATE UNIQUE INDEX delivery_key_key ON cellrelay.delivery USING btree (key);
CREATE INDEX delivery_organisation ON cellrelay.delivery USING btree (organisation, id);
CREATE UNIQUE INDEX delivery_pkey ON cellrelay.delivery USING btree (id);
CREATE INDEX delivery_series ON cellrelay.delivery USING btree (series, id) WHERE (series IS NOT NULL);
CREATE INDEX delivery_shipment ON cellrelay.delivery USING btree (shipment);
CREATE INDEX delivery_to_follow ON cellrelay.delivery USING btree (next_at, id) WHERE ((channel = 'desk'::text) AND (status = 'sent'::text) AND (settled_at IS NULL));
CREATE INDEX delivery_waiting ON cellrelay.delivery USING btree (urgency, next_at, id) WHERE (status = 'waiting'::text);
CREATE UNIQUE INDEX disclosure_grant_pkey ON cellrelay.disclosure_grant USING btree (id);
CREATE INDEX disclosure_grant_subject ON cellrelay.disclosure_grant USING btree (shipment, side, subject);
CREATE UNIQUE INDEX downtime_dismissal_pkey ON cellrelay.downtime_dismissal USING btree (downtime, account);
CREATE UNIQUE INDEX downtime_from ON cellrelay.downtime USING btree (from_at);
CREATE UNIQUE INDEX downtime_item_pkey ON cellrelay.downtime_item USING btree (downtime, item, revision);
CREATE INDEX downtime_item_shipment ON cellrelay.downtime_item USING btree (shipment);
CREATE UNIQUE INDEX downtime_pkey ON cellrelay.downtime USING btree (id);
CREATE UNIQUE INDEX event_pkey ON cellrelay.event USING btree (shipment, seq);
CREATE INDEX event_stream ON cellrelay.event USING btree (tx, "position");
CREATE UNIQUE INDEX figure_pkey ON cellrelay.figure USING btree (shipment);
CREATE INDEX figure_year ON cellrelay.figure USING btree (year);
CREATE UNIQUE INDEX identity_key_pkey ON cellrelay.identity_key USING btree (id);
CREATE INDEX identity_key_shipment ON cellrelay.identity_key USING btree (shipment);
CREATE UNIQUE INDEX identity_pkey ON cellrelay.identity USING btree (id);
CREATE UNIQUE INDEX identity_subject ON cellrelay.identity USING btree (shipment, side, subject);
CREATE INDEX invitation_open ON cellrelay.invitation USING btree (organisation) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX invitation_pkey ON cellrelay.invitation USING btree (id);
CREATE UNIQUE INDEX invitation_token_hash_key ON cellrelay.invitation USING btree (token_hash);
CREATE UNIQUE INDEX label_code_pkey ON cellrelay.label_code USING btree (list, key, version);
CREATE UNIQUE INDEX letter_pkey ON cellrelay.letter USING btree (id);
CREATE UNIQUE INDEX letter_received_pkey ON cellrelay.letter_received USING btree (id);
CREATE INDEX letter_received_shipment ON cellrelay.letter_received USING btree (shipment);
CREATE INDEX letter_shipment ON cellrelay.letter USING btree (shipment);
CREATE UNIQUE INDEX letter_text_pkey ON cellrelay.letter_text USING btree (letter, version);
CREATE INDEX letter_waiting ON cellrelay.letter USING btree (moved_at) WHERE (state = ANY (ARRAY['screening'::text, 'across'::text]));
CREATE UNIQUE INDEX link_pkey ON cellrelay.link USING btree (id);
CREATE INDEX link_shipment ON cellrelay.link USING btree (shipment, created_at, id);
CREATE UNIQUE INDEX link_token_hash_key ON cellrelay.link USING btree (token_hash);
CREATE INDEX logger_organisation ON cellrelay.logger USING btree (organisation, id);
CREATE UNIQUE INDEX logger_pkey ON cellrelay.logger USING btree (id);
CREATE UNIQUE INDEX logger_reading_pkey ON ONLY cellrelay.logger_reading USING btree (shipment, logger, at);
CREATE UNIQUE INDEX logger_token_hash_key ON cellrelay.logger USING btree (token_hash);
CREATE UNIQUE INDEX maintenance_pkey ON cellrelay.maintenance USING btree ("position");
CREATE INDEX maintenance_stream ON cellrelay.maintenance USING btree (tx, "position");
CREATE INDEX oidc_pending_expires ON cellrelay.oidc_pending USING btree (expires_at);
CREATE UNIQUE INDEX oidc_pending_pkey ON cellrelay.oidc_pending USING btree (token_hash);
CREATE INDEX oidc_pending_session ON cellrelay.oidc_pending USING btree (session);
CREATE UNIQUE INDEX on_call_roster_pkey ON cellrelay.on_call_roster USING btree (organisation);
CREATE UNIQUE INDEX organisation_name_key ON cellrelay.organisation USING btree (name);
CREATE UNIQUE INDEX organisation_operator ON cellrelay.organisation USING btree (kind) WHERE (kind = 'operator'::text);
CREATE UNIQUE INDEX organisation_pkey ON cellrelay.organisation USING btree (id);
CREATE INDEX paper_document_command ON cellrelay.paper_document USING btree (command);
CREATE UNIQUE INDEX paper_document_pkey ON cellrelay.paper_document USING btree (document);
CREATE INDEX paper_document_shipment ON cellrelay.paper_document USING btree (shipment);
CREATE INDEX paper_fact_organisation ON cellrelay.paper_fact USING btree (organisation) WHERE (organisation IS NOT NULL);
CREATE UNIQUE INDEX paper_fact_pkey ON cellrelay.paper_fact USING btree (kind, about, revision);
CREATE INDEX paper_fact_shipment ON cellrelay.paper_fact USING btree (shipment) WHERE (shipment IS NOT NULL);
CREATE UNIQUE INDEX paper_mark_pkey ON cellrelay.paper_mark USING btree (shipment);
CREATE UNIQUE INDEX paper_spread_pkey ON cellrelay.paper_spread USING btree (what);
CREATE UNIQUE INDEX past_total_pkey ON cellrelay.past_total USING btree (id);
CREATE INDEX past_total_year ON cellrelay.past_total USING btree (year);
CREATE INDEX policy_newest ON cellrelay.policy USING btree ("position");
CREATE UNIQUE INDEX policy_pkey ON cellrelay.policy USING btree (version);
CREATE UNIQUE INDEX reading_mark_pkey ON cellrelay.reading_mark USING btree (shipment);
CREATE UNIQUE INDEX reading_month_pkey ON cellrelay.reading_month USING btree (month);
CREATE UNIQUE INDEX recovery_code_pkey ON cellrelay.recovery_code USING btree (account, hash);
CREATE UNIQUE INDEX rule_confirmation_pkey ON cellrelay.rule_confirmation USING btree (id);
CREATE UNIQUE INDEX rule_confirmation_stands ON cellrelay.rule_confirmation USING btree (rule, version) WHERE (withdrawn_at IS NULL);
CREATE INDEX saved_view_of ON cellrelay.saved_view USING btree (account, saved_at);
CREATE UNIQUE INDEX saved_view_pkey ON cellrelay.saved_view USING btree (account, id);
CREATE UNIQUE INDEX scan_pkey ON cellrelay.scan USING btree (shipment, scan);
CREATE UNIQUE INDEX second_factor_pkey ON cellrelay.second_factor USING btree (account);
CREATE INDEX session_account ON cellrelay.session USING btree (account);
CREATE UNIQUE INDEX session_id ON cellrelay.session USING btree (id);
CREATE UNIQUE INDEX session_pkey ON cellrelay.session USING btree (token_hash);
CREATE INDEX shipment_list ON cellrelay.shipment USING btree (live, ((- severity)), COALESCE(next_due_at, 'infinity'::timestamp with time zone), id);
CREATE INDEX shipment_part_holder ON cellrelay.shipment_part USING btree (holder, shipment, part);
CREATE UNIQUE INDEX shipment_part_pkey ON cellrelay.shipment_part USING btree (shipment, part, holder);
CREATE UNIQUE INDEX shipment_pkey ON cellrelay.shipment USING btree (id);
CREATE UNIQUE INDEX shipment_unit ON cellrelay.shipment USING btree (unit, example) WHERE live;
CREATE INDEX shipment_unit_used ON cellrelay.shipment USING btree (unit) WHERE ((NOT live) AND (unit IS NOT NULL));
CREATE UNIQUE INDEX signing_key_pkey ON cellrelay.signing_key USING btree (id);
CREATE UNIQUE INDEX telling_wish_pkey ON cellrelay.telling_wish USING btree (account);
CREATE INDEX webhook_endpoint_organisation ON cellrelay.webhook_endpoint USING btree (organisation);
CREATE UNIQUE INDEX webhook_endpoint_pkey ON cellrelay.webhook_endpoint USING btree (id);
CREATE INDEX words_commitment ON cellrelay.words USING btree (commitment);
CREATE INDEX words_key_of_side ON cellrelay.words_key USING btree (shipment, side);
CREATE UNIQUE INDEX words_key_pkey ON cellrelay.words_key USING btree (id);
CREATE UNIQUE INDEX words_pkey ON cellrelay.words USING btree (shipment, commitment, organisation);
CREATE INDEX words_sealed_by ON cellrelay.words USING btree (key);

-- Sequences
create sequence cellrelay.agenda_item_id_seq as bigint;
create sequence cellrelay.alert_notice_id_seq as bigint;
create sequence cellrelay.delivery_id_seq as bigint;
create sequence cellrelay.downtime_id_seq as bigint;
create sequence cellrelay.event_position_seq as bigint;
create sequence cellrelay.migration_id_seq as integer;
create sequence cellrelay.past_total_id_seq as bigint;
create sequence cellrelay.policy_position_seq as bigint;

-- Functions
CREATE OR REPLACE FUNCTION cellrelay.answers_for_identity(of_shipment uuid, on_side text, held_by text, asking text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select case
    when cellrelay.stands_on_side(of_shipment, on_side, asking) then held_by = asking or not cellrelay.stands_on_side(of_shipment, on_side, held_by)
    else held_by = asking and not exists (
      select from cellrelay.shipment_part p where p.shipment = of_shipment and cellrelay.stands_on_side(of_shipment, on_side, p.holder))
  end
$function$;
CREATE OR REPLACE FUNCTION cellrelay.came_by_examples()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with recursive came (name) as (
    select a.name from cellrelay.account a join cellrelay.organisation o on o.id = a.organisation where a.example or o.example
    union
    select a.name from came
      join cellrelay.audit_entry e on e.kind = 'person-invited' and e.text::json -> 'by' ->> 'account' = came.name
      join cellrelay.invitation i on i.id::text = e.about and i.released_at is null
      join cellrelay.audit_entry m on m.kind = 'account-made' and m.text::json -> 'data' ->> 'invitation' = e.about
      join cellrelay.account a on a.id::text = m.about
  ) select name from came
$function$;
CREATE OR REPLACE FUNCTION cellrelay.clock()
 RETURNS timestamp with time zone
 LANGUAGE sql
AS $function$select clock_timestamp()$function$;
CREATE OR REPLACE FUNCTION cellrelay.disclosure_goes_on()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if old.approved is not null and (new.approved_by, new.approved::text) is distinct from (old.approved_by, old.approved::text) then
    raise exception 'this disclosure is approved already' using errcode = 'restrict_violation';
  end if;
  if old.revoked is not null and new.revoked::text is distinct from old.revoked::text then
    raise exception 'this disclosure is ended for good' using errcode = 'restrict_violation';
  end if;
  if old.approved is null and new.approved is not null and current_setting('cellrelay.organisation', true) is distinct from old.granter::text then
    raise exception 'the organisation that asks for a disclosure approves it' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;
CREATE OR REPLACE FUNCTION cellrelay.drop_received_key()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  before text := coalesce(current_setting('cellrelay.keeping', true), '');
begin
  perform set_config('cellrelay.keeping', 'yes', true);
  delete from cellrelay.identity_key k where k.id = old.key and k.shipment = old.shipment and k.side = old.side and k.subject = 'received/' || old.id;
  perform set_config('cellrelay.keeping', before, true);
  return new;
end $function$;
CREATE OR REPLACE FUNCTION cellrelay.erase_consent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  kept text := coalesce(current_setting('cellrelay.keeping', true), '');
begin
  perform set_config('cellrelay.keeping', 'yes', true);
  update cellrelay.disclosure_grant set citation = '' where shipment = old.shipment and side = old.side and subject = old.subject and basis = 'consent';
  perform set_config('cellrelay.keeping', kept, true);
  return null;
end $function$;
CREATE OR REPLACE FUNCTION cellrelay.erases_words(of_shipment uuid, on_side text, asking text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select (on_side = 'donor' or cellrelay.stands_on_side(of_shipment, on_side, asking)) and exists (
    select from cellrelay.identity i
    where i.shipment = of_shipment and i.side = on_side and cellrelay.answers_for_identity(i.shipment, i.side, i.holder::text, asking)
  ) and not exists (
    select from cellrelay.identity i where i.shipment = of_shipment and i.side = on_side and i.key is not null
  )
$function$;
CREATE OR REPLACE FUNCTION cellrelay.is_registry_of(of_shipment uuid, on_side text, asking text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (
    select from cellrelay.shipment_part p
    where p.shipment = of_shipment and p.holder = asking and p.part = on_side || '-registry' and on_side in ('donor', 'patient')
  )
$function$;
CREATE OR REPLACE FUNCTION cellrelay.keep_identity()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  asking text := current_setting('cellrelay.organisation', true);
  stands boolean := cellrelay.stands_on_side(old.shipment, old.side, asking);
begin
  if (new.key, new.sealed, new.revision, new.at, new.erased_at, new.erasure_asked::text, new.last_change::text)
    is not distinct from (old.key, old.sealed, old.revision, old.at, old.erased_at, old.erasure_asked::text, old.last_change::text) then
    return new;
  end if;
  if stands and new.sealed is distinct from old.sealed and not cellrelay.stands_on_side(old.shipment, old.side, old.holder::text) then
    new.holder := asking::uuid;
  end if;
  if stands or (cellrelay.answers_for_identity(old.shipment, old.side, old.holder::text, asking) and (new.sealed is null or new.sealed = old.sealed)) then
    return new;
  end if;
  raise exception 'Whoever stands on this side no more reads what it recorded, and changes it no more.' using errcode = 'insufficient_privilege';
end $function$;
CREATE OR REPLACE FUNCTION cellrelay.letters_left(of_shipment uuid, on_side text, of_subject text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  before text := coalesce(current_setting('cellrelay.keeping', true), '');
  found_any boolean;
begin
  perform set_config('cellrelay.keeping', 'yes', true);
  select exists (
    select from cellrelay.identity i
    join cellrelay.letter l on l.shipment = i.shipment and l.side = i.side and l.subject = i.subject
    left join cellrelay.letter_text t on t.letter = l.id
    left join cellrelay.letter_received r on r.id = l.received and r.state <> 'released'
    where i.shipment = of_shipment and i.side = on_side and i.subject = of_subject and (t.key is not null or r.key is not null)
    and cellrelay.answers_for_identity(i.shipment, i.side, i.holder::text, current_setting('cellrelay.organisation', true))
  ) into found_any;
  perform set_config('cellrelay.keeping', before, true);
  return found_any;
end $function$;
CREATE OR REPLACE FUNCTION cellrelay.make_reading_month()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  partition text := 'logger_reading_' || replace(new.month, '-', '_');
  starts date := (new.month || '-01')::date;
begin
  execute format('create table cellrelay.%I (like cellrelay.logger_reading including all)', partition);
  execute format('alter table cellrelay.logger_reading attach partition cellrelay.%I for values from (%L) to (%L)',
    partition, to_char(starts, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(starts + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
  return null;
end $function$;
CREATE OR REPLACE FUNCTION cellrelay.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and tg_table_name = 'event' and current_setting('cellrelay.removing_examples', true) = 'yes' then
    if exists (select from cellrelay.shipment s where s.id = old.shipment and s.example) then
      return old;
    end if;
  end if;
  raise exception 'cellrelay.% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'A recorded fact is corrected by a command, which is one more event.';
end $function$;
CREATE OR REPLACE FUNCTION cellrelay.refuse_downtime_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.to_at is null and new.to_at is not null
     and (new.id, new.from_at, new.noticed_at) = (old.id, old.from_at, old.noticed_at) then
    return new;
  end if;
  raise exception 'cellrelay.% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'A downtime ends once, and stays on record.';
end $function$;
CREATE OR REPLACE FUNCTION cellrelay.refuse_entry_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'cellrelay.% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'What was entered stays: enter another.';
end $function$;
CREATE OR REPLACE FUNCTION cellrelay.refuse_paper_fact_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and pg_trigger_depth() > 1 then
    return old;
  end if;
  raise exception 'cellrelay.% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'What was entered stays: enter another.';
end $function$;
CREATE OR REPLACE FUNCTION cellrelay.remove_example_people()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  examples uuid[];
  people uuid[];
  needed_by text;
  joined text;
  needing text;
  referenced text;
begin
  select coalesce(array_agg(locked.id), '{}') into examples
    from (select id from cellrelay.organisation where example order by id for update) locked;
  select o.name into needed_by from cellrelay.organisation o
    where o.id = any (examples) and exists (select from cellrelay.shipment_part p where p.holder = o.id::text) order by o.name limit 1;
  if found then
    raise exception '% stands in a shipment that is no example: take it out of that shipment first. Nothing was removed.', needed_by
      using errcode = 'restrict_violation';
  end if;
  select coalesce(array_agg(locked.id), '{}') into people
    from (select id from cellrelay.account where example or organisation = any (examples) order by id for update) locked;
  select a.name, o.name into joined, needed_by from cellrelay.account a join cellrelay.organisation o on o.id = a.organisation
    where a.id = any (people) and not a.example and a.ended_at is null order by a.name limit 1;
  if found then
    raise exception '% is somebody real who acts for %, and would go with it: end that account first. Nothing was removed.', joined, needed_by
      using errcode = 'restrict_violation';
  end if;
  select string_agg(a.name, ', ' order by a.name) into joined from cellrelay.account a
    where not a.example and a.ended_at is null and a.name in (select cellrelay.came_by_examples());
  if joined is not null then
    raise exception 'By invitations of invented people, whose password was printed, these came in and stand: %. End those accounts first; whoever belongs here is invited anew by somebody real. Nothing was removed.', joined
      using errcode = 'restrict_violation';
  end if;
  delete from cellrelay.session where account = any (people);
  delete from cellrelay.account_oidc where account = any (people);
  delete from cellrelay.api_token where account = any (people);
  delete from cellrelay.recovery_code where account = any (people);
  delete from cellrelay.second_factor where account = any (people);
  delete from cellrelay.account where id = any (people);
  delete from cellrelay.invitation where organisation = any (examples);
  delete from cellrelay.organisation where id = any (examples);
  return cardinality(people);
exception when foreign_key_violation then
  get stacked diagnostics needing = constraint_name, referenced = pg_exception_detail;
  if needing <> 'identity_of_holder' then raise; end if;
  select o.name into needed_by from cellrelay.organisation o where o.id::text = substring(referenced from '\(id\)=\(([0-9a-f-]+)\)');
  raise exception '% holds an identity of a shipment that is no example. Name a real organisation there in its place, and let that one write the record anew: then it holds it. Nothing was removed.', needed_by
    using errcode = 'restrict_violation';
end $function$;
CREATE OR REPLACE FUNCTION cellrelay.remove_examples(removed_by text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  ids uuid[];
begin
  select coalesce(array_agg(locked.id), '{}') into ids
    from (select id from cellrelay.shipment where example order by id for update) locked;
  perform set_config('cellrelay.removing_examples', 'yes', true);
  delete from cellrelay.agenda_item where shipment = any (ids);
  delete from cellrelay.command_answer where shipment = any (ids);
  delete from cellrelay.event where shipment = any (ids);
  delete from cellrelay.shipment where id = any (ids) and example;
  perform set_config('cellrelay.removing_examples', 'no', true);
  insert into cellrelay.maintenance (what, shipment, by) select 'example-removed', id, removed_by from unnest(ids) id;
  return query select unnest(ids);
end $function$;
CREATE OR REPLACE FUNCTION cellrelay.remove_readings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  delete from cellrelay.logger_reading where shipment = old.id;
  delete from cellrelay.reading_mark where shipment = old.id;
  return null;
end $function$;
CREATE OR REPLACE FUNCTION cellrelay.runs_this(asking text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from cellrelay.organisation o where o.id::text = asking and o.kind = 'operator')
$function$;
CREATE OR REPLACE FUNCTION cellrelay.spread_papers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into cellrelay.paper_spread (what, after) values ('entered', null)
  on conflict (what) do update set after = null;
  return null;
end $function$;
CREATE OR REPLACE FUNCTION cellrelay.stands_in(of_shipment uuid, asking text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (
    select from cellrelay.shipment_part p
    where p.shipment = of_shipment and p.holder = asking
      and p.part in ('donor-registry', 'collection-centre', 'patient-registry', 'transplant-centre', 'courier-company')
  ) or exists (select from cellrelay.organisation o where o.id::text = asking and o.kind = 'operator')
$function$;
CREATE OR REPLACE FUNCTION cellrelay.stands_on_side(of_shipment uuid, on_side text, asking text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (
    select from cellrelay.shipment_part p
    where p.shipment = of_shipment and p.holder = asking and p.part = any (case on_side
      when 'donor' then array['donor-registry', 'collection-centre']
      when 'patient' then array['patient-registry', 'transplant-centre']
    end)
  )
$function$;
CREATE OR REPLACE FUNCTION cellrelay.this_transaction()
 RETURNS bigint
 LANGUAGE sql
AS $function$select pg_current_xact_id()::text::bigint$function$;
CREATE OR REPLACE FUNCTION cellrelay.wall_clock()
 RETURNS timestamp with time zone
 LANGUAGE sql
AS $function$select clock_timestamp()$function$;

-- Triggers
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cellrelay.audit_entry FOR EACH ROW EXECUTE FUNCTION cellrelay.refuse_change() /* always on */;
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cellrelay.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION cellrelay.refuse_change() /* always on */;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cellrelay.border_rule FOR EACH ROW EXECUTE FUNCTION cellrelay.refuse_entry_change() /* always on */;
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cellrelay.border_rule FOR EACH STATEMENT EXECUTE FUNCTION cellrelay.refuse_entry_change() /* always on */;
CREATE TRIGGER spread_papers AFTER INSERT OR UPDATE ON cellrelay.border_rule FOR EACH STATEMENT EXECUTE FUNCTION cellrelay.spread_papers();
CREATE TRIGGER goes_on BEFORE UPDATE ON cellrelay.disclosure_grant FOR EACH ROW EXECUTE FUNCTION cellrelay.disclosure_goes_on() /* always on */;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cellrelay.downtime FOR EACH ROW EXECUTE FUNCTION cellrelay.refuse_downtime_change() /* always on */;
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cellrelay.downtime FOR EACH STATEMENT EXECUTE FUNCTION cellrelay.refuse_downtime_change() /* always on */;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cellrelay.event FOR EACH ROW EXECUTE FUNCTION cellrelay.refuse_change() /* always on */;
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cellrelay.event FOR EACH STATEMENT EXECUTE FUNCTION cellrelay.refuse_change() /* always on */;
CREATE TRIGGER erase_consent AFTER UPDATE ON cellrelay.identity FOR EACH ROW WHEN (((old.key IS NOT NULL) AND (new.key IS NULL))) EXECUTE FUNCTION cellrelay.erase_consent() /* always on */;
CREATE TRIGGER keep_identity BEFORE UPDATE ON cellrelay.identity FOR EACH ROW EXECUTE FUNCTION cellrelay.keep_identity() /* always on */;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cellrelay.label_code FOR EACH ROW EXECUTE FUNCTION cellrelay.refuse_entry_change() /* always on */;
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cellrelay.label_code FOR EACH STATEMENT EXECUTE FUNCTION cellrelay.refuse_entry_change() /* always on */;
CREATE TRIGGER drop_received_key AFTER UPDATE OF key ON cellrelay.letter_received FOR EACH ROW WHEN (((old.key IS NOT NULL) AND (new.key IS NULL))) EXECUTE FUNCTION cellrelay.drop_received_key();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cellrelay.maintenance FOR EACH ROW EXECUTE FUNCTION cellrelay.refuse_change() /* always on */;
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cellrelay.maintenance FOR EACH STATEMENT EXECUTE FUNCTION cellrelay.refuse_change() /* always on */;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cellrelay.paper_fact FOR EACH ROW EXECUTE FUNCTION cellrelay.refuse_paper_fact_change() /* always on */;
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cellrelay.paper_fact FOR EACH STATEMENT EXECUTE FUNCTION cellrelay.refuse_paper_fact_change() /* always on */;
CREATE TRIGGER spread_papers AFTER INSERT OR UPDATE ON cellrelay.paper_fact FOR EACH STATEMENT EXECUTE FUNCTION cellrelay.spread_papers();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cellrelay.past_total FOR EACH ROW EXECUTE FUNCTION cellrelay.refuse_entry_change() /* always on */;
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cellrelay.past_total FOR EACH STATEMENT EXECUTE FUNCTION cellrelay.refuse_entry_change() /* always on */;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cellrelay.policy FOR EACH ROW EXECUTE FUNCTION cellrelay.refuse_entry_change() /* always on */;
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cellrelay.policy FOR EACH STATEMENT EXECUTE FUNCTION cellrelay.refuse_entry_change() /* always on */;
CREATE TRIGGER make_month AFTER INSERT ON cellrelay.reading_month FOR EACH ROW EXECUTE FUNCTION cellrelay.make_reading_month() /* always on */;
CREATE TRIGGER spread_papers AFTER INSERT OR UPDATE ON cellrelay.rule_confirmation FOR EACH STATEMENT EXECUTE FUNCTION cellrelay.spread_papers();
CREATE TRIGGER remove_readings AFTER DELETE ON cellrelay.shipment FOR EACH ROW EXECUTE FUNCTION cellrelay.remove_readings();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OF id, public_key, from_at ON cellrelay.signing_key FOR EACH ROW EXECUTE FUNCTION cellrelay.refuse_change() /* always on */;
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cellrelay.signing_key FOR EACH STATEMENT EXECUTE FUNCTION cellrelay.refuse_change() /* always on */;

-- Row security
alter table cellrelay.disclosure_grant enable row level security, force row level security;
create policy ask_own on cellrelay.disclosure_grant for insert to public with check (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true)) AND ((granter)::text = current_setting('cellrelay.organisation'::text, true)) AND (approved IS NULL) AND (revoked IS NULL)));
create policy change_within on cellrelay.disclosure_grant for update to public using (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true)))) with check (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true))));
create policy erase_consent on cellrelay.disclosure_grant for update to cellrelay_owner using ((current_setting('cellrelay.keeping'::text, true) = 'yes'::text));
create policy keep_whole on cellrelay.disclosure_grant for select to cellrelay_owner using ((current_setting('cellrelay.keeping'::text, true) = 'yes'::text));
create policy note_reading on cellrelay.disclosure_grant for update to public using ((((reader)::text = current_setting('cellrelay.organisation'::text, true)) AND (approved IS NOT NULL) AND (revoked IS NULL) AND (valid_until > cellrelay.wall_clock()) AND cellrelay.stands_on_side(shipment, side, (granter)::text) AND cellrelay.stands_in(shipment, (reader)::text))) with check ((((reader)::text = current_setting('cellrelay.organisation'::text, true)) AND (approved IS NOT NULL) AND (revoked IS NULL) AND (valid_until > cellrelay.wall_clock()) AND cellrelay.stands_on_side(shipment, side, (granter)::text) AND cellrelay.stands_in(shipment, (reader)::text)));
create policy read_granted on cellrelay.disclosure_grant for select to public using ((((reader)::text = current_setting('cellrelay.organisation'::text, true)) AND (approved IS NOT NULL) AND (revoked IS NULL) AND (valid_until > cellrelay.wall_clock()) AND cellrelay.stands_on_side(shipment, side, (granter)::text) AND cellrelay.stands_in(shipment, (reader)::text)));
create policy read_within on cellrelay.disclosure_grant for select to public using (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true))));
alter table cellrelay.identity enable row level security, force row level security;
create policy change_within on cellrelay.identity for update to public using (((side = current_setting('cellrelay.side'::text, true)) AND (((holder)::text = current_setting('cellrelay.organisation'::text, true)) OR cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true))))) with check (((side = current_setting('cellrelay.side'::text, true)) AND (((holder)::text = current_setting('cellrelay.organisation'::text, true)) OR cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true)))));
create policy keep_whole on cellrelay.identity for select to cellrelay_owner using ((current_setting('cellrelay.keeping'::text, true) = 'yes'::text));
create policy read_disclosed on cellrelay.identity for select to public using (((side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM ( SELECT disclosure_grant.id,
            disclosure_grant.shipment,
            disclosure_grant.side,
            disclosure_grant.subject,
            disclosure_grant.key,
            disclosure_grant.document,
            disclosure_grant.fields,
            disclosure_grant.granter,
            disclosure_grant.reader,
            disclosure_grant.reader_part,
            disclosure_grant.basis,
            disclosure_grant.citation,
            disclosure_grant.rule,
            disclosure_grant.at,
            disclosure_grant.valid_until,
            disclosure_grant.asked_by,
            disclosure_grant.asked,
            disclosure_grant.approved_by,
            disclosure_grant.approved,
            disclosure_grant.revoked,
            disclosure_grant.last_read_at
           FROM cellrelay.disclosure_grant
          WHERE (((disclosure_grant.reader)::text = current_setting('cellrelay.organisation'::text, true)) AND (disclosure_grant.approved IS NOT NULL) AND (disclosure_grant.revoked IS NULL) AND (disclosure_grant.valid_until > cellrelay.wall_clock()) AND cellrelay.stands_on_side(disclosure_grant.shipment, disclosure_grant.side, (disclosure_grant.granter)::text) AND cellrelay.stands_in(disclosure_grant.shipment, (disclosure_grant.reader)::text))) g
  WHERE ((g.shipment = identity.shipment) AND (g.side = identity.side) AND (g.subject = identity.subject) AND (g.key = identity.key) AND (g.document = current_setting('cellrelay.document'::text, true)))))));
create policy read_within on cellrelay.identity for select to public using (((side = current_setting('cellrelay.side'::text, true)) AND (((holder)::text = current_setting('cellrelay.organisation'::text, true)) OR cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true)))));
create policy record_own on cellrelay.identity for insert to public with check (((side = current_setting('cellrelay.side'::text, true)) AND ((holder)::text = current_setting('cellrelay.organisation'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true))));
alter table cellrelay.identity_key enable row level security, force row level security;
create policy erase_answering on cellrelay.identity_key for delete to public using (((side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM cellrelay.identity i
  WHERE ((i.key = identity_key.id) AND cellrelay.answers_for_identity(i.shipment, i.side, (i.holder)::text, current_setting('cellrelay.organisation'::text, true)))))));
create policy erase_letters on cellrelay.identity_key for delete to public using (((side = current_setting('cellrelay.side'::text, true)) AND ((EXISTS ( SELECT
   FROM cellrelay.letter_text t
  WHERE ((t.key = identity_key.id) AND (t.side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(t.shipment, t.side, current_setting('cellrelay.organisation'::text, true))))) OR (EXISTS ( SELECT
   FROM cellrelay.letter_received r
  WHERE ((r.key = identity_key.id) AND (r.side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(r.shipment, r.side, current_setting('cellrelay.organisation'::text, true)) AND ((r.state = 'released'::text) OR cellrelay.is_registry_of(r.shipment, current_setting('cellrelay.side'::text, true), current_setting('cellrelay.organisation'::text, true)))))))));
create policy erase_letters_answering on cellrelay.identity_key for delete to public using (((side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM (cellrelay.letter_text t
     JOIN cellrelay.letter l ON ((l.id = t.letter)))
  WHERE ((t.key = identity_key.id) AND (l.side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
           FROM cellrelay.identity i
          WHERE ((i.shipment = l.shipment) AND (i.side = l.side) AND (i.subject = l.subject) AND cellrelay.answers_for_identity(i.shipment, i.side, (i.holder)::text, current_setting('cellrelay.organisation'::text, true))))))))));
create policy keep_whole on cellrelay.identity_key for all to cellrelay_owner using ((current_setting('cellrelay.keeping'::text, true) = 'yes'::text)) with check ((current_setting('cellrelay.keeping'::text, true) = 'yes'::text));
create policy pass_letters_on on cellrelay.identity_key for insert to public with check (((side <> current_setting('cellrelay.side'::text, true)) AND cellrelay.is_registry_of(shipment, current_setting('cellrelay.side'::text, true), current_setting('cellrelay.organisation'::text, true)) AND (EXISTS ( SELECT
   FROM cellrelay.letter l
  WHERE ((('received/'::text || (l.received)::text) = identity_key.subject) AND (l.shipment = identity_key.shipment) AND (l.side = current_setting('cellrelay.side'::text, true)))))));
create policy read_letters on cellrelay.identity_key for select to public using (((side = current_setting('cellrelay.side'::text, true)) AND ((EXISTS ( SELECT
   FROM cellrelay.letter_text t
  WHERE ((t.key = identity_key.id) AND (t.side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(t.shipment, t.side, current_setting('cellrelay.organisation'::text, true))))) OR (EXISTS ( SELECT
   FROM cellrelay.letter_received r
  WHERE ((r.key = identity_key.id) AND (r.side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(r.shipment, r.side, current_setting('cellrelay.organisation'::text, true)) AND ((r.state = 'released'::text) OR cellrelay.is_registry_of(r.shipment, current_setting('cellrelay.side'::text, true), current_setting('cellrelay.organisation'::text, true)))))))));
create policy read_letters_answering on cellrelay.identity_key for select to public using (((side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM (cellrelay.letter_text t
     JOIN cellrelay.letter l ON ((l.id = t.letter)))
  WHERE ((t.key = identity_key.id) AND (l.side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
           FROM cellrelay.identity i
          WHERE ((i.shipment = l.shipment) AND (i.side = l.side) AND (i.subject = l.subject) AND cellrelay.answers_for_identity(i.shipment, i.side, (i.holder)::text, current_setting('cellrelay.organisation'::text, true))))))))));
create policy read_within on cellrelay.identity_key for select to public using (((side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM cellrelay.identity i
  WHERE (i.key = identity_key.id)))));
create policy record_within on cellrelay.identity_key for insert to public with check (((side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM cellrelay.identity i
  WHERE (i.key = identity_key.id)))));
create policy write_letters on cellrelay.identity_key for insert to public with check (((side = current_setting('cellrelay.side'::text, true)) AND ((EXISTS ( SELECT
   FROM cellrelay.letter_text t
  WHERE ((t.key = identity_key.id) AND (t.side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(t.shipment, t.side, current_setting('cellrelay.organisation'::text, true))))) OR (EXISTS ( SELECT
   FROM cellrelay.letter_received r
  WHERE ((r.key = identity_key.id) AND (r.side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(r.shipment, r.side, current_setting('cellrelay.organisation'::text, true)) AND ((r.state = 'released'::text) OR cellrelay.is_registry_of(r.shipment, current_setting('cellrelay.side'::text, true), current_setting('cellrelay.organisation'::text, true)))))))));
alter table cellrelay.letter enable row level security, force row level security;
create policy erase_answering on cellrelay.letter for update to public using (((side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM cellrelay.identity i
  WHERE ((i.shipment = letter.shipment) AND (i.side = letter.side) AND (i.subject = letter.subject) AND cellrelay.answers_for_identity(i.shipment, i.side, (i.holder)::text, current_setting('cellrelay.organisation'::text, true))))))) with check (((side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM cellrelay.identity i
  WHERE ((i.shipment = letter.shipment) AND (i.side = letter.side) AND (i.subject = letter.subject) AND cellrelay.answers_for_identity(i.shipment, i.side, (i.holder)::text, current_setting('cellrelay.organisation'::text, true))))) AND (state = 'withdrawn'::text)));
create policy keep_whole on cellrelay.letter for select to cellrelay_owner using ((current_setting('cellrelay.keeping'::text, true) = 'yes'::text));
create policy move_own on cellrelay.letter for update to public using (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true)))) with check (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true))));
create policy read_answering on cellrelay.letter for select to public using (((side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM cellrelay.identity i
  WHERE ((i.shipment = letter.shipment) AND (i.side = letter.side) AND (i.subject = letter.subject) AND cellrelay.answers_for_identity(i.shipment, i.side, (i.holder)::text, current_setting('cellrelay.organisation'::text, true)))))));
create policy read_own on cellrelay.letter for select to public using (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true))));
create policy read_waiting on cellrelay.letter for select to public using ((EXISTS ( SELECT
   FROM cellrelay.organisation o
  WHERE (((o.id)::text = current_setting('cellrelay.organisation'::text, true)) AND (o.kind = 'operator'::text)))));
create policy write_own on cellrelay.letter for insert to public with check (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true)) AND ((organisation)::text = current_setting('cellrelay.organisation'::text, true))));
alter table cellrelay.letter_received enable row level security, force row level security;
create policy keep_whole on cellrelay.letter_received for select to cellrelay_owner using ((current_setting('cellrelay.keeping'::text, true) = 'yes'::text));
create policy pass_on on cellrelay.letter_received for insert to public with check (((side <> current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM cellrelay.letter l
  WHERE ((l.received = letter_received.id) AND (l.shipment = letter_received.shipment) AND (l.side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(l.shipment, l.side, current_setting('cellrelay.organisation'::text, true))))) AND cellrelay.is_registry_of(shipment, current_setting('cellrelay.side'::text, true), current_setting('cellrelay.organisation'::text, true)) AND (state = 'across'::text)));
create policy read_own on cellrelay.letter_received for select to public using (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true)) AND ((state = 'released'::text) OR cellrelay.is_registry_of(shipment, current_setting('cellrelay.side'::text, true), current_setting('cellrelay.organisation'::text, true)))));
create policy read_passed on cellrelay.letter_received for select to public using (((side <> current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM cellrelay.letter l
  WHERE ((l.received = letter_received.id) AND (l.shipment = letter_received.shipment) AND (l.side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(l.shipment, l.side, current_setting('cellrelay.organisation'::text, true)))))));
create policy read_passed_answering on cellrelay.letter_received for select to public using (((side <> current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM cellrelay.letter l
  WHERE ((l.received = letter_received.id) AND (l.shipment = letter_received.shipment) AND (l.side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
           FROM cellrelay.identity i
          WHERE ((i.shipment = l.shipment) AND (i.side = l.side) AND (i.subject = l.subject) AND cellrelay.answers_for_identity(i.shipment, i.side, (i.holder)::text, current_setting('cellrelay.organisation'::text, true))))))))));
create policy read_waiting on cellrelay.letter_received for select to public using ((EXISTS ( SELECT
   FROM cellrelay.organisation o
  WHERE (((o.id)::text = current_setting('cellrelay.organisation'::text, true)) AND (o.kind = 'operator'::text)))));
create policy settle_own on cellrelay.letter_received for update to public using (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true)) AND ((state = 'released'::text) OR cellrelay.is_registry_of(shipment, current_setting('cellrelay.side'::text, true), current_setting('cellrelay.organisation'::text, true))))) with check (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true)) AND ((state = 'released'::text) OR cellrelay.is_registry_of(shipment, current_setting('cellrelay.side'::text, true), current_setting('cellrelay.organisation'::text, true)))));
create policy take_back on cellrelay.letter_received for update to public using (((side <> current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM cellrelay.letter l
  WHERE ((l.received = letter_received.id) AND (l.shipment = letter_received.shipment) AND (l.side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(l.shipment, l.side, current_setting('cellrelay.organisation'::text, true))))) AND (state = 'across'::text))) with check (((side <> current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM cellrelay.letter l
  WHERE ((l.received = letter_received.id) AND (l.shipment = letter_received.shipment) AND (l.side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(l.shipment, l.side, current_setting('cellrelay.organisation'::text, true))))) AND (state = 'withdrawn'::text)));
create policy take_back_answering on cellrelay.letter_received for update to public using (((side <> current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM cellrelay.letter l
  WHERE ((l.received = letter_received.id) AND (l.shipment = letter_received.shipment) AND (l.side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
           FROM cellrelay.identity i
          WHERE ((i.shipment = l.shipment) AND (i.side = l.side) AND (i.subject = l.subject) AND cellrelay.answers_for_identity(i.shipment, i.side, (i.holder)::text, current_setting('cellrelay.organisation'::text, true)))))))) AND (state = 'across'::text))) with check (((side <> current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
   FROM cellrelay.letter l
  WHERE ((l.received = letter_received.id) AND (l.shipment = letter_received.shipment) AND (l.side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
           FROM cellrelay.identity i
          WHERE ((i.shipment = l.shipment) AND (i.side = l.side) AND (i.subject = l.subject) AND cellrelay.answers_for_identity(i.shipment, i.side, (i.holder)::text, current_setting('cellrelay.organisation'::text, true)))))))) AND (state = 'withdrawn'::text)));
alter table cellrelay.letter_text enable row level security, force row level security;
create policy erase_answering on cellrelay.letter_text for update to public using ((EXISTS ( SELECT
   FROM cellrelay.letter l
  WHERE ((l.id = letter_text.letter) AND (l.side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
           FROM cellrelay.identity i
          WHERE ((i.shipment = l.shipment) AND (i.side = l.side) AND (i.subject = l.subject) AND cellrelay.answers_for_identity(i.shipment, i.side, (i.holder)::text, current_setting('cellrelay.organisation'::text, true))))))))) with check (((EXISTS ( SELECT
   FROM cellrelay.letter l
  WHERE ((l.id = letter_text.letter) AND (l.side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
           FROM cellrelay.identity i
          WHERE ((i.shipment = l.shipment) AND (i.side = l.side) AND (i.subject = l.subject) AND cellrelay.answers_for_identity(i.shipment, i.side, (i.holder)::text, current_setting('cellrelay.organisation'::text, true)))))))) AND (sealed IS NULL)));
create policy erase_own on cellrelay.letter_text for update to public using (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true)))) with check (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true))));
create policy keep_whole on cellrelay.letter_text for select to cellrelay_owner using ((current_setting('cellrelay.keeping'::text, true) = 'yes'::text));
create policy read_answering on cellrelay.letter_text for select to public using ((EXISTS ( SELECT
   FROM cellrelay.letter l
  WHERE ((l.id = letter_text.letter) AND (l.side = current_setting('cellrelay.side'::text, true)) AND (EXISTS ( SELECT
           FROM cellrelay.identity i
          WHERE ((i.shipment = l.shipment) AND (i.side = l.side) AND (i.subject = l.subject) AND cellrelay.answers_for_identity(i.shipment, i.side, (i.holder)::text, current_setting('cellrelay.organisation'::text, true)))))))));
create policy read_own on cellrelay.letter_text for select to public using (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true))));
create policy write_own on cellrelay.letter_text for insert to public with check (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true)) AND (EXISTS ( SELECT
   FROM cellrelay.letter l
  WHERE ((l.id = letter_text.letter) AND (l.shipment = letter_text.shipment) AND (l.side = letter_text.side))))));
alter table cellrelay.words enable row level security, force row level security;
create policy erase_within on cellrelay.words for update to public using (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.erases_words(shipment, side, current_setting('cellrelay.organisation'::text, true)))) with check (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.erases_words(shipment, side, current_setting('cellrelay.organisation'::text, true)) AND (sealed IS NULL)));
create policy keep_own on cellrelay.words for insert to public with check (((side = current_setting('cellrelay.side'::text, true)) AND (( SELECT cellrelay.runs_this(current_setting('cellrelay.organisation'::text, true)) AS runs_this) OR cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true)) OR ((side = 'operator'::text) AND ( SELECT (EXISTS ( SELECT
           FROM cellrelay.organisation o
          WHERE ((o.id)::text = current_setting('cellrelay.organisation'::text, true)))) AS "exists"))) AND (organisation = current_setting('cellrelay.organisation'::text, true))));
create policy keep_whole on cellrelay.words for select to cellrelay_owner using ((current_setting('cellrelay.keeping'::text, true) = 'yes'::text));
create policy read_within on cellrelay.words for select to public using (((organisation = current_setting('cellrelay.organisation'::text, true)) OR ( SELECT cellrelay.runs_this(current_setting('cellrelay.organisation'::text, true)) AS runs_this) OR cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true)) OR ((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.erases_words(shipment, side, current_setting('cellrelay.organisation'::text, true)))));
alter table cellrelay.words_key enable row level security, force row level security;
create policy erase_within on cellrelay.words_key for delete to public using (((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.erases_words(shipment, side, current_setting('cellrelay.organisation'::text, true))));
create policy keep_whole on cellrelay.words_key for all to cellrelay_owner using ((current_setting('cellrelay.keeping'::text, true) = 'yes'::text)) with check ((current_setting('cellrelay.keeping'::text, true) = 'yes'::text));
create policy make_own on cellrelay.words_key for insert to public with check (((side = current_setting('cellrelay.side'::text, true)) AND (( SELECT cellrelay.runs_this(current_setting('cellrelay.organisation'::text, true)) AS runs_this) OR cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true)) OR ((side = 'operator'::text) AND ( SELECT (EXISTS ( SELECT
           FROM cellrelay.organisation o
          WHERE ((o.id)::text = current_setting('cellrelay.organisation'::text, true)))) AS "exists")))));
create policy read_within on cellrelay.words_key for select to public using ((((side = current_setting('cellrelay.side'::text, true)) AND (( SELECT cellrelay.runs_this(current_setting('cellrelay.organisation'::text, true)) AS runs_this) OR cellrelay.stands_on_side(shipment, side, current_setting('cellrelay.organisation'::text, true)) OR ((side = 'operator'::text) AND ( SELECT (EXISTS ( SELECT
           FROM cellrelay.organisation o
          WHERE ((o.id)::text = current_setting('cellrelay.organisation'::text, true)))) AS "exists")))) OR (EXISTS ( SELECT
   FROM cellrelay.words w
  WHERE (w.key = words_key.id))) OR ((side = current_setting('cellrelay.side'::text, true)) AND cellrelay.erases_words(shipment, side, current_setting('cellrelay.organisation'::text, true)))));

-- Grants
grant insert, select, update (password_hash, role, courier, ended_at) on cellrelay.account to cellrelay_api;
grant select (id, organisation, person, role, courier, ended_at) on cellrelay.account to cellrelay_worker;
grant delete, insert, select on cellrelay.account_oidc to cellrelay_api;
grant insert, select, update (revision, due_at, stage, kind, does, owner, offered, obligation, opened_at, closed_at, attempts, lease_until, lease_token, try_after, parked_at, last_error) on cellrelay.agenda_item to cellrelay_api;
grant insert, select, update (revision, due_at, stage, kind, does, owner, offered, obligation, opened_at, closed_at, attempts, lease_until, lease_token, try_after, parked_at, last_error) on cellrelay.agenda_item to cellrelay_worker;
grant delete, insert, select, update (delivery, settled_at, looked_at, ended_at) on cellrelay.alert_notice to cellrelay_worker;
grant insert, select, update (last_used_at, ended_at) on cellrelay.api_token to cellrelay_api;
grant insert, select on cellrelay.audit_entry to cellrelay_api;
grant insert, select (seq, at, hash) on cellrelay.audit_entry to cellrelay_worker;
grant select on cellrelay.bell_beat to cellrelay_api;
grant insert, select, update (beat_at, well_at) on cellrelay.bell_beat to cellrelay_worker;
grant insert, select on cellrelay.border_rule to cellrelay_api;
grant select on cellrelay.border_rule to cellrelay_worker;
grant insert, select, update (token_hash, scope, made_at, last_used_at, revision, told_at, told_as, told) on cellrelay.calendar to cellrelay_api;
grant insert, select on cellrelay.command_answer to cellrelay_api;
grant insert, select on cellrelay.command_answer to cellrelay_worker;
grant insert, select, update on cellrelay.courier to cellrelay_api;
grant insert, select, update (status, asked_at, tried_before, next_at, ended_at) on cellrelay.delivery to cellrelay_api;
grant delete, insert, select, update (status, asked_at, tried_before, next_at, attempts, lease_until, lease_token, ended_at, settled_at) on cellrelay.delivery to cellrelay_worker;
grant select on cellrelay.delivery_attempt to cellrelay_api;
grant insert, select, update (ended_at, outcome, says, code) on cellrelay.delivery_attempt to cellrelay_worker;
grant insert, select, update (approved_by, approved, revoked, last_read_at) on cellrelay.disclosure_grant to cellrelay_api;
grant select on cellrelay.downtime to cellrelay_api;
grant insert, select, update (to_at) on cellrelay.downtime to cellrelay_worker;
grant insert, select on cellrelay.downtime_dismissal to cellrelay_api;
grant select on cellrelay.downtime_dismissal to cellrelay_worker;
grant select on cellrelay.downtime_item to cellrelay_api;
grant insert, select on cellrelay.downtime_item to cellrelay_worker;
grant insert, select on cellrelay.event to cellrelay_api;
grant insert, select on cellrelay.event to cellrelay_worker;
grant delete, insert, select, update on cellrelay.figure to cellrelay_api;
grant delete, insert, select, update on cellrelay.figure to cellrelay_worker;
grant insert, select, update (key, sealed, revision, at, erased_at, erasure_asked, last_look, last_change) on cellrelay.identity to cellrelay_api;
grant delete, insert, select on cellrelay.identity_key to cellrelay_api;
grant insert, select, update (mailed, token_hash, expires_at, closed_at) on cellrelay.invitation to cellrelay_api;
grant insert, select on cellrelay.label_code to cellrelay_api;
grant insert, select, update (state, revision, returned_for, received, moved_at) on cellrelay.letter to cellrelay_api;
grant insert, select, update (state, revision, returned_for, key, sealed, at, read_at) on cellrelay.letter_received to cellrelay_api;
grant insert, select, update (key, sealed) on cellrelay.letter_text to cellrelay_api;
grant insert, select, update (mailed, used_at, revoked_at) on cellrelay.link to cellrelay_api;
grant insert, select, update (token_hash, last_heard_at, ended_at) on cellrelay.logger to cellrelay_api;
grant insert, select on cellrelay.logger_reading to cellrelay_api;
grant insert, select on cellrelay.logger_reading to cellrelay_worker;
grant select on cellrelay.maintenance to cellrelay_api;
grant select on cellrelay.maintenance to cellrelay_worker;
grant select on cellrelay.migration to cellrelay_api;
grant select on cellrelay.migration to cellrelay_worker;
grant delete, insert, select on cellrelay.oidc_pending to cellrelay_api;
grant insert, select, update (roster, revision, changed_at) on cellrelay.on_call_roster to cellrelay_api;
grant select on cellrelay.on_call_roster to cellrelay_worker;
grant insert, select, update (letter_rule) on cellrelay.organisation to cellrelay_api;
grant select (id, name, kind) on cellrelay.organisation to cellrelay_worker;
grant insert, select on cellrelay.paper_document to cellrelay_api;
grant select on cellrelay.paper_document to cellrelay_worker;
grant insert, select on cellrelay.paper_fact to cellrelay_api;
grant select on cellrelay.paper_fact to cellrelay_worker;
grant delete, insert, select, update on cellrelay.paper_mark to cellrelay_api;
grant delete, insert, select, update on cellrelay.paper_mark to cellrelay_worker;
grant delete, select, update (after) on cellrelay.paper_spread to cellrelay_api;
grant delete, select, update (after) on cellrelay.paper_spread to cellrelay_worker;
grant insert, select on cellrelay.past_total to cellrelay_api;
grant select on cellrelay.past_total to cellrelay_worker;
grant insert, select on cellrelay.policy to cellrelay_api;
grant select on cellrelay.policy to cellrelay_worker;
grant delete, insert, select, update on cellrelay.reading_mark to cellrelay_api;
grant delete, insert, select, update on cellrelay.reading_mark to cellrelay_worker;
grant insert, select on cellrelay.reading_month to cellrelay_api;
grant insert, select on cellrelay.reading_month to cellrelay_worker;
grant delete, insert, select on cellrelay.recovery_code to cellrelay_api;
grant insert, select, update (withdrawn_at, withdrawn_by, withdrawn_for) on cellrelay.rule_confirmation to cellrelay_api;
grant select on cellrelay.rule_confirmation to cellrelay_worker;
grant delete, insert, select, update (name, view, q) on cellrelay.saved_view to cellrelay_api;
grant delete, insert, select on cellrelay.scan to cellrelay_api;
grant select (shipment, scan) on cellrelay.scan to cellrelay_worker;
grant delete, insert, select, update (sealed, set_at, last_step) on cellrelay.second_factor to cellrelay_api;
grant delete, insert, select, update (last_seen_at) on cellrelay.session to cellrelay_api;
grant insert, select, update (revision, last_hash, fold_version, state, live, reference, severity, next_due_at, search_text, view, updated_at, unit, shared_view, shared_search) on cellrelay.shipment to cellrelay_api;
grant insert, select, update (revision, last_hash, fold_version, state, live, reference, severity, next_due_at, search_text, view, updated_at, unit, shared_view, shared_search) on cellrelay.shipment to cellrelay_worker;
grant delete, insert, select on cellrelay.shipment_part to cellrelay_api;
grant delete, insert, select on cellrelay.shipment_part to cellrelay_worker;
grant select on cellrelay.signing_key to cellrelay_api;
grant insert, select, update (wish, changed_at) on cellrelay.telling_wish to cellrelay_api;
grant select on cellrelay.telling_wish to cellrelay_worker;
grant insert, select, update (secret, former, former_until, ended_at, ended_why) on cellrelay.webhook_endpoint to cellrelay_api;
grant select, update (secret, former, former_until, cursor, ended_at, ended_why) on cellrelay.webhook_endpoint to cellrelay_worker;
grant insert, select, update (key, sealed) on cellrelay.words to cellrelay_api;
grant select on cellrelay.words to cellrelay_worker;
grant delete, insert, select on cellrelay.words_key to cellrelay_api;
grant select on cellrelay.words_key to cellrelay_worker;
grant execute on function cellrelay.letters_left(uuid,text,text) to cellrelay_api;
grant execute on function cellrelay.remove_example_people() to cellrelay_api;
grant execute on function cellrelay.remove_examples(text) to cellrelay_api;
grant usage on schema cellrelay to cellrelay_api;
grant usage on schema cellrelay to cellrelay_worker;
grant usage on sequence cellrelay.agenda_item_id_seq to cellrelay_api;
grant usage on sequence cellrelay.agenda_item_id_seq to cellrelay_worker;
grant usage on sequence cellrelay.alert_notice_id_seq to cellrelay_worker;
grant usage on sequence cellrelay.delivery_id_seq to cellrelay_api;
grant usage on sequence cellrelay.delivery_id_seq to cellrelay_worker;
grant usage on sequence cellrelay.downtime_id_seq to cellrelay_worker;
grant usage on sequence cellrelay.event_position_seq to cellrelay_api;
grant usage on sequence cellrelay.event_position_seq to cellrelay_worker;
grant usage on sequence cellrelay.past_total_id_seq to cellrelay_api;
grant usage on sequence cellrelay.policy_position_seq to cellrelay_api;
