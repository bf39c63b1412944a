CREATE TABLE `tombstones` (
	`run_id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`project_id` text NOT NULL,
	`api_key_id` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`last_seq` integer NOT NULL,
	`head` text NOT NULL,
	`deleted_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tombstones_organization` ON `tombstones` (`organization_id`,`deleted_at`);--> statement-breakpoint
ALTER TABLE `organizations` ADD `erase_texts_after_days` integer;--> statement-breakpoint
ALTER TABLE `organizations` ADD `delete_runs_after_days` integer;--> statement-breakpoint
ALTER TABLE `runs` ADD `ended_at` integer;--> statement-breakpoint
ALTER TABLE `runs` ADD `erased_until` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `runs_organization_ended` ON `runs` (`organization_id`,`ended_at`);--> statement-breakpoint
UPDATE `runs` SET `ended_at` = CAST(unixepoch(json_extract(`state`, '$.ended_at'), 'subsec') * 1000 AS INTEGER)
WHERE json_extract(`state`, '$.ended_at') IS NOT NULL;
