import { safeText } from '../text/safe-text.ts'
import type { Answers, ArgumentTemplate, Field, InstallOption, NamedTemplate, Template } from './types.ts'

/** How a client wants what a person has not typed, or should not have to leave in a file. */
export interface FillOptions {
  answers: Answers
  /** The client's own notation for a secret that it looks up or asks for itself. It beats what was typed. */
  secret?: (field: Field) => string
  /** The client's own notation for asking a person. Otherwise a placeholder is written. */
  ask?: (field: Field) => string
  /** Links and commands end up in histories: secrets that were typed stay out of them. */
  hidesSecrets?: boolean
}

/** Writes templates as text, with what a person typed, the publisher's presets, or something that stands for them. */
export interface Filler {
  text(template: Template): string
  tokens(args: readonly ArgumentTemplate[]): string[]
  pairs(named: readonly NamedTemplate[]): [name: string, value: string][]
  /** Whether something is written at all: it is required, or all of it is known. */
  isGiven(template: NamedTemplate): boolean
  /** The placeholders written so far. */
  missing: ReadonlySet<string>
}

/** What stands for a value that a person has to give. */
function placeholderOf({ name }: Field): string {
  return `<${safeText(name).replace(/[\s<>`]+/g, '_') || 'value'}>`
}

export function fillerOf({ fields }: InstallOption, options: FillOptions): Filler {
  const { answers, secret, ask, hidesSecrets } = options
  const byId = new Map(fields.map((field) => [field.id, field]))
  const missing = new Set<string>()

  function answersTo(id: string): readonly string[] {
    const answer = Object.hasOwn(answers, id) ? answers[id]! : []
    return (typeof answer === 'string' ? [answer] : answer).filter((each) => each !== '')
  }

  function value(id: string, turn: number): string {
    const field = byId.get(id)
    if (!field) return '<value>'
    const answer = answerTo(field, turn)
    if (field.isSecret && secret) return secret(field)
    if (answer !== undefined && !(field.isSecret && hidesSecrets)) return answer
    if (field.preset !== undefined && !field.isSecret) return field.preset
    if (ask && !field.isSecret) return ask(field)
    missing.add(placeholderOf(field))
    return placeholderOf(field)
  }

  function answerTo(field: Field, turn: number): string | undefined {
    const answer = answersTo(field.id)[turn] ?? answersTo(field.id)[0]
    // `npx`, `docker` and their like would read it as an option of their own.
    return field.place === 'runtime' && answer?.startsWith('-') ? undefined : answer
  }

  function fill(template: Template, turn: number): string {
    return template.map((part) => (typeof part === 'string' ? part : value(part.field, turn))).join('')
  }

  function isKnown(template: Template): boolean {
    return template.every((part) => {
      if (typeof part === 'string') return true
      const field = byId.get(part.field)
      return answersTo(part.field).length > 0 || (field?.preset !== undefined && !field.isSecret)
    })
  }

  /** How often a repeated argument is written. */
  function turns(tokens: readonly Template[]): number {
    let most = 1
    for (const token of tokens)
      for (const part of token)
        if (typeof part === 'object') most = Math.max(most, answersTo(part.field).length)
    return most
  }

  const isGiven = ({ value, isRequired }: NamedTemplate): boolean => isRequired || isKnown(value)
  return {
    text: (template) => fill(template, 0),
    tokens: (args) => {
      const words: string[] = []
      for (const { tokens, isRequired } of args) {
        if (!isRequired && !tokens.every(isKnown)) continue
        const times = turns(tokens)
        for (let turn = 0; turn < times; turn++) for (const token of tokens) words.push(fill(token, turn))
      }
      return words
    },
    pairs: (named) => named.filter(isGiven).map((each): [string, string] => [each.name, fill(each.value, 0)]),
    isGiven,
    missing,
  }
}
