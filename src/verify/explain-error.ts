import { RegistryError } from '../model/registry-error.ts'
import { Unreachable } from './net/unreachable.ts'

/** What may be said of an error in a verdict. Messages of what is thrown by mistake may hold anything, so they are not shown. */
export function explain(error: unknown): { message: string; fix?: string } {
  if (error instanceof RegistryError) return { message: error.message, ...(error.fix && { fix: error.fix }) }
  if (error instanceof Unreachable) return { message: error.message }
  console.error(error)
  return { message: 'Our check crashed. This is not your fault, and it is tried again by itself.' }
}
