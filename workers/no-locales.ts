/* Stands in for zod's messages in other languages than English: see wrangler.toml. */
export {}
