import { kinScores, kinTable } from './near-kin.ts'
import { readRecords } from './records.ts'
import { trainedRecords } from './written-records.ts'

const usage = `Trains the linear injection head alone, four times, and shows how it does on kinds of attack and documents
that it did not see: a minute's look at a change of written samples, settings or rules, before npm run train.

  node guardian/train/try-injection.ts PATH [MORE ...]

PATH  as for npm run train`

const paths = process.argv.slice(2)
if (paths.length === 0 || paths.includes('--help') || paths.includes('-h')) {
  console.log(usage)
  process.exit(paths.length === 0 ? 2 : 0)
}
console.log(kinTable(kinScores(trainedRecords(readRecords(paths)), (text) => console.error(text))))
