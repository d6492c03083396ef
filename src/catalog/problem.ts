import type { Finding } from '../model/finding.ts'

/** Something in the tree that keeps the registry from being built. Lines and columns count from 1. */
export interface Problem {
  path: string
  line: number
  column: number
  code: string
  message: string
  fix?: string
}

/** A problem with a file as a whole. */
export function fileProblem(path: string, code: string, message: string, fix?: string): Problem {
  return { path, line: 1, column: 1, code, message, ...(fix && { fix }) }
}

/** A validator's error as a problem of the file `path`. */
export function problemOf(path: string, { line, column, code, message, fix }: Finding): Problem {
  return { path, line, column, code, message, ...(fix && { fix }) }
}

/** `path:line:column code message`, the form that editors and terminals turn into links; always one line. */
export function formatProblem({ path, line, column, code, message, fix }: Problem): string {
  return visible(`${path}:${line}:${column} ${code} ${message}${fix ? ` ${fix}` : ''}`)
}

/** Paths and values come from strangers: none of them begins a new line, steers a terminal or turns text around. */
function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
