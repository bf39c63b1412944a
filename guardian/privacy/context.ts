/** What a word near a number says about it. One bit each. */
export const context = {
  phone: 1,
  card: 1 << 1,
  bank: 1 << 2,
  ssn: 1 << 3,
  passport: 1 << 4,
  licence: 1 << 5,
  nationalId: 1 << 6,
  taxId: 1 << 7,
  health: 1 << 8,
  birth: 1 << 9,
  address: 1 << 10,
  street: 1 << 11,
  /** An IBAN is likely: "iban", "wire", "transfer". */
  iban: 1 << 12,
  password: 1 << 13,
  secret: 1 << 14,
  ip: 1 << 15,
  device: 1 << 16,
  wallet: 1 << 17,
  version: 1 << 18,
  /** The number belongs to a thing: an order, a book, a sum. */
  thing: 1 << 19,
  keyPrefix: 1 << 20,
  cardCode: 1 << 21,
  vehicle: 1 << 22,
  member: 1 << 23,
  user: 1 << 24,
  pin: 1 << 25,
  routing: 1 << 26,
  /** A day of birth right behind it, in digits; too common in lives of the famous for more. */
  born: 1 << 27,
  /** Twelve words or more that open a wallet. */
  seedPhrase: 1 << 28,
  /** A program that takes a password as an argument. */
  command: 1 << 29,
} as const
