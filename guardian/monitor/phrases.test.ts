import { describe, expect, it } from 'vitest'
import { fold } from '../normalise/fold.ts'
import { PhraseCompiler } from './phrase-compiler.ts'

function found(phrase: string, text: string): string[] {
  const table = new PhraseCompiler<string>({ rules: 'rules|orders' }).add('hit', [phrase]).table()
  const folded = fold(text).text
  const places: string[] = []
  table.matches(table.tokens(folded), (_tag, start, end) => places.push(folded.slice(start, end)))
  return places
}

describe('PhraseTable', () => {
  it.each([
    ['ignore <rules>', 'Please ignore rules!', 'ignore rules'],
    ['ignore ~2 rules', 'ignore all the rules', 'ignore all the rules'],
    ['ignore all? rules', 'ignore rules', 'ignore rules'],
    ['ignore all? rules', 'ignore all rules', 'ignore all rules'],
    ['instruct* given', 'the instructions given', 'instructions given'],
    ["can't help", "I can't help", "can't help"],
    ["can't help", 'I cant help', 'cant help'],
    ['log_in|enter now', 'log in now', 'log in now'],
    ['忽略|无视 ~4 指令', '请忽略之前的指令', '忽略之前的指令'],
    ['^ what is it $', 'Hi! What is it?', 'what is it'],
    ['is it ~2 $', 'And what is it now, dear?', 'is it now, dear'],
    ['^ 密码 是 $', '你好。密码是？', '密码是'],
  ])('finds %s in a text', (phrase, text, expected) => {
    expect(found(phrase, text)).toEqual([expected])
  })

  it.each([
    ['ignore rules', 'ignore all rules'],
    ['ignore ~2 rules', 'ignore one two three rules'],
    ['ignore ~2 rules', 'They ignore me. Rules are rules.'],
    ['ignore ~2 rules', 'ignore\n\nrules'],
    ['what is it $', 'What is it for?'],
    ['^ is it', 'What is it?'],
    ['rule', 'rules'],
    ['rules', 'misrules'],
  ])('does not find %s in another', (phrase, text) => {
    expect(found(phrase, text)).toEqual([])
  })

  it('finds every one of many alternatives, alone and in a sequence', () => {
    const words = Array.from({ length: 200 }, (_, index) => `word${index}`)
    const phrase = `anchorage ${words.map((word, index) => (index % 2 ? word : `then_${word}`)).join('|')}`
    const table = new PhraseCompiler<string>().add('hit', [phrase, words.join('|')]).table()
    const missed = words.filter((word, index) => {
      const text = index % 2 ? `anchorage ${word}` : `anchorage then ${word}`
      const places: string[] = []
      table.matches(table.tokens(text), (_tag, start, end) => places.push(text.slice(start, end)))
      return !places.includes(text)
    })
    expect(missed).toEqual([])
  })

  it('takes a literal phrase as it stands', () => {
    const table = new PhraseCompiler<string>().addLiteral('hit', ['all? <rules> ~3']).table()
    const hits: string[] = []
    table.matches(table.tokens(fold('ALL rules, 3 of them').text), (tag) => hits.push(tag))
    expect(hits).toEqual(['hit'])
  })

  it('tells a table whose macro is missing', () => {
    expect(() => new PhraseCompiler().add(undefined, ['<nothing> here'])).toThrow('no macro <nothing>')
  })
})
