import { context } from './context.ts'
import { isBehindEscape } from './escapes.ts'
import { pii, type Hit } from './hit.ts'
import type { Scan } from './scan.ts'
import { isNear } from './surroundings.ts'

const forms: readonly (readonly [form: RegExp, alone: boolean])[] = [
  [/(?:bc1|tb1)[02-9ac-hj-np-z]{25,71}\b/y, true],
  [/ltc1[02-9ac-hj-np-z]{25,71}\b/y, true],
  [/0x[0-9a-fA-F]{40}\b/y, false],
  [/[13][1-9A-HJ-NP-Za-km-z]{25,34}\b/y, false],
  [/[LMD][1-9A-HJ-NP-Za-km-z]{26,33}\b/y, false],
  [/r[1-9A-HJ-NP-Za-km-z]{24,34}\b/y, false],
  [/T[1-9A-HJ-NP-Za-km-z]{33}\b/y, false],
  [/4[0-9AB][1-9A-HJ-NP-Za-km-z]{93}\b/y, false],
]

/** What an address may begin with: most long words begin otherwise. */
const beginnings = 'btl0134LMDrT'

/** Addresses of crypto-currencies. All but bech32 want a word beside them: hashes look alike. */
export function findWallets(scan: Scan, hits: Hit[]): void {
  for (const start of scan.keyStart) {
    if (!beginnings.includes(scan.text[start] ?? ' ')) continue
    if (/[\w@/]/.test(scan.text[start - 1] ?? ' ') && !isBehindEscape(scan.text, start)) continue
    for (const [form, alone] of forms) {
      form.lastIndex = start
      const found = form.exec(scan.text)?.[0]
      if (found === undefined || !/\d/.test(found) || !/[a-z]/i.test(found.slice(2))) continue
      const end = start + found.length
      const worded = isNear(scan, start, end, context.wallet, 48, 24)
      if (!worded && !alone) continue
      hits.push(pii('wallet', `[wallet ••${found.slice(-2)}]`, start, end, 0.9, 'medium'))
      break
    }
  }
}
