import type { DraftServer } from '../draft.ts'
import { trimSpace } from '../go/text.ts'
import { semantic, type CheckedRule, type Rule } from '../rule.ts'

/** Found by the structure layer (official rule A07). */
export const TITLE_LENGTH: Rule = {
  code: 'R242',
  title: 'The title is empty or longer than 100 characters',
  why: 'It stands in for the name in lists and dialogs.',
  fix: 'Shorten it to at most 100 characters, or remove it.',
  example: '{"title": ""}',
}

export const BLANK_TITLE: CheckedRule<DraftServer> = {
  code: 'R243',
  title: 'The title is only white space',
  why: 'A server with an invisible title cannot be told from others in a list.',
  fix: 'Write a title, or remove it.',
  example: '{"title": "  "}',
  upstream: 'title-whitespace-only',
  check({ title = '' }, at, report) {
    if (title === '' || trimSpace(title) !== '') return
    const path = [...at, 'title']
    const upstream = semantic(path, 'title cannot be only whitespace', this.upstream!)
    report({ rule: this, path, message: 'The title is only white space.', upstream })
  },
}
