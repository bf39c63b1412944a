import { describe, expect, it } from 'vitest'
import { guessLanguages } from './language.ts'

describe('guessLanguages', () => {
  it.each([
    ['en', 'What is the best way to learn this?'],
    ['de', 'Bitte korrigiere meine Grammatik.'],
    ['fr', "Écris un poème sur l'automne."],
    ['es', 'Escribe un cuento para los niños.'],
    ['pt', 'Escreva um poema para o meu pai.'],
    ['zh', '请写一首诗'],
    ['ja', '日本の歴史について'],
    ['ar', 'اكتب قصيدة'],
    ['hi', 'एक कहानी लिखो'],
    ['ru', 'Напиши стихи'],
  ])('takes %s for what it is', (language, text) => {
    expect(guessLanguages(text)).toContain(language)
  })

  it('does not guess from nothing', () => {
    expect(guessLanguages('')).toEqual([])
    expect(guessLanguages('42 + 17')).toEqual([])
    expect(guessLanguages('Das ist nicht der Weg.')).not.toContain('en')
  })
})
