CREATE TABLE `attempts` (
	`bucket` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`resets_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempts_resets` ON `attempts` (`resets_at`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`organization_id` text NOT NULL,
	`seq` integer NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`actor_type` text NOT NULL,
	`actor_id` text,
	`target_type` text NOT NULL,
	`target_id` text,
	`record` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`organization_id`, `seq`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_log_id_unique` ON `audit_log` (`id`);--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`organization_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_log_action` ON `audit_log` (`organization_id`,`action`,`at`);--> statement-breakpoint
CREATE TABLE `contact_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`message` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text NOT NULL,
	`labels` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`name`, `labels`)
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_hash_unique` ON `invitations` (`hash`);--> statement-breakpoint
CREATE INDEX `invitations_organization` ON `invitations` (`organization_id`);--> statement-breakpoint
CREATE TABLE `auth_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `auth_accounts_user` ON `auth_accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `auth_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `auth_sessions_token_unique` ON `auth_sessions` (`token`);--> statement-breakpoint
CREATE INDEX `auth_sessions_user` ON `auth_sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `auth_verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `auth_verifications_identifier` ON `auth_verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `incidents` (
	`run_id` text NOT NULL,
	`seq` integer NOT NULL,
	`organization_id` text NOT NULL,
	`project_id` text NOT NULL,
	`api_key_id` text,
	`beat_id` text NOT NULL,
	`at` integer NOT NULL,
	`severity` text NOT NULL,
	`score` real NOT NULL,
	`flatline` integer NOT NULL,
	`rules` text NOT NULL,
	`violations` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`owner_id` text,
	`note` text,
	`label` text,
	`updated_at` integer,
	`updated_by` text,
	PRIMARY KEY(`run_id`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `incidents_organization` ON `incidents` (`organization_id`,`state`,`at`);--> statement-breakpoint
CREATE INDEX `incidents_project` ON `incidents` (`project_id`,`state`,`at`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`shared` integer DEFAULT false NOT NULL,
	`is_default` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `saved_views_organization` ON `saved_views` (`organization_id`);--> statement-breakpoint
CREATE INDEX `saved_views_user` ON `saved_views` (`user_id`);--> statement-breakpoint
CREATE TABLE `trace_blocks` (
	`run_id` text NOT NULL,
	`block` integer NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`beats` integer NOT NULL,
	`score_min` real,
	`score_max` real,
	`score_sum` real NOT NULL,
	`yellow` integer NOT NULL,
	`red` integer NOT NULL,
	`flatlines` integer NOT NULL,
	PRIMARY KEY(`run_id`, `block`)
);
--> statement-breakpoint
ALTER TABLE `api_keys` ADD `allowed_origins` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `created_by` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `last_used_at` integer;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `previous_hash` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `previous_until` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_previous_hash_unique` ON `api_keys` (`previous_hash`);--> statement-breakpoint
ALTER TABLE `organizations` ADD `personal_of` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `auditors_see_texts` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `runs` ADD `log` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `tickets` ADD `credential` text;--> statement-breakpoint
ALTER TABLE `user_tokens` ADD `id` text;--> statement-breakpoint
ALTER TABLE `user_tokens` ADD `name` text;--> statement-breakpoint
ALTER TABLE `user_tokens` ADD `address` text;--> statement-breakpoint
ALTER TABLE `user_tokens` ADD `user_agent` text;--> statement-breakpoint
ALTER TABLE `user_tokens` ADD `last_used_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `user_tokens_id` ON `user_tokens` (`id`);--> statement-breakpoint
ALTER TABLE `users` ADD `email_verified` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `image` text;--> statement-breakpoint
ALTER TABLE `users` ADD `updated_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `user_tokens` SET `id` = 'tok_' || lower(hex(randomblob(16))) WHERE `id` IS NULL;--> statement-breakpoint
INSERT INTO `incidents` (`run_id`, `seq`, `organization_id`, `project_id`, `api_key_id`, `beat_id`, `at`, `severity`, `score`, `flatline`, `rules`, `violations`)
SELECT e.`run_id`, e.`seq`, r.`organization_id`, r.`project_id`, r.`api_key_id`, e.`id`, e.`at`,
  coalesce(json_extract(e.`header`, '$.findings[0].severity'), CASE e.`color` WHEN 'red' THEN 'high' ELSE 'medium' END),
  json_extract(e.`header`, '$.alignment_score'), json_extract(e.`header`, '$.flatline'),
  (SELECT json_group_array(json_extract(f.`value`, '$.rule_id')) FROM json_each(e.`header`, '$.findings') f),
  coalesce(json_extract(e.`header`, '$.violations'), '[]')
FROM `entries` e JOIN `runs` r ON r.`id` = e.`run_id`
WHERE e.`type` = 'beat' AND e.`flagged` = 1;
