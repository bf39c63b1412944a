/** What does not fit in an export; the check turns it into its answer. */
export class ExportFault extends Error {
  override name = 'ExportFault'
}
