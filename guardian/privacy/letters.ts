const anyLetter = /[\p{L}\p{N}]/u

/**
 * Whether a UTF-16 unit is a letter or a digit of any script; half of a surrogate pair is none, and neither is the
 * NaN in front of a text and behind it.
 */
export function isLetterOrDigit(unit: number): boolean {
  if (unit < 128)
    return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57)
  return unit >= 128 && anyLetter.test(String.fromCharCode(unit))
}
