/*
 * Whole numbers as bytes, small ones in few: seven bits a byte, lowest first, the eighth bit where more follow. Even
 * ones stand for 0, 1, 2 …, odd ones for -1, -2, -3 …; a 0 is followed by how many more of it come. First of all is
 * how many numbers there are.
 */

/** @returns bytes that {@link unpackedNumbers} reads */
export function packedNumbers(numbers: Int32Array): Uint8Array {
  const bytes: number[] = []
  const write = (value: number) => {
    let rest = value >>> 0
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
    bytes.push(rest)
  }
  write(numbers.length)
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number
    write((number << 1) ^ (number >> 31))
    if (number !== 0) continue
    const first = at
    while (numbers[at + 1] === 0) at++
    write(at - first)
  }
  return Uint8Array.from(bytes)
}

/** @param bytes as {@link packedNumbers} gives them */
export function unpackedNumbers(bytes: Uint8Array): Int32Array {
  let place = 0
  const read = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[place++] as number
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
  }
  const numbers = new Int32Array(read())
  for (let at = 0; at < numbers.length; at++) {
    const value = read()
    if (value === 0) at += read()
    else numbers[at] = (value >>> 1) ^ -(value & 1)
  }
  return numbers
}
