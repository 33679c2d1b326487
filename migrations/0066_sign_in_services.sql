CREATE TABLE "sign_in_providers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"secret_key" text,
	"sealed_secret" text,
	"scopes" text NOT NULL,
	"enabled" boolean NOT NULL,
	"creates_accounts" boolean NOT NULL,
	"only_matched" boolean NOT NULL,
	"links_by_email" boolean NOT NULL,
	"trusts_email" boolean NOT NULL,
	"ends_there" boolean NOT NULL,
	"recheck_minutes" integer,
	"version" integer NOT NULL,
	"unreachable_since" timestamp with time zone,
	CONSTRAINT "sign_in_providers_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "person_identities" (
	"provider_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid NOT NULL,
	"linked_on" text NOT NULL,
	"granted_roles" text[] DEFAULT '{}'::text[] NOT NULL,
	"granted_departments" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	CONSTRAINT "person_identities_provider_id_subject_pk" PRIMARY KEY("provider_id","subject")
);
--> statement-breakpoint
CREATE TABLE "provider_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"claim" text NOT NULL,
	"comparison" text NOT NULL,
	"value" text NOT NULL,
	"role" text,
	"department_id" uuid,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"browser_hash" text NOT NULL,
	"provider_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"nonce" text NOT NULL,
	"verifier" text NOT NULL,
	"return_to" text NOT NULL,
	"person_id" uuid,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "used_logout_tokens" (
	"provider_id" uuid NOT NULL,
	"id_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "used_logout_tokens_provider_id_id_hash_pk" PRIMARY KEY("provider_id","id_hash")
);
--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "local_sign_in" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "provider_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "provider_session" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "id_token_key" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "sealed_id_token" text;--> statement-breakpoint
ALTER TABLE "person_identities" ADD CONSTRAINT "person_identities_provider_id_sign_in_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."sign_in_providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_identities" ADD CONSTRAINT "person_identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_rules" ADD CONSTRAINT "provider_rules_provider_id_sign_in_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."sign_in_providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_rules" ADD CONSTRAINT "provider_rules_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_attempts" ADD CONSTRAINT "sign_in_attempts_provider_id_sign_in_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."sign_in_providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_attempts" ADD CONSTRAINT "sign_in_attempts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "used_logout_tokens" ADD CONSTRAINT "used_logout_tokens_provider_id_sign_in_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."sign_in_providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "person_identities_person" ON "person_identities" USING btree ("person_id","provider_id");--> statement-breakpoint
CREATE INDEX "provider_rules_provider" ON "provider_rules" USING btree ("provider_id","position");--> statement-breakpoint
CREATE INDEX "provider_rules_department" ON "provider_rules" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_provider" ON "sign_in_attempts" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_person" ON "sign_in_attempts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_expiry" ON "sign_in_attempts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "used_logout_tokens_expiry" ON "used_logout_tokens" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_provider_id_sign_in_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."sign_in_providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_provider" ON "sessions" USING btree ("provider_id","provider_session") WHERE provider_id is not null;