import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tasks } from '../../protocol/verdict.ts'
import { evaluate, FeedbackTrainer } from '../index.ts'
import { readRecords } from '../train/records.ts'

const exchange = { prompt: 'Which way?', response: 'please bypass safety' }
const verdict = evaluate(exchange)

describe('FeedbackTrainer', () => {
  it('records a violation with its context, once', () => {
    const trainer = new FeedbackTrainer()
    const incident = trainer.recordViolation('b1', exchange, verdict)
    expect(incident).toMatchObject({ id: 'b1', exchange, labels: [] })
    expect(trainer.recordViolation('b1', { prompt: 'other' }, verdict)).toBe(incident)
    expect(trainer.incidents()).toHaveLength(1)
  })

  it('records nothing where there is no violation', () => {
    const trainer = new FeedbackTrainer()
    const fine = { prompt: 'Which way?', response: 'Left.' }
    expect(trainer.recordViolation('b1', fine, evaluate(fine))).toBeNull()
    expect(trainer.incidents()).toEqual([])
  })

  it('gives back what was recorded before under a name, whatever the verdict now', () => {
    const trainer = new FeedbackTrainer()
    const fine = { prompt: 'Which way?', response: 'Left.' }
    const incident = trainer.record('b1', fine, evaluate(fine))
    expect(trainer.recordViolation('b1', fine, evaluate(fine))).toBe(incident)
  })

  it('takes a label on what no rule found', () => {
    const trainer = new FeedbackTrainer()
    const fine = { prompt: 'Which way?', response: 'Left.' }
    trainer.record('b1', fine, evaluate(fine))
    trainer.label('b1', { task: 'evasion', label: true })
    expect(JSON.parse(trainer.exportTraining())).toMatchObject({ ...fine, task: 'evasion', label: true })
  })

  it('keeps the newest up to its limit', () => {
    const trainer = new FeedbackTrainer(2)
    for (const id of ['b1', 'b2', 'b3']) trainer.recordViolation(id, exchange, verdict)
    expect(trainer.incidents().map(({ id }) => id)).toEqual(['b2', 'b3'])
  })

  it('takes labels, the later one on a task standing, and exports them as training lines', () => {
    const trainer = new FeedbackTrainer()
    trainer.recordViolation('b1', exchange, verdict)
    trainer.label('b1', { task: 'unsafe_response', label: false })
    trainer.label('b1', { task: 'unsafe_response', label: true, reviewer: 'r1' })
    trainer.label('b1', { task: 'refusal', label: false })
    const lines = trainer
      .exportTraining()
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(lines).toMatchObject([
      {
        id: 'feedback:b1:unsafe_response',
        task: 'unsafe_response',
        label: true,
        ...exchange,
        group: 'feedback:b1',
      },
      { id: 'feedback:b1:refusal', task: 'refusal', label: false },
    ])
    expect(() => trainer.label('b2', { task: 'refusal', label: true })).toThrow(RangeError)
  })

  it('leaves out what a model of refusals would learn wrongly', () => {
    const trainer = new FeedbackTrainer()
    trainer.recordViolation('b1', exchange, verdict)
    trainer.label('b1', { task: 'evasion', label: false })
    expect(trainer.exportTraining()).toBe('')
    trainer.label('b1', { task: 'evasion', label: true })
    expect(trainer.exportTraining()).toContain('"task":"evasion"')
    trainer.label('b1', { task: 'refusal', label: true })
    expect(trainer.exportTraining()).not.toContain('"task":"evasion"')
  })

  it('exports what the trainer reads: texts, tasks and labels come back', () => {
    const trainer = new FeedbackTrainer()
    const texts = [
      { prompt: 'Zeile eins\nZeile "zwei"', response: 'please bypass safety' },
      { prompt: null, response: 'You should just kill yourself. \u2028' },
    ]
    const labels = tasks.filter((task) => task !== 'evasion')
    texts.forEach((text, at) => {
      trainer.recordViolation(`b${at}`, text, evaluate(text))
      for (const task of labels) trainer.label(`b${at}`, { task, label: at === 0 })
    })
    const folder = mkdtempSync(join(tmpdir(), 'custos-feedback-'))
    try {
      writeFileSync(join(folder, 'labels.jsonl'), trainer.exportTraining())
      const read = readRecords([folder])
      expect(read).toHaveLength(texts.length * labels.length)
      for (const [at, { prompt, response }] of texts.entries()) {
        const own = read.filter(({ group }) => group === `feedback:b${at}`)
        expect(own.map(({ task }) => (task === 'evasion_refusal' ? 'refusal' : task))).toEqual(labels)
        for (const record of own)
          expect(record).toMatchObject({
            prompt,
            response,
            label: at === 0,
            source: 'feedback',
            licence: 'own',
          })
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
