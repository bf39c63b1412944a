import type { Principle } from './ethics-registry.ts'

const oecd = {
  name: 'OECD, Recommendation of the Council on Artificial Intelligence (OECD/LEGAL/0449, 2019, amended 2024)',
  url: 'https://legalinstruments.oecd.org/en/instruments/OECD-LEGAL-0449',
}
const nist = {
  name: 'NIST AI 100-1, Artificial Intelligence Risk Management Framework (AI RMF 1.0), 2023',
  url: 'https://doi.org/10.6028/NIST.AI.100-1',
}
const nistGenerative = {
  name: 'NIST AI 600-1, AI RMF: Generative Artificial Intelligence Profile, 2024',
  url: 'https://doi.org/10.6028/NIST.AI.600-1',
}

/** The statements are our short renderings; the sources are what counts. */
export const principles: readonly Principle[] = [
  {
    id: 'oecd-1.1',
    title: 'Inclusive growth, sustainable development and well-being',
    statement:
      'AI should serve people and the planet: well-being, creativity, inclusion and the natural environment.',
    source: { ...oecd, section: '1.1' },
  },
  {
    id: 'oecd-1.2',
    title: 'Human rights, fairness and privacy',
    statement:
      'AI actors respect the rule of law, human rights, dignity, privacy and non-discrimination, and guard against misuse and disinformation.',
    source: { ...oecd, section: '1.2' },
  },
  {
    id: 'oecd-1.3',
    title: 'Transparency and explainability',
    statement:
      'People know when they deal with an AI system and can understand and challenge what it puts out.',
    source: { ...oecd, section: '1.3' },
  },
  {
    id: 'oecd-1.4',
    title: 'Robustness, security and safety',
    statement:
      'AI systems stay robust, secure and safe under normal use, foreseeable misuse and adverse conditions, and can be overridden.',
    source: { ...oecd, section: '1.4' },
  },
  {
    id: 'oecd-1.5',
    title: 'Accountability',
    statement:
      'AI actors answer for the proper working of their systems, with traceability and managed risk.',
    source: { ...oecd, section: '1.5' },
  },
  {
    id: 'nist-valid',
    title: 'Valid and reliable',
    statement: 'The system does what it is meant to do, without failing, under the conditions expected.',
    source: { ...nist, section: '3.1' },
  },
  {
    id: 'nist-safe',
    title: 'Safe',
    statement: 'The system does not endanger human life, health, property or the environment.',
    source: { ...nist, section: '3.2' },
  },
  {
    id: 'nist-secure',
    title: 'Secure and resilient',
    statement: 'The system withstands attacks and misuse, protects what it holds, and recovers.',
    source: { ...nist, section: '3.3' },
  },
  {
    id: 'nist-accountable',
    title: 'Accountable and transparent',
    statement: 'What the system is, does and decided is open to those concerned.',
    source: { ...nist, section: '3.4' },
  },
  {
    id: 'nist-explainable',
    title: 'Explainable and interpretable',
    statement: 'How and why the system came to its output can be told and understood.',
    source: { ...nist, section: '3.5' },
  },
  {
    id: 'nist-privacy',
    title: 'Privacy-enhanced',
    statement:
      'The system safeguards autonomy, identity and dignity: it keeps and shows no more personal data than needed.',
    source: { ...nist, section: '3.6' },
  },
  {
    id: 'nist-fair',
    title: 'Fair, with harmful bias managed',
    statement: 'The system does not deal in harmful bias or discrimination.',
    source: { ...nist, section: '3.7' },
  },
  {
    id: 'nist-gen-cbrn',
    title: 'CBRN information or capabilities',
    statement: 'The system does not ease access to chemical, biological, radiological or nuclear weapons.',
    source: { ...nistGenerative, section: '2.1' },
  },
  {
    id: 'nist-gen-violent',
    title: 'Dangerous, violent or hateful content',
    statement: 'The system does not produce or recommend violence, self-harm, crime or hate.',
    source: { ...nistGenerative, section: '2.3' },
  },
  {
    id: 'nist-gen-abusive',
    title: 'Obscene, degrading or abusive content',
    statement: 'The system does not produce child sexual abuse material or intimate images without consent.',
    source: { ...nistGenerative, section: '2.11' },
  },
  {
    id: 'nist-gen-human-ai',
    title: 'Human-AI configuration',
    statement:
      'People are not led to over-rely on the system, to take it for a person, or to be deceived by it.',
    source: { ...nistGenerative, section: '2.7' },
  },
]
