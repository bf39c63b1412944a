ALTER TABLE `audit_log` ADD `details` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `salt` text;