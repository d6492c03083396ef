import { safeText } from '../../text/safe-text.ts'
import type { Field } from '../types.ts'

/** What VS Code asks for before it starts a server. */
export interface VscodeInput {
  id: string
  type: 'promptString' | 'pickString'
  description: string
  options?: readonly string[]
  default?: string
  password?: true
}

export interface VscodeInputs {
  /** The notation for what is asked for; the question is added to the list. */
  ask(field: Field): string
  list(): VscodeInput[]
}

/**
 * Collects the questions of one server. Their ids begin with its short name: VS Code keeps one answer for one id, and
 * two servers' `token` are not the same.
 */
export function vscodeInputs(server: string): VscodeInputs {
  const byField = new Map<string, VscodeInput>()
  const ids = new Set<string>()

  function unique(name: string): string {
    const base = `${server}_${name.replace(/^-+/, '').replace(/[^A-Za-z0-9_-]+/g, '_')}`
    let id = base
    for (let number = 2; ids.has(id); number++) id = `${base}_${number}`
    ids.add(id)
    return id
  }

  return {
    ask(field) {
      const known = byField.get(field.id) ?? toInput(unique(field.name), field)
      byField.set(field.id, known)
      return `\${input:${known.id}}`
    },
    list: () => [...byField.values()],
  }
}

function toInput(id: string, { name, description, choices, preset, isSecret }: Field): VscodeInput {
  const isChoice = choices !== undefined && !isSecret
  return {
    id,
    type: isChoice ? 'pickString' : 'promptString',
    description: safeText(description ?? '') || safeText(name) || id,
    ...(isChoice && { options: choices }),
    ...(preset && { default: preset }),
    ...(isSecret && { password: true }),
  }
}
