import { expect, it } from 'vitest'
import { opensWithRole } from './role-opening.ts'

it.each([
  'You are a friendly banking assistant. Be brief.',
  'You are HelpBot for Globex. Never discuss salaries.',
  'Du bist der Hilfsassistent der Stadtwerke.',
  'Tu es un assistant bancaire.',
  'Eres un asistente de viajes.',
  'Você é um assistente de vendas.',
  'Sei un assistente di viaggio.',
  'Je bent een behulpzame assistent.',
  'Jesteś asystentem sklepu.',
  'Ты — ассистент банка.',
  'Ти — асистент банку.',
  'Sen bir banka asistanısın.',
  'أنت مساعد بنكي.',
  'आप एक बैंक सहायक हैं।',
  '你是一家银行的客服助手。',
  'あなたは銀行のアシスタントです。',
  '당신은 은행의 챗봇입니다.',
])('sees the instructions of a model in "%s"', (text) => {
  expect(opensWithRole(text)).toBe(true)
})

it.each([
  'You are right, the assistant was wrong.',
  'You are asking me to do something I can’t.',
  'You are Paul. Nice to meet you.',
  'Du bist neugierig, und das ist gut.',
  'Tu es en avance.',
  'Eres muy amable.',
  'Ты прав, это не так.',
  '你是对的。',
  'あなたは正しいです。',
  'I told you: you are a helpful assistant.',
])('sees none in "%s"', (text) => {
  expect(opensWithRole(text)).toBe(false)
})
