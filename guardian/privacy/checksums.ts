/** The value of a decimal digit at `index`. */
const digitAt = (digits: string, index: number): number => digits.charCodeAt(index) - 48

/** Luhn's check (ISO/IEC 7812-1 Annex B): payment cards, IMEI, and several national numbers. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = digits.length - 1, twice = false; i >= 0; i--, twice = !twice) {
    const digit = digitAt(digits, i)
    sum += twice ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}

/** ISO 7064 MOD 97-10 over digits and capitals (A = 10 … Z = 35), piecewise, so no big integers. */
export function mod97(characters: string): number {
  let rest = 0
  for (let i = 0; i < characters.length; i++) {
    const unit = characters.charCodeAt(i)
    rest = unit >= 65 ? (rest * 100 + unit - 55) % 97 : (rest * 10 + unit - 48) % 97
  }
  return rest
}

/** Sum of digits times weights, the digits taken from the left. */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * digitAt(digits, i), 0)
}

/** ISO 7064 MOD 11,10 (German Steuer-ID, Croatian OIB): the last digit checks the rest. */
export function passesMod11And10(digits: string): boolean {
  let product = 10
  for (let i = 0; i < digits.length - 1; i++) {
    const sum = (digitAt(digits, i) + product) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - product) % 10 === digitAt(digits, digits.length - 1)
}

const verhoeffPermutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

/** What a digit becomes after 0 to 7 turns of the permutation: at `turns * 10 + digit`. */
const permuted = new Uint8Array(80)
for (let digit = 0; digit < 10; digit++) {
  for (let turns = 0, value = digit; turns < 8; turns++) {
    permuted[turns * 10 + digit] = value
    value = verhoeffPermutation[value] ?? 0
  }
}

/** Verhoeff's dihedral check (Aadhaar), the group D5 computed rather than tabled. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0
  for (let i = 0; i < digits.length; i++) {
    check = timesInD5(check, permuted[(i % 8) * 10 + digitAt(digits, digits.length - 1 - i)] ?? 0)
  }
  return check === 0
}

/** Composition in D5: 0–4 are rotations, 5–9 reflections. */
function timesInD5(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b - 5) % 5)
  return b < 5 ? 5 + ((a - 5 - b + 5) % 5) : (a - b + 5) % 5
}
