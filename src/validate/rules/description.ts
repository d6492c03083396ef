import type { Rule } from '../rule.ts'

/** Found by the structure layer (official rule A06). */
export const DESCRIPTION: Rule = {
  code: 'R241',
  title: 'The description is empty or longer than 100 characters',
  why: 'It is the one line that people see in lists. Longer texts are cut by clients, each in its own place.',
  fix: 'Say in at most 100 characters what the server does.',
  example: '{"description": ""}',
}
