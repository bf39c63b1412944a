/** Lower case in which every unit keeps its place: of all characters `İ` alone would become longer. */
export const lowerCase = (text: string): string => text.replaceAll('İ', 'i').toLowerCase()
