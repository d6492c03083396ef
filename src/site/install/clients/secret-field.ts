import type { Field, InstallOption, Template } from '../types.ts'

/** The secret that a text consists of, and of nothing else. */
export function secretFieldOf({ fields }: InstallOption, template: Template): Field | undefined {
  const [part, ...more] = template
  if (typeof part !== 'object' || more.length > 0) return undefined
  return fields.find(({ id, isSecret }) => id === part.field && isSecret)
}
